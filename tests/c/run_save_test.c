/* Saved runs: restored, they go on to the same bits; on other records, they are refused. */
#include "saved.h"

/* The same, as far as it can be read from a run without saving it. */
static void check_equal(const run *one, const run *other, const char *what) {
    CHECK(one->step == other->step && one->correct == other->correct && one->error == other->error,
          "%s, step %u: other counters", what, one->step);
    CHECK(one->cards.deck == other->cards.deck && one->cards.seen == other->cards.seen,
          "%s, step %u: other cards", what, one->step);
    CHECK(one->network.learning_rate == other->network.learning_rate &&
              run_learning_rate(one) == run_learning_rate(other),
          "%s, step %u: another rate", what, one->step);
    if (one->step == 0) return;
    CHECK(memcmp(&one->shown, &other->shown, sizeof one->shown) == 0,
          "%s, step %u: something else was shown", what, one->step);
    ink picture, told;
    run_shown_picture(one, &picture);
    run_shown_picture(other, &told);
    CHECK(same_picture(&picture, &told), "%s, step %u: another picture", what, one->step);
}

/* Saves at each `stride`th step, restores into another run, which was doing something else, and
 * compares where both get to. */
static void at_any_step(const settings *settings, const file *train, int stride, const char *what) {
    static training plain, other;
    begin(&plain, settings);
    load(&plain.records, RECORDS_TRAIN, train);
    run_to_end(&plain.run);
    saved finished = save(&plain.run);
    uint32_t steps = plain.run.step;
    CHECK(run_reset(&plain.run, settings), "no memory");

    struct settings elsewhere = SMALL;
    elsewhere.hidden_nodes = 17;
    elsewhere.flash_cards = 0.2f;
    begin(&other, &elsewhere);
    load(&other.records, RECORDS_TRAIN, train);
    for (uint32_t step = 0; step <= steps; step += (uint32_t)stride) {
        CHECK(run_train(&plain.run, (int)(step - plain.run.step)) >= 0, "no memory");
        CHECK(plain.run.step == step, "step %u, not %u", plain.run.step, step);
        saved middle = save(&plain.run);
        CHECK(run_reset(&other.run, &elsewhere), "no memory");
        run_train(&other.run, 5);
        restore(&other.run, middle);
        check_same(&other.run, middle, what, step);
        check_equal(&plain.run, &other.run, what);
        run_to_end(&other.run);
        check_same(&other.run, finished, what, step);
        free(middle.bytes);
    }
    free(finished.bytes);
    end(&plain);
    end(&other);
}

static void same_bits(void) {
    file train = file_create(9, 21);
    settings settings = SMALL;
    at_any_step(&settings, &train, 1, "turned copies");
    settings.epochs = 80; /* beyond two refreshes of the background sum */
    at_any_step(&settings, &train, 309, "two refreshes");
    settings.distortion = 0.8;
    settings.epochs = 3;
    at_any_step(&settings, &train, 2, "distorted");
    settings.flash_cards = 0.1f;
    settings.cross_entropy = settings.falling_rate = true;
    settings.records = 7;
    settings.epochs = 20;
    at_any_step(&settings, &train, 1, "flash cards");
    settings.angle = 0;
    settings.hidden_nodes = 5;
    at_any_step(&settings, &train, 3, "five nodes");
    settings.adversarial = 0.2f;
    settings.decay = 0.01;
    at_any_step(&settings, &train, 3, "moved pictures and decay");
    file_free(&train);
}

/* All that can differ between two neighbouring steps does so around a refresh. */
static void around_a_refresh(void) {
    file train = file_create(9, 22);
    settings settings = SMALL;
    settings.epochs = 40;
    settings.decay = 0.001;
    static training plain, other;
    begin(&plain, &settings);
    load(&plain.records, RECORDS_TRAIN, &train);
    run_train(&plain.run, NETWORK_REFRESH - 4);
    saved states[8];
    for (int s = 0; s < 8; s++) {
        CHECK(run_train(&plain.run, 1) == 1, "no step");
        states[s] = save(&plain.run);
        CHECK(plain.run.network.update_pending == (plain.run.step != NETWORK_REFRESH),
              "step %u: pending %d", plain.run.step, plain.run.network.update_pending);
    }
    begin(&other, &SMALL);
    load(&other.records, RECORDS_TRAIN, &train);
    for (int s = 0; s < 8; s++) {
        restore(&other.run, states[s]);
        for (int later = s + 1; later < 8; later++) {
            run_train(&other.run, 1);
            check_same(&other.run, states[later], "around a refresh", other.run.step);
        }
    }
    for (int s = 0; s < 8; s++) free(states[s].bytes);
    end(&plain);
    end(&other);
    file_free(&train);
}

/* What callers change on the way: the rate, the weights, and whether an update is pending. */
static void changed_on_the_way(void) {
    file train = file_create(9, 23);
    settings settings = SMALL;
    static training plain, other;
    static float wih[9 * PIXELS], who[9 * DIGITS];
    for (int i = 0; i < 9 * PIXELS; i++) wih[i] = (float)(i % 13 - 6) / 100;
    for (int i = 0; i < 9 * DIGITS; i++) who[i] = (float)(i % 7 - 3) / 10;
    for (int falling = 0; falling < 2; falling++) {
        settings.falling_rate = falling;
        begin(&plain, &settings);
        begin(&other, &SMALL);
        load(&plain.records, RECORDS_TRAIN, &train);
        load(&other.records, RECORDS_TRAIN, &train);
        run_train(&plain.run, 10);
        run_change_learning_rate(&plain.run, 0.07f);
        run_train(&plain.run, 4);
        network_flush(&plain.run.network);
        saved flushed = save(&plain.run);
        CHECK(network_set_weights(&plain.run.network, 9, wih, who), "no memory");
        saved set = save(&plain.run);

        restore(&other.run, set);
        CHECK(other.run.network.hidden_nodes == 9, "%d nodes", other.run.network.hidden_nodes);
        CHECK(run_learning_rate(&other.run) == run_learning_rate(&plain.run), "another rate");
        run_to_end(&plain.run);
        run_to_end(&other.run);
        saved finished = save(&plain.run);
        check_same(&other.run, finished, "weights that were set", 14);
        free(finished.bytes);

        restore(&plain.run, flushed);
        restore(&other.run, flushed);
        CHECK(!other.run.network.update_pending, "an update is pending");
        run_to_end(&plain.run);
        run_to_end(&other.run);
        finished = save(&plain.run);
        check_same(&other.run, finished, "nothing pending", 14);
        free(finished.bytes);
        free(flushed.bytes);
        free(set.bytes);
        end(&plain);
        end(&other);
    }
    file_free(&train);
}

/* Saved while the first file arrives: any records that start with those that were there will do. */
static void while_arriving(void) {
    file train = file_create(9, 24), other_file = file_create(9, 25);
    settings settings = SMALL;
    for (int cards = 0; cards < 2; cards++) {
        settings.flash_cards = cards ? 0.1f : 0;
        static training plain, other;
        begin(&plain, &settings);
        begin(&other, &SMALL);
        write_part(&plain.records, RECORDS_TRAIN, &train, 0, file_offset(&train, 5) + 99);
        run_train(&plain.run, 4);
        saved middle = save(&plain.run);
        write_part(&plain.records, RECORDS_TRAIN, &train, file_offset(&train, 5) + 99, train.size);
        CHECK(records_end(&plain.records, RECORDS_TRAIN) == RECORDS_OK, "a bad end");
        run_to_end(&plain.run);
        saved finished = save(&plain.run);

        write_part(&other.records, RECORDS_TRAIN, &train, 0, file_offset(&train, 5) - 9);
        CHECK(run_restore(&other.run, middle.bytes, middle.size) == RUN_SAVE_OTHER_RECORDS,
              "restored on four records of five");
        write_part(&other.records, RECORDS_TRAIN, &train, file_offset(&train, 5) - 9,
                   file_offset(&train, 6));
        restore(&other.run, middle);
        run_train(&other.run, 1);
        restore(&other.run, middle);
        CHECK(run_restore(&other.run, finished.bytes, finished.size) == RUN_SAVE_OTHER_RECORDS,
              "a run on all records is restored on some");
        write_part(&other.records, RECORDS_TRAIN, &train, file_offset(&train, 6), train.size);
        CHECK(records_end(&other.records, RECORDS_TRAIN) == RECORDS_OK, "a bad end");
        run_to_end(&other.run);
        check_same(&other.run, finished, "while the file arrives", 4);
        restore(&other.run, middle);
        run_to_end(&other.run);
        check_same(&other.run, finished, "once the file has arrived", 4);

        load(&other.records, RECORDS_TRAIN, &other_file);
        CHECK(run_restore(&other.run, middle.bytes, middle.size) == RUN_SAVE_OTHER_RECORDS,
              "restored on other records");
        free(middle.bytes);
        free(finished.bytes);
        end(&plain);
        end(&other);
    }
    file_free(&train);
    file_free(&other_file);
}

/* Other records, by a single pixel or by one record more; and those that are gone. */
static void other_records(void) {
    file train = file_create(9, 26), longer = file_create(10, 26), changed = file_create(9, 26);
    /* A digit of the last line. */
    uint8_t *digit = &changed.bytes[changed.size - 2];
    *digit = *digit == '0' ? '1' : '0';
    static training training;
    begin(&training, &SMALL);
    saved empty = save(&training.run);
    load(&training.records, RECORDS_TRAIN, &train);
    run_train(&training.run, 5);
    saved middle = save(&training.run);

    write_part(&training.records, RECORDS_TRAIN, &changed, 0, changed.size);
    CHECK(records_end(&training.records, RECORDS_TRAIN) == RECORDS_OK, "a bad end");
    uint8_t *bytes = malloc(run_save_size(&training.run));
    CHECK(run_save(&training.run, bytes) == RUN_SAVE_RECORDS_GONE, "saved without its records");
    free(bytes);
    CHECK(run_restore(&training.run, middle.bytes, middle.size) == RUN_SAVE_OTHER_RECORDS,
          "restored with a pixel changed");
    load(&training.records, RECORDS_TRAIN, &longer);
    CHECK(run_restore(&training.run, middle.bytes, middle.size) == RUN_SAVE_OTHER_RECORDS,
          "restored on one record more");
    CHECK(training.run.step == 5, "the run was changed");
    load(&training.records, RECORDS_TRAIN, &train);
    restore(&training.run, middle);
    CHECK(run_train(&training.run, 3) == 3 && training.run.step == 8, "it starts anew");
    restore(&training.run, empty);
    CHECK(run_train(&training.run, 3) == 3 && training.run.step == 3, "it cannot begin");
    end(&training);

    /* A first file that fails leaves nothing to go on with. */
    begin(&training, &SMALL);
    write_part(&training.records, RECORDS_TRAIN, &train, 0, train.size);
    run_train(&training.run, 5);
    records_abandon(&training.records, RECORDS_TRAIN);
    bytes = malloc(run_save_size(&training.run));
    CHECK(run_save(&training.run, bytes) == RUN_SAVE_RECORDS_GONE, "saved without its records");
    free(bytes);
    end(&training);
    free(empty.bytes);
    free(middle.bytes);
    file_free(&train);
    file_free(&longer);
    file_free(&changed);
}

int main(void) {
    check_case("a run saved at any step goes on to the same bits in another run");
    same_bits();
    check_case("also around a refresh of the background sum, pending update or not");
    around_a_refresh();
    check_case("a changed rate, weights that were set and a flush are kept");
    changed_on_the_way();
    check_case("a run saved while its file arrives goes on there and on the whole file");
    while_arriving();
    check_case("on other records it is refused, and without its records it is not saved");
    other_records();
    return check_end();
}
