/* The training run: what it does to the network does not depend on how it is called. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "random.h"
#include "trainer.h"

enum { HIDDEN = 6, WEIGHTS = HIDDEN * (PIXELS + DIGITS), LINE = 5 * CSV_COLUMNS };

static const trainer_settings SETTINGS = {
    .hidden_nodes = HIDDEN, .learning_rate = 0.2f, .epochs = 2, .angle = 10, .seed = 3};

/* A file of random records, as bytes. */
typedef struct {
    uint8_t *bytes;
    size_t size;
    int count;
    uint8_t (*records)[CSV_COLUMNS];
} file;

static file file_make(int count, uint32_t seed) {
    random_generator random;
    random_seed(&random, seed);
    file made = {malloc((size_t)count * LINE), 0, count, malloc((size_t)count * CSV_COLUMNS)};
    if (!made.bytes || !made.records) abort();
    for (int r = 0; r < count; r++) {
        for (int c = 0; c < CSV_COLUMNS; c++) {
            uint8_t value = 0;
            if (c == 0)
                value = (uint8_t)(random_bits(&random) % 10);
            else if (random_bits(&random) % 5 == 0)
                value = (uint8_t)random_bits(&random);
            made.records[r][c] = value;
            made.size += (size_t)snprintf((char *)made.bytes + made.size, 6, "%d%c", value,
                                          c + 1 < CSV_COLUMNS ? ',' : '\n');
        }
    }
    return made;
}

static void file_free(file *file) {
    free(file->bytes);
    free(file->records);
}

/* Where the first `records` lines end. */
static size_t file_offset(const file *file, int records) {
    size_t at = 0;
    while (records > 0) records -= file->bytes[at++] == '\n';
    return at;
}

static void write_part(trainer *trainer, trainer_kind kind, const file *file, size_t from,
                       size_t to) {
    trainer_status status = trainer_write(trainer, kind, file->bytes + from, to - from);
    CHECK(status == TRAINER_OK, "bytes %zu to %zu: status %d", from, to, (int)status);
}

static void load(trainer *trainer, trainer_kind kind, const file *file) {
    write_part(trainer, kind, file, 0, file->size);
    CHECK(trainer_end(trainer, kind) == TRAINER_OK, "the file does not end well");
    CHECK(trainer_records(trainer, kind)->count == file->count, "%d records",
          trainer_records(trainer, kind)->count);
}

static void run_to_end(trainer *trainer) {
    while (trainer_run(trainer, 1000) > 0) {
    }
    CHECK(trainer_state(trainer).done, "the run is not done");
}

/* All weights of a network: wih, then who. */
static void read_weights(network *network, float weights[WEIGHTS]) {
    network_get_weights(network, weights, weights + HIDDEN * PIXELS);
}

static void check_weights(trainer *trainer, const float expected[WEIGHTS], const char *what) {
    float weights[WEIGHTS];
    CHECK(trainer->network.hidden_nodes == HIDDEN, "%s: %d hidden nodes", what,
          trainer->network.hidden_nodes);
    read_weights(&trainer->network, weights);
    CHECK(memcmp(weights, expected, sizeof weights) == 0, "%s: other weights", what);
}

static void check_progress(const trainer *trainer, uint32_t epoch, uint32_t step, uint32_t steps,
                           bool done) {
    trainer_progress now = trainer_state(trainer);
    CHECK(now.epoch == epoch && now.step == step && now.steps == steps && now.done == done,
          "epoch %u, step %u of %u, done %d; not epoch %u, step %u of %u, done %d", now.epoch,
          now.step, now.steps, now.done, epoch, step, steps, done);
}

/* The weights after a whole run that is done plainly: load, then run. */
static void plain_run(const trainer_settings *settings, const file *file, float weights[WEIGHTS]) {
    static trainer trainer;
    CHECK(trainer_init(&trainer, settings), "no memory");
    load(&trainer, TRAINER_TRAIN, file);
    run_to_end(&trainer);
    read_weights(&trainer.network, weights);
    trainer_free(&trainer);
}

static void starting_weights(const trainer_settings *settings, float weights[WEIGHTS]) {
    network network;
    CHECK(network_init(&network, HIDDEN, settings->learning_rate), "no memory");
    network_randomize(&network, settings->seed);
    read_weights(&network, weights);
    network_free(&network);
}

/* The notebook's loop, written out. */
static void recipe(void) {
    file train = file_make(9, 1);
    float expected[WEIGHTS], weights[WEIGHTS];
    network network;
    CHECK(network_init(&network, HIDDEN, SETTINGS.learning_rate), "no memory");
    network_randomize(&network, SETTINGS.seed);
    static image_rotation turns[3];
    image_rotation_init(&turns[1], 10);
    image_rotation_init(&turns[2], -10);
    for (int epoch = 0; epoch < SETTINGS.epochs; epoch++) {
        for (int r = 0; r < train.count; r++) {
            for (int variant = 0; variant < 3; variant++) {
                float targets[DIGITS];
                ink upright, picture;
                network_signals signals;
                ink_from_greys(&upright, train.records[r] + 1);
                picture = upright;
                if (variant > 0) {
                    image_rotate(&turns[variant], upright.amount, INK_ANYWHERE, 0, picture.amount);
                    ink_complete(&picture);
                }
                network_targets(targets, train.records[r][0]);
                *network_next_picture(&network) = picture;
                network_train(&network, targets, &signals);
            }
        }
    }
    read_weights(&network, expected);
    network_free(&network);
    plain_run(&SETTINGS, &train, weights);
    CHECK(memcmp(weights, expected, sizeof weights) == 0, "other weights");
    file_free(&train);
}

/* Flash cards, written out: which card, how it is shown, and whether it was known. */
static void flash_cards(void) {
    file train = file_make(9, 1);
    trainer_settings settings = SETTINGS;
    settings.epochs = 20;
    settings.records = 8;
    settings.cross_entropy = settings.falling_rate = true;
    settings.flash_cards = 0.1f;
    float expected[WEIGHTS], weights[WEIGHTS];
    network network;
    CHECK(network_init(&network, HIDDEN, settings.learning_rate), "no memory");
    network_randomize(&network, settings.seed);
    network.cross_entropy = true;
    static image_rotation turns[3];
    image_rotation_init(&turns[1], 10);
    image_rotation_init(&turns[2], -10);
    cards cards = {0};
    cards_start(&cards, 8);
    CHECK(cards_reserve(&cards, 8), "no memory");
    int shown[8] = {0}, variants[3] = {0}, answers[2] = {0};
    for (uint32_t step = 0; step < 160; step++) {
        double fall = step < 8 ? 1 - 0.97 * step / 8 : 0.5 * (1 - (step - 8) / 152.0);
        network.learning_rate = (float)((double)settings.learning_rate * fall);
        int drawn = cards_draw(&cards, step, 8, true), variant = shown[drawn]++ % 3;
        ink upright, picture;
        network_signals signals;
        float targets[DIGITS];
        ink_from_greys(&upright, train.records[drawn] + 1);
        picture = upright;
        if (variant > 0) {
            image_rotate(&turns[variant], upright.amount, INK_ANYWHERE, 0, picture.amount);
            ink_complete(&picture);
        }
        network_targets(targets, train.records[drawn][0]);
        *network_next_picture(&network) = picture;
        network_train(&network, targets, &signals);
        bool known = true;
        for (int k = 0; k < DIGITS; k++)
            known &=
                signals.outputs[k] >= targets[k] - 0.1f && signals.outputs[k] <= targets[k] + 0.1f;
        cards_return(&cards, drawn, step, known);
        variants[variant]++;
        answers[known]++;
    }
    CHECK(variants[0] && variants[1] && variants[2] && answers[0] && answers[1],
          "not everything occurred");
    read_weights(&network, expected);
    network_free(&network);
    cards_free(&cards);
    plain_run(&settings, &train, weights);
    CHECK(memcmp(weights, expected, sizeof weights) == 0, "other weights");
    file_free(&train);
}

/* Runs as far as records are there. Returns the steps; counts how often the rate rises. */
static int follow_rate(trainer *trainer, float *last, int *rises, float *least) {
    for (int made = 0;; made++) {
        float now = trainer_rate(trainer);
        if (trainer_run(trainer, 1) == 0) return made;
        CHECK(now > 0, "step %d: rate %g", made, now);
        *rises += now > *last;
        *last = now;
        if (now < *least) *least = now;
    }
}

/* Beyond the first epoch a falling rate needs to know how many records there are. */
static void rate_waits(void) {
    file train = file_make(30, 4);
    trainer_settings settings = SETTINGS;
    settings.falling_rate = true;
    settings.records = 20;
    for (int cards = 0; cards < 2; cards++) {
        settings.flash_cards = cards ? 0.1f : 0;
        static trainer trainer;
        CHECK(trainer_init(&trainer, &settings), "no memory");
        float rate = settings.learning_rate, last = rate, least = rate;
        int rises = 0, first = cards ? 20 : 60;
        CHECK(trainer_rate(&trainer) == rate, "starts at %g", trainer_rate(&trainer));
        write_part(&trainer, TRAINER_TRAIN, &train, 0, file_offset(&train, 19));
        int made = follow_rate(&trainer, &last, &rises, &least);
        CHECK(made > 0 && made <= first, "%d steps before all records are there", made);
        write_part(&trainer, TRAINER_TRAIN, &train, file_offset(&train, 19), train.size);
        CHECK(trainer_end(&trainer, TRAINER_TRAIN) == TRAINER_OK, "a bad end");
        made += follow_rate(&trainer, &last, &rises, &least);
        CHECK(made == 2 * first, "%d steps", made);
        CHECK(rises == 1 && least < 0.1f * rate && last < 0.1f * rate,
              "%d rises, down to %g, %g at the end", rises, least, last);
        trainer_free(&trainer);
    }
    file_free(&train);
}

static void without_angle(void) {
    file train = file_make(9, 1);
    trainer_settings settings = SETTINGS;
    settings.angle = 0;
    static trainer trainer;
    CHECK(trainer_init(&trainer, &settings), "no memory");
    load(&trainer, TRAINER_TRAIN, &train);
    check_progress(&trainer, 0, 0, 18, false);
    CHECK(trainer_run(&trainer, 100) == 18, "another number of steps");
    check_progress(&trainer, 2, 18, 18, true);
    trainer_free(&trainer);
    file_free(&train);
}

static void cuts(void) {
    file train = file_make(7, 2);
    float expected[WEIGHTS];
    plain_run(&SETTINGS, &train, expected);
    random_generator random;
    random_seed(&random, 1);
    for (int way = 0; way < 40; way++) {
        static trainer trainer;
        char what[32];
        snprintf(what, sizeof what, "way %d", way);
        CHECK(trainer_init(&trainer, &SETTINGS), "no memory");
        size_t at = 0, largest = way < 20 ? 300 : 5000;
        while (at < train.size) {
            size_t size = random_bits(&random) % largest;
            if (size > train.size - at) size = train.size - at;
            write_part(&trainer, TRAINER_TRAIN, &train, at, at + size);
            at += size;
            trainer_run(&trainer, (int)(random_bits(&random) % 5));
        }
        CHECK(trainer_end(&trainer, TRAINER_TRAIN) == TRAINER_OK, "%s: a bad end", what);
        while (!trainer_state(&trainer).done) {
            int wanted = (int)(random_bits(&random) % 8), made = trainer_run(&trainer, wanted);
            CHECK(made == wanted || trainer_state(&trainer).done, "%s: %d steps of %d", what, made,
                  wanted);
        }
        check_weights(&trainer, expected, what);
        trainer_free(&trainer);
    }
    file_free(&train);
}

static void while_arriving(void) {
    file train = file_make(5, 3);
    float expected[WEIGHTS];
    plain_run(&SETTINGS, &train, expected);
    static trainer trainer;
    CHECK(trainer_init(&trainer, &SETTINGS), "no memory");
    CHECK(trainer_run(&trainer, 10) == 0, "steps without a record");
    check_progress(&trainer, 0, 0, 0, false);
    for (int r = 0; r < train.count; r++) {
        /* Half a record more than what is whole. */
        size_t from = r == 0 ? 0 : file_offset(&train, r) + 100;
        write_part(&trainer, TRAINER_TRAIN, &train, from, file_offset(&train, r + 1));
        size_t more = file_offset(&train, r + 1);
        if (r + 1 < train.count) write_part(&trainer, TRAINER_TRAIN, &train, more, more + 100);
        uint32_t steps = 3 * ((uint32_t)r + 1);
        check_progress(&trainer, 0, steps - 3, 2 * steps, false);
        CHECK(trainer_run(&trainer, 100) == 3, "record %d", r);
        check_progress(&trainer, 0, steps, 2 * steps, false);
        CHECK(trainer_run(&trainer, 100) == 0, "steps beyond record %d", r);
    }
    CHECK(trainer_end(&trainer, TRAINER_TRAIN) == TRAINER_OK, "a bad end");
    check_progress(&trainer, 1, 15, 30, false);
    CHECK(trainer_run(&trainer, 100) == 15, "the second epoch");
    check_progress(&trainer, 2, 30, 30, true);
    CHECK(trainer_run(&trainer, 100) == 0, "steps beyond the end");
    check_weights(&trainer, expected, "after all");
    trainer_free(&trainer);
    file_free(&train);
}

static void some_records(void) {
    file train = file_make(8, 4);
    file part = train;
    part.count = 3;
    part.size = file_offset(&train, 3);
    float expected[WEIGHTS], whole[WEIGHTS];
    plain_run(&SETTINGS, &part, expected);
    plain_run(&SETTINGS, &train, whole);
    trainer_settings settings = SETTINGS;
    settings.records = 3;
    static trainer trainer;
    CHECK(trainer_init(&trainer, &settings), "no memory");
    write_part(&trainer, TRAINER_TRAIN, &train, 0, part.size - 1);
    CHECK(trainer_run(&trainer, 100) == 6, "two records");
    check_progress(&trainer, 0, 6, 12, false);
    write_part(&trainer, TRAINER_TRAIN, &train, part.size - 1, part.size);
    run_to_end(&trainer);
    check_progress(&trainer, 2, 18, 18, true);
    check_weights(&trainer, expected, "before the file ends");
    write_part(&trainer, TRAINER_TRAIN, &train, part.size, train.size);
    CHECK(trainer_end(&trainer, TRAINER_TRAIN) == TRAINER_OK, "a bad end");
    check_progress(&trainer, 2, 18, 18, true);
    check_weights(&trainer, expected, "after the file has ended");
    settings.records = 1000;
    CHECK(trainer_reset(&trainer, &settings), "no memory");
    check_progress(&trainer, 0, 0, 48, false);
    run_to_end(&trainer);
    check_weights(&trainer, whole, "more than there are");
    trainer_free(&trainer);
    file_free(&train);
}

static const uint8_t NONSENSE[] = "1,2,nonsense\n";

static void failing_file(void) {
    file train = file_make(5, 5), other = file_make(3, 6);
    float expected[WEIGHTS];
    plain_run(&SETTINGS, &train, expected);
    static trainer trainer;
    CHECK(trainer_init(&trainer, &SETTINGS), "no memory");
    load(&trainer, TRAINER_TRAIN, &train);
    load(&trainer, TRAINER_TEST, &train);
    CHECK(trainer_run(&trainer, 7) == 7, "seven steps");
    for (int kind = TRAINER_TRAIN; kind <= TRAINER_TEST; kind++) {
        write_part(&trainer, kind, &other, 0, other.size);
        CHECK(trainer_run(&trainer, 1) == 1, "a step while another file arrives");
        trainer_status status = trainer_write(&trainer, kind, NONSENSE, sizeof NONSENSE - 1);
        CHECK(status == TRAINER_BAD_CSV, "status %d", (int)status);
        const csv *csv = &trainer.sets[kind].csv;
        CHECK(csv->row == 4 && csv->column == 3, "row %d, column %d", csv->row, csv->column);
        CHECK(csv->reason == CSV_NOT_A_NUMBER && csv->found == 'n', "reason %d", (int)csv->reason);
        CHECK(trainer_records(&trainer, kind)->count == train.count, "%d records",
              trainer_records(&trainer, kind)->count);
        CHECK(memcmp(dataset_record(trainer_records(&trainer, kind), 0), train.records[0],
                     CSV_COLUMNS) == 0,
              "another record");
        CHECK(trainer.sets[kind].arriving.count == 0, "records are left behind");
    }
    /* An end that is an error: a file without records. */
    CHECK(trainer_end(&trainer, TRAINER_TRAIN) == TRAINER_BAD_CSV, "an empty file");
    CHECK(trainer.sets[TRAINER_TRAIN].csv.reason == CSV_NO_RECORDS, "another reason");
    run_to_end(&trainer);
    check_weights(&trainer, expected, "after two failures");
    trainer_free(&trainer);
    file_free(&train);
    file_free(&other);
}

static void failing_first_file(void) {
    file train = file_make(5, 7), other = file_make(4, 8);
    float expected[WEIGHTS];
    plain_run(&SETTINGS, &train, expected);
    static trainer trainer;
    CHECK(trainer_init(&trainer, &SETTINGS), "no memory");
    write_part(&trainer, TRAINER_TRAIN, &other, 0, other.size);
    CHECK(trainer_run(&trainer, 9) == 9, "nine steps");
    CHECK(trainer_write(&trainer, TRAINER_TRAIN, NONSENSE, sizeof NONSENSE - 1) == TRAINER_BAD_CSV,
          "nonsense is taken");
    CHECK(trainer_run(&trainer, 9) == 0, "steps without records");
    load(&trainer, TRAINER_TRAIN, &train);
    run_to_end(&trainer);
    check_weights(&trainer, expected, "after a failure");
    trainer_free(&trainer);
    file_free(&train);
    file_free(&other);
}

static void abandoned_file(void) {
    file train = file_make(5, 9), other = file_make(4, 10);
    float expected[WEIGHTS];
    plain_run(&SETTINGS, &train, expected);
    static trainer trainer;
    CHECK(trainer_init(&trainer, &SETTINGS), "no memory");
    /* The first one, in the middle of a line, after some steps on it. */
    write_part(&trainer, TRAINER_TRAIN, &other, 0, other.size - 10);
    trainer_run(&trainer, 4);
    trainer_abandon(&trainer, TRAINER_TRAIN);
    CHECK(trainer_records(&trainer, TRAINER_TRAIN)->count == 0, "records are left behind");
    load(&trainer, TRAINER_TRAIN, &train);
    trainer_run(&trainer, 4);
    /* A later one: the one before goes on. */
    write_part(&trainer, TRAINER_TRAIN, &other, 0, other.size - 10);
    trainer_abandon(&trainer, TRAINER_TRAIN);
    trainer_abandon(&trainer, TRAINER_TRAIN);
    CHECK(trainer_records(&trainer, TRAINER_TRAIN)->count == train.count, "%d records",
          trainer_records(&trainer, TRAINER_TRAIN)->count);
    run_to_end(&trainer);
    check_weights(&trainer, expected, "after two abandoned files");
    trainer_free(&trainer);
    file_free(&train);
    file_free(&other);
}

static void replaced_file(void) {
    file first = file_make(5, 11), second = file_make(4, 12);
    float start[WEIGHTS], expected[WEIGHTS];
    starting_weights(&SETTINGS, start);
    plain_run(&SETTINGS, &second, expected);
    static trainer trainer;
    CHECK(trainer_init(&trainer, &SETTINGS), "no memory");
    load(&trainer, TRAINER_TRAIN, &first);
    load(&trainer, TRAINER_TEST, &first);
    trainer_run(&trainer, 11);
    load(&trainer, TRAINER_TEST, &second);
    check_progress(&trainer, 0, 11, 30, false);
    write_part(&trainer, TRAINER_TRAIN, &second, 0, second.size);
    check_progress(&trainer, 0, 11, 30, false);
    CHECK(trainer_end(&trainer, TRAINER_TRAIN) == TRAINER_OK, "a bad end");
    check_progress(&trainer, 0, 0, 24, false);
    check_weights(&trainer, start, "after the replacement");
    run_to_end(&trainer);
    check_weights(&trainer, expected, "after the run");
    trainer_free(&trainer);
    file_free(&first);
    file_free(&second);
}

static void last_newline(void) {
    file train = file_make(3, 13);
    float expected[WEIGHTS];
    plain_run(&SETTINGS, &train, expected);
    static trainer trainer;
    CHECK(trainer_init(&trainer, &SETTINGS), "no memory");
    write_part(&trainer, TRAINER_TRAIN, &train, 0, train.size - 1);
    CHECK(trainer_records(&trainer, TRAINER_TRAIN)->count == 2, "records before the end");
    CHECK(trainer_end(&trainer, TRAINER_TRAIN) == TRAINER_OK, "a bad end");
    CHECK(trainer_records(&trainer, TRAINER_TRAIN)->count == 3, "records at the end");
    run_to_end(&trainer);
    check_weights(&trainer, expected, "without the last newline");
    trainer_free(&trainer);
    file_free(&train);
}

static void other_settings(void) {
    file train = file_make(5, 14);
    trainer_settings settings = SETTINGS, wide = SETTINGS;
    settings.seed = 9;
    settings.learning_rate = 0.05f;
    settings.epochs = 3;
    settings.angle = 25.5;
    wide.hidden_nodes = 31;
    float expected[WEIGHTS];
    plain_run(&settings, &train, expected);
    static trainer trainer;
    CHECK(trainer_init(&trainer, &wide), "no memory");
    load(&trainer, TRAINER_TRAIN, &train);
    trainer_run(&trainer, 10);
    CHECK(trainer_reset(&trainer, &settings), "no memory");
    check_progress(&trainer, 0, 0, 45, false);
    run_to_end(&trainer);
    check_progress(&trainer, 3, 45, 45, true);
    check_weights(&trainer, expected, "with other settings");
    trainer_free(&trainer);
    file_free(&train);
}

static bool same_picture(const ink *one, const ink *other) {
    return memcmp(one->amount, other->amount, sizeof one->amount) == 0 &&
           memcmp(one->inked, other->inked, sizeof one->inked) == 0 && one->total == other->total;
}

/* What is told of each step, against a copy of the network that makes the same step. */
static void steps_told(const trainer_settings *settings, const file *train, int variants) {
    static trainer trainer;
    CHECK(trainer_init(&trainer, settings), "no memory");
    load(&trainer, TRAINER_TRAIN, train);
    uint32_t correct = 0;
    double error = 0;
    int seen[3] = {0}, records = 0;
    bool shown[16] = {false};
    for (uint32_t step = 0; !trainer_state(&trainer).done; step++) {
        network before;
        CHECK(network_copy(&before, &trainer.network), "no memory");
        before.learning_rate = trainer_rate(&trainer);
        CHECK(trainer_run(&trainer, 1) == 1, "step %u", step);
        const trainer_showing *told = &trainer.shown;
        ink picture;
        network_signals signals;
        float targets[DIGITS], after[WEIGHTS];
        trainer_shown_picture(&trainer, &picture);
        CHECK(same_picture(&picture, &trainer.network.pictures[!trainer.network.next]),
              "step %u: another picture", step);
        CHECK(told->label == train->records[told->record][0], "step %u: label %d", step,
              told->label);
        if (settings->flash_cards == 0) {
            CHECK(told->record == (int)(step / 3) % train->count, "step %u: record %d", step,
                  told->record);
            CHECK(told->variant == (int)(step % 3), "step %u: variant %d", step, told->variant);
        }
        *network_next_picture(&before) = picture;
        network_targets(targets, told->label);
        network_train(&before, targets, &signals);
        CHECK(memcmp(signals.outputs, told->outputs, sizeof told->outputs) == 0,
              "step %u: other outputs", step);
        read_weights(&before, after);
        check_weights(&trainer, after, "the step that is told");
        network_free(&before);
        int best = 0;
        double squares = 0;
        for (int k = 0; k < DIGITS; k++) {
            if (told->outputs[k] > told->outputs[best]) best = k;
            squares += pow((k == told->label ? 0.99 : 0.01) - told->outputs[k], 2);
        }
        correct += best == told->label;
        error += squares / 10;
        CHECK(trainer.correct == correct, "step %u: %u correct, not %u", step, trainer.correct,
              correct);
        CHECK(fabs(trainer.error - error) <= 1e-7 * error, "step %u: error %g, not %g", step,
              trainer.error, error);
        seen[told->variant]++;
        records += !shown[told->record];
        shown[told->record] = true;
    }
    CHECK(records == train->count, "%d records were shown", records);
    for (int v = 0; v < 3; v++)
        CHECK((seen[v] > 0) == (v < variants), "variant %d: %d times", v, seen[v]);
    CHECK(correct > 0 && correct < trainer.step, "%u correct: nothing is tested", correct);
    CHECK(trainer_reset(&trainer, settings), "no memory");
    CHECK(trainer.correct == 0 && trainer.error == 0, "a new run starts at %u, %g", trainer.correct,
          trainer.error);
    trainer_run(&trainer, 3);
    load(&trainer, TRAINER_TRAIN, train);
    CHECK(trainer.correct == 0 && trainer.error == 0, "another file starts at %u, %g",
          trainer.correct, trainer.error);
    trainer_free(&trainer);
}

static void what_was_shown(void) {
    file train = file_make(9, 17);
    trainer_settings settings = SETTINGS;
    settings.epochs = 20;
    steps_told(&settings, &train, 3);
    settings.distortion = 0.8;
    settings.epochs = 5;
    steps_told(&settings, &train, 3);
    settings.flash_cards = 0.1f;
    settings.cross_entropy = settings.falling_rate = true;
    settings.epochs = 40;
    steps_told(&settings, &train, 3);
    settings.angle = 0;
    steps_told(&settings, &train, 1);
    file_free(&train);
}

/* The picture is of a file that has failed since, and of a network that has other weights. */
static void shown_stays(void) {
    file train = file_make(5, 18);
    static trainer trainer;
    static float wih[HIDDEN * PIXELS], who[HIDDEN * DIGITS];
    CHECK(trainer_init(&trainer, &SETTINGS), "no memory");
    write_part(&trainer, TRAINER_TRAIN, &train, 0, train.size);
    CHECK(trainer_run(&trainer, 8) == 8, "eight steps");
    ink before, after;
    trainer_shown_picture(&trainer, &before);
    CHECK(before.total > 0, "nothing is shown");
    CHECK(trainer_write(&trainer, TRAINER_TRAIN, NONSENSE, sizeof NONSENSE - 1) == TRAINER_BAD_CSV,
          "nonsense is taken");
    CHECK(network_set_weights(&trainer.network, HIDDEN, wih, who), "no memory");
    trainer_shown_picture(&trainer, &after);
    CHECK(same_picture(&before, &after), "another picture");
    trainer_free(&trainer);
    file_free(&train);
}

/* Changed at once, it is as if it had been set; changed later, it counts from the next step on. */
static void changed_rate(void) {
    file train = file_make(20, 19);
    float expected[WEIGHTS];
    for (int falling = 0; falling < 2; falling++) {
        trainer_settings slow = SETTINGS, fast = SETTINGS;
        slow.learning_rate = 0.125f;
        fast.learning_rate = 0.5f;
        slow.records = fast.records = 20;
        slow.falling_rate = fast.falling_rate = falling;
        static trainer trainer;
        plain_run(&fast, &train, expected);
        CHECK(trainer_init(&trainer, &slow), "no memory");
        load(&trainer, TRAINER_TRAIN, &train);
        trainer_change_rate(&trainer, 0.5f);
        run_to_end(&trainer);
        check_weights(&trainer, expected, "changed at once");

        CHECK(trainer_reset(&trainer, &slow), "no memory");
        for (int run = 30; run <= 70; run += 40) {
            trainer_run(&trainer, 30);
            float before = trainer_rate(&trainer);
            CHECK(falling ? before < 0.125f : before == 0.125f, "rate %g", before);
            trainer_change_rate(&trainer, 0.5f);
            float now = trainer_rate(&trainer);
            CHECK(fabsf(now - 4 * before) < 1e-6f, "rate %g after %g", now, before);
            network step;
            CHECK(network_copy(&step, &trainer.network), "no memory");
            step.learning_rate = now;
            CHECK(trainer_run(&trainer, 1) == 1, "no step");
            float targets[DIGITS];
            network_signals signals;
            trainer_shown_picture(&trainer, network_next_picture(&step));
            network_targets(targets, trainer.shown.label);
            network_train(&step, targets, &signals);
            read_weights(&step, expected);
            check_weights(&trainer, expected, "the next step");
            network_free(&step);
            trainer_change_rate(&trainer, 0.125f);
        }
        trainer_change_rate(&trainer, 0.5f);
        CHECK(trainer_reset(&trainer, &slow), "no memory");
        CHECK(trainer_rate(&trainer) == 0.125f, "a new run starts at %g", trainer_rate(&trainer));
        trainer_free(&trainer);
    }
    file_free(&train);
}

static void fallen_rate(void) {
    file train = file_make(20, 20);
    trainer_settings settings = SETTINGS;
    settings.falling_rate = true;
    settings.records = 20;
    for (settings.epochs = 1; settings.epochs <= 3; settings.epochs++) {
        static trainer trainer;
        CHECK(trainer_init(&trainer, &settings), "no memory");
        load(&trainer, TRAINER_TRAIN, &train);
        run_to_end(&trainer);
        CHECK(trainer_rate(&trainer) == 0, "%d epochs: %g", settings.epochs,
              trainer_rate(&trainer));
        trainer_free(&trainer);
    }
    file_free(&train);
}

static void check_answers(int records, float got[][DIGITS], float wanted[][DIGITS]) {
    for (int r = 0; r < records; r++)
        for (int k = 0; k < DIGITS; k++)
            CHECK(fabsf(got[r][k] - wanted[r][k]) <= 1e-6f, "record %d, output %d: %g, not %g", r,
                  k, got[r][k], wanted[r][k]);
}

static void tests_count(void) {
    file train = file_make(5, 15), test = file_make(60, 16);
    trainer_settings settings = SETTINGS;
    settings.epochs = 200;
    static trainer trainer;
    CHECK(trainer_init(&trainer, &settings), "no memory");
    load(&trainer, TRAINER_TRAIN, &train);
    write_part(&trainer, TRAINER_TEST, &test, 0, test.size);
    CHECK(trainer_records(&trainer, TRAINER_TEST)->count == 0, "test records before the end");
    CHECK(trainer_end(&trainer, TRAINER_TEST) == TRAINER_OK, "a bad end");
    run_to_end(&trainer);
    float before[WEIGHTS];
    read_weights(&trainer.network, before);

    uint32_t expected[DIGITS * DIGITS] = {0}, whole[DIGITS * DIGITS] = {0};
    uint32_t parts[DIGITS * DIGITS] = {0}, others[DIGITS * DIGITS] = {0};
    float answers_expected[60][DIGITS], answers_told[60][DIGITS];
    double error = 0;
    for (int r = 0; r < test.count; r++) {
        float inputs[PIXELS];
        for (int i = 0; i < PIXELS; i++)
            inputs[i] = BACKGROUND + ink_amount(test.records[r][1 + i]);
        ink picture;
        network_signals signals;
        ink_from_inputs(&picture, inputs);
        network_query(&trainer.network, &picture, &signals);
        expected[10 * test.records[r][0] + network_answer(signals.outputs)]++;
        memcpy(answers_expected[r], signals.outputs, sizeof signals.outputs);
        for (int k = 0; k < DIGITS; k++)
            error += pow((k == test.records[r][0] ? 0.99 : 0.01) - signals.outputs[k], 2) / 10;
    }
    network *own = &trainer.network;
    double told = trainer_test(&trainer, own, 0, test.count, whole, *answers_told);
    CHECK(memcmp(whole, expected, sizeof whole) == 0, "other counts");
    check_answers(test.count, answers_told, answers_expected);
    CHECK(fabs(told - error) <= 1e-6 * error, "error %g, not %g", told, error);
    memset(answers_told, 0, sizeof answers_told);
    told = trainer_test(&trainer, own, 0, 23, parts, *answers_told);
    told += trainer_test(&trainer, own, 23, 23, parts, answers_told[23]);
    told += trainer_test(&trainer, own, 23, 60, parts, answers_told[23]);
    CHECK(memcmp(parts, expected, sizeof parts) == 0, "other counts in parts");
    check_answers(test.count, answers_told, answers_expected);
    CHECK(fabs(told - error) <= 1e-6 * error, "error %g in parts, not %g", told, error);

    network guest;
    CHECK(network_init(&guest, 31, 0.1f), "no memory");
    network_randomize(&guest, 4);
    trainer_test(&trainer, &guest, 7, 8, others, *answers_told);
    ink picture;
    network_signals signals;
    ink_from_greys(&picture, test.records[7] + 1);
    network_query(&guest, &picture, &signals);
    CHECK(memcmp(answers_told, signals.outputs, sizeof signals.outputs) == 0, "another's answer");
    CHECK(others[10 * test.records[7][0] + network_answer(signals.outputs)] == 1, "no count");
    network_free(&guest);
    int answers[DIGITS] = {0}, different = 0;
    for (int i = 0; i < DIGITS * DIGITS; i++) answers[i % DIGITS] += (int)expected[i];
    for (int k = 0; k < DIGITS; k++) different += answers[k] > 0;
    CHECK(different >= 2, "the network gives one answer only: nothing is tested");
    check_weights(&trainer, before, "testing");
    trainer_free(&trainer);
    file_free(&train);
    file_free(&test);
}

int main(void) {
    check_case("a run is the notebook's loop: the record, turned, turned back, epoch by epoch");
    recipe();
    check_case(
        "with flash cards a run is the loop over cards, by cross-entropy and a falling rate");
    flash_cards();
    check_case("a falling rate falls twice, and waits to know how many records there are");
    rate_waits();
    check_case("without an angle each record is shown once");
    without_angle();
    check_case("the result does not depend on how writing and running are cut");
    cuts();
    check_case("the first epoch runs while the file arrives, and no further");
    while_arriving();
    check_case("a number of records is kept to, and the run may be done before the file is");
    some_records();
    check_case("a file that fails leaves the one before, and the run goes on");
    failing_file();
    check_case("a run on a first file that failed starts anew with the next");
    failing_first_file();
    check_case("an abandoned file leaves nothing behind");
    abandoned_file();
    check_case("a training file that replaces another starts the run anew, a test file does not");
    replaced_file();
    check_case("the last line may lack its newline");
    last_newline();
    check_case("other settings start a run on the same records");
    other_settings();
    check_case("what a step showed, and its answer, are what the network got and gave");
    what_was_shown();
    check_case("what was shown last stays, whatever becomes of file and weights");
    shown_stays();
    check_case("a learning rate that is changed counts from the next step to the end of the run");
    changed_rate();
    check_case("a rate that falls is 0 when the run is done");
    fallen_rate();
    check_case("a test counts each record by label and answer, and trains nothing");
    tests_count();
    return check_end();
}
