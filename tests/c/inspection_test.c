/* What is odd about records from elsewhere, and that it is put right. */
#include "inspection.h"

#include <stdbool.h>
#include <string.h>

#include "check.h"

enum { COUNT = 300 };

static int ink_at(int label, int pixel) {
    int row = pixel / SIDE, column = pixel % SIDE;
    bool bar = row / 2 == label + 2 && column > 3 && column < 12;
    bool corner = row > 3 && row < 8 && column > 18 && column < 24;
    return bar || corner ? 100 + pixel % 156 : 0;
}

/* Records as MNIST's: light on dark, behind their label. */
static void make(dataset *dataset) {
    dataset_init(dataset);
    for (int i = 0; i < COUNT; i++) {
        uint8_t record[DATASET_RECORD] = {(uint8_t)(i % 10)};
        for (int p = 0; p < PIXELS; p++) record[1 + p] = (uint8_t)ink_at(i % 10, p);
        CHECK(dataset_add(dataset, record), "no memory");
    }
}

static void check_same(const dataset *got, const dataset *wanted) {
    for (int i = 0; i < COUNT; i++)
        CHECK(memcmp(dataset_record(got, i), dataset_record(wanted, i), DATASET_RECORD) == 0,
              "record %d", i);
}

static void like_mnist(const dataset *plain) {
    inspection found;
    check_case("records like MNIST's are not odd");
    dataset_inspect(plain, &found);
    for (int label = 0; label < 10; label++)
        CHECK(found.labels[label] == 30, "%d of %d", found.labels[label], label);
    CHECK(found.ground == 0 && found.highest > 200, "ground %d, ink %d", found.ground,
          found.highest);
    CHECK(!found.last_is_label, "the label is said to be last");

    check_case("a set without records is not odd");
    dataset none;
    dataset_init(&none);
    dataset_inspect(&none, &found);
    CHECK(found.labels[0] == 0 && found.ground == 0 && found.highest == 0, "something is there");
    CHECK(!found.last_is_label, "the label is said to be last");
}

static void inverted(const dataset *plain) {
    dataset odd;
    inspection found;
    check_case("dark ink on a light ground is seen and put right");
    make(&odd);
    dataset_correct(&odd, CORRECT_INVERT);
    dataset_inspect(&odd, &found);
    CHECK(found.ground == 255, "ground %d", found.ground);
    dataset_correct(&odd, CORRECT_INVERT);
    check_same(&odd, plain);
    dataset_free(&odd);
}

static void stretched(void) {
    dataset odd;
    inspection found;
    check_case("ink of 1 is seen and put right");
    make(&odd);
    for (int i = 0; i < COUNT; i++)
        for (int p = 1; p <= PIXELS; p++) dataset_at(&odd, i)[p] = dataset_at(&odd, i)[p] > 0;
    dataset_inspect(&odd, &found);
    CHECK(found.highest == 1, "highest %d", found.highest);
    dataset_correct(&odd, CORRECT_STRETCH);
    for (int i = 0; i < COUNT; i++)
        for (int p = 0; p < PIXELS; p++)
            CHECK(dataset_record(&odd, i)[1 + p] == (ink_at(i % 10, p) ? 255 : 0), "pixel %d", p);
    dataset_free(&odd);
}

static void stretched_in_proportion(void) {
    dataset odd;
    inspection found;
    check_case("pixels in percent are put right in proportion");
    make(&odd);
    for (int i = 0; i < COUNT; i++)
        for (int p = 1; p <= PIXELS; p++) dataset_at(&odd, i)[p] = (uint8_t)(p % 101);
    dataset_inspect(&odd, &found);
    CHECK(found.highest == 100, "highest %d", found.highest);
    dataset_correct(&odd, CORRECT_STRETCH);
    const int percent[] = {0, 1, 50, 99, 100}, greys[] = {0, 3, 128, 252, 255};
    for (int i = 0; i < 5; i++)
        CHECK(dataset_record(&odd, COUNT - 1)[101 + percent[i]] == greys[i], "%d", percent[i]);
    dataset_free(&odd);
}

static void label_last(const dataset *plain) {
    dataset odd;
    inspection found;
    check_case("a label behind the pixels is seen and put right");
    make(&odd);
    for (int i = 0; i < COUNT; i++) {
        uint8_t *record = dataset_at(&odd, i), label = record[0];
        memmove(record, record + 1, PIXELS);
        record[PIXELS] = label;
    }
    dataset_inspect(&odd, &found);
    CHECK(found.last_is_label && found.labels[0] == COUNT, "it is not seen");
    CHECK(dataset_correct(&odd, CORRECT_LABEL), "refused");
    check_same(&odd, plain);
    check_case("so it is on a light ground that was taken for 1, with the label 1 scaled");
    for (int i = 0; i < COUNT; i++) {
        uint8_t *record = dataset_at(&odd, i);
        uint8_t label = record[0];
        memmove(record, record + 1, PIXELS);
        record[0] = 1;
        record[1] = 255;
        record[PIXELS] = label == 1 ? 255 : label;
    }
    dataset_inspect(&odd, &found);
    CHECK(found.last_is_label && found.labels[1] == COUNT, "it is not seen");
    CHECK(dataset_correct(&odd, CORRECT_LABEL), "refused");
    CHECK(dataset_record(&odd, 11)[0] == 1 && dataset_record(&odd, 11)[1] == 255,
          "label %d, pixel %d", dataset_record(&odd, 11)[0], dataset_record(&odd, 11)[1]);
    check_case("zeros alone, before pixels that are all the same, hide no label");
    for (int i = 0; i < COUNT; i++) {
        dataset_at(&odd, i)[0] = 0;
        dataset_at(&odd, i)[PIXELS] = 3;
    }
    dataset_inspect(&odd, &found);
    CHECK(!found.last_is_label, "the label is said to be last");
    check_case("a last pixel above 9 does not become a label, and nothing changes");
    dataset_at(&odd, COUNT - 1)[PIXELS] = 10;
    CHECK(!dataset_correct(&odd, CORRECT_LABEL), "it is taken for one");
    CHECK(dataset_record(&odd, 0)[PIXELS] == 3, "the first record has changed");
    dataset_free(&odd);
}

/* An orientation and the one that undoes it. */
static const int UNDO[ORIENTATIONS] = {0, 1, 2, 5, 4, 3, 6, 7};

static void turned(const dataset *plain) {
    dataset odd;
    check_case("each orientation can be undone, and a transposed picture has rows for columns");
    make(&odd);
    dataset_correct(&odd, 1);
    CHECK(dataset_record(&odd, 7)[1 + SIDE * 5 + 9] == ink_at(7, SIDE * 9 + 5), "not transposed");
    dataset_correct(&odd, 1);
    for (int o = 0; o < ORIENTATIONS; o++) {
        dataset_correct(&odd, o);
        dataset_correct(&odd, UNDO[o]);
        check_same(&odd, plain);
    }
    dataset_free(&odd);
}

static void read_turned(const dataset *plain) {
    check_case("a network that can read tells how pictures have been turned");
    network network;
    CHECK(network_init(&network, 20, 0.2f), "no memory");
    network_randomize(&network, 1);
    for (int step = 0; step < 2000; step++) {
        const uint8_t *record = dataset_record(plain, step % COUNT);
        float targets[DIGITS];
        network_signals signals;
        ink_from_greys(network_next_picture(&network), record + 1);
        network_targets(targets, record[0]);
        network_train(&network, targets, &signals);
    }
    for (int o = 0; o < ORIENTATIONS; o++) {
        dataset odd;
        make(&odd);
        dataset_correct(&odd, o);
        int correct[ORIENTATIONS], pictures = dataset_read_turned(&odd, &network, correct);
        CHECK(pictures == 150, "%d pictures", pictures);
        for (int other = 0; other < ORIENTATIONS; other++)
            CHECK(other == UNDO[o] ? correct[other] > 145 : correct[other] < 100,
                  "turned by %d: %d right by %d", o, correct[other], other);
        dataset_free(&odd);
    }
    network_free(&network);
}

int main(void) {
    dataset plain;
    make(&plain);
    like_mnist(&plain);
    inverted(&plain);
    stretched();
    stretched_in_proportion();
    label_last(&plain);
    turned(&plain);
    read_turned(&plain);
    dataset_free(&plain);
    return check_end();
}
