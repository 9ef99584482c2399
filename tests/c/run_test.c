/* The training run: what it does to the network does not depend on how it is called. */
#include <math.h>

#include "training.h"

/* The notebook's loop, written out. */
static void recipe(void) {
    file train = file_create(9, 1);
    float expected[WEIGHTS], weights[WEIGHTS];
    network network;
    CHECK(network_init(&network, HIDDEN, SMALL.learning_rate), "no memory");
    network_randomize(&network, SMALL.seed);
    static image_rotation turns[3];
    image_rotation_init(&turns[1], 10);
    image_rotation_init(&turns[2], -10);
    for (int epoch = 0; epoch < SMALL.epochs; epoch++) {
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
    plain_run(&SMALL, &train, weights);
    CHECK(memcmp(weights, expected, sizeof weights) == 0, "other weights");
    file_free(&train);
}

/* Flash cards, written out: which card, how it is shown, and whether it was known. */
static void flash_cards(void) {
    file train = file_create(9, 1);
    settings settings = SMALL;
    settings.epochs = 20;
    settings.records = 8;
    settings.cross_entropy = settings.falling_rate = true;
    settings.flash_cards = 0.1f;
    float expected[WEIGHTS], weights[WEIGHTS];
    network network;
    CHECK(network_init(&network, HIDDEN, settings.learning_rate), "no memory");
    network_randomize(&network, settings.seed);
    network.rule.cross_entropy = true;
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
static int follow_rate(run *run, float *last, int *rises, float *least) {
    for (int made = 0;; made++) {
        float now = run_learning_rate(run);
        if (run_train(run, 1) == 0) return made;
        CHECK(now > 0, "step %d: rate %g", made, now);
        *rises += now > *last;
        *last = now;
        if (now < *least) *least = now;
    }
}

/* Beyond the first epoch a falling rate needs to know how many records there are. */
static void rate_waits(void) {
    file train = file_create(30, 4);
    settings settings = SMALL;
    settings.falling_rate = true;
    settings.records = 20;
    for (int cards = 0; cards < 2; cards++) {
        settings.flash_cards = cards ? 0.1f : 0;
        static records records;
        static run run;
        CHECK(start(&run, &records, &settings), "no memory");
        float rate = settings.learning_rate, last = rate, least = rate;
        int rises = 0, first = cards ? 20 : 60;
        CHECK(run_learning_rate(&run) == rate, "starts at %g", run_learning_rate(&run));
        write_part(&records, RECORDS_TRAIN, &train, 0, file_offset(&train, 19));
        int made = follow_rate(&run, &last, &rises, &least);
        CHECK(made > 0 && made <= first, "%d steps before all records are there", made);
        write_part(&records, RECORDS_TRAIN, &train, file_offset(&train, 19), train.size);
        CHECK(records_end(&records, RECORDS_TRAIN) == RECORDS_OK, "a bad end");
        made += follow_rate(&run, &last, &rises, &least);
        CHECK(made == 2 * first, "%d steps", made);
        CHECK(rises == 1 && least < 0.1f * rate && last < 0.1f * rate,
              "%d rises, down to %g, %g at the end", rises, least, last);
        run_free(&run);
        records_free(&records);
    }
    file_free(&train);
}

static void without_angle(void) {
    file train = file_create(9, 1);
    settings settings = SMALL;
    settings.angle = 0;
    static records records;
    static run run;
    CHECK(start(&run, &records, &settings), "no memory");
    load(&records, RECORDS_TRAIN, &train);
    check_progress(&run, 0, 0, 18, false);
    CHECK(run_train(&run, 100) == 18, "another number of steps");
    check_progress(&run, 2, 18, 18, true);
    run_free(&run);
    records_free(&records);
    file_free(&train);
}

static void cuts(void) {
    file train = file_create(7, 2);
    float expected[WEIGHTS];
    plain_run(&SMALL, &train, expected);
    random_generator random;
    random_seed(&random, 1);
    for (int way = 0; way < 40; way++) {
        static records records;
        static run run;
        char what[32];
        snprintf(what, sizeof what, "way %d", way);
        CHECK(start(&run, &records, &SMALL), "no memory");
        size_t at = 0, largest = way < 20 ? 300 : 5000;
        while (at < train.size) {
            size_t size = random_bits(&random) % largest;
            if (size > train.size - at) size = train.size - at;
            write_part(&records, RECORDS_TRAIN, &train, at, at + size);
            at += size;
            run_train(&run, (int)(random_bits(&random) % 5));
        }
        CHECK(records_end(&records, RECORDS_TRAIN) == RECORDS_OK, "%s: a bad end", what);
        while (!run_progress_now(&run).done) {
            int wanted = (int)(random_bits(&random) % 8), made = run_train(&run, wanted);
            CHECK(made == wanted || run_progress_now(&run).done, "%s: %d steps of %d", what, made,
                  wanted);
        }
        check_weights(&run, expected, what);
        run_free(&run);
        records_free(&records);
    }
    file_free(&train);
}

static void while_arriving(void) {
    file train = file_create(5, 3);
    float expected[WEIGHTS];
    plain_run(&SMALL, &train, expected);
    static records records;
    static run run;
    CHECK(start(&run, &records, &SMALL), "no memory");
    CHECK(run_train(&run, 10) == 0, "steps without a record");
    check_progress(&run, 0, 0, 0, false);
    for (int r = 0; r < train.count; r++) {
        /* Half a record more than what is whole. */
        size_t from = r == 0 ? 0 : file_offset(&train, r) + 100;
        write_part(&records, RECORDS_TRAIN, &train, from, file_offset(&train, r + 1));
        size_t more = file_offset(&train, r + 1);
        if (r + 1 < train.count) write_part(&records, RECORDS_TRAIN, &train, more, more + 100);
        uint32_t steps = 3 * ((uint32_t)r + 1);
        check_progress(&run, 0, steps - 3, 2 * steps, false);
        CHECK(run_train(&run, 100) == 3, "record %d", r);
        check_progress(&run, 0, steps, 2 * steps, false);
        CHECK(run_train(&run, 100) == 0, "steps beyond record %d", r);
    }
    CHECK(records_end(&records, RECORDS_TRAIN) == RECORDS_OK, "a bad end");
    check_progress(&run, 1, 15, 30, false);
    CHECK(run_train(&run, 100) == 15, "the second epoch");
    check_progress(&run, 2, 30, 30, true);
    CHECK(run_train(&run, 100) == 0, "steps beyond the end");
    check_weights(&run, expected, "after all");
    run_free(&run);
    records_free(&records);
    file_free(&train);
}

static void some_records(void) {
    file train = file_create(8, 4);
    file part = train;
    part.count = 3;
    part.size = file_offset(&train, 3);
    float expected[WEIGHTS], whole[WEIGHTS];
    plain_run(&SMALL, &part, expected);
    plain_run(&SMALL, &train, whole);
    settings settings = SMALL;
    settings.records = 3;
    static records records;
    static run run;
    CHECK(start(&run, &records, &settings), "no memory");
    write_part(&records, RECORDS_TRAIN, &train, 0, part.size - 1);
    CHECK(run_train(&run, 100) == 6, "two records");
    check_progress(&run, 0, 6, 12, false);
    write_part(&records, RECORDS_TRAIN, &train, part.size - 1, part.size);
    run_to_end(&run);
    check_progress(&run, 2, 18, 18, true);
    check_weights(&run, expected, "before the file ends");
    write_part(&records, RECORDS_TRAIN, &train, part.size, train.size);
    CHECK(records_end(&records, RECORDS_TRAIN) == RECORDS_OK, "a bad end");
    check_progress(&run, 2, 18, 18, true);
    check_weights(&run, expected, "after the file has ended");
    settings.records = 1000;
    CHECK(run_reset(&run, &settings), "no memory");
    check_progress(&run, 0, 0, 48, false);
    run_to_end(&run);
    check_weights(&run, whole, "more than there are");
    run_free(&run);
    records_free(&records);
    file_free(&train);
}

static const uint8_t NONSENSE[] = "1,2,nonsense\n";

static void failing_file(void) {
    file train = file_create(5, 5), other = file_create(3, 6);
    float expected[WEIGHTS];
    plain_run(&SMALL, &train, expected);
    static records records;
    static run run;
    CHECK(start(&run, &records, &SMALL), "no memory");
    load(&records, RECORDS_TRAIN, &train);
    load(&records, RECORDS_TEST, &train);
    CHECK(run_train(&run, 7) == 7, "seven steps");
    for (int kind = RECORDS_TRAIN; kind <= RECORDS_TEST; kind++) {
        write_part(&records, kind, &other, 0, other.size);
        CHECK(run_train(&run, 1) == 1, "a step while another file arrives");
        records_status status = records_write(&records, kind, NONSENSE, sizeof NONSENSE - 1);
        CHECK(status == RECORDS_BAD_CSV, "status %d", (int)status);
        const csv_error *error = &records.sets[kind].csv.error;
        CHECK(error->row == 4 && error->column == 3, "row %u, column %d", error->row,
              error->column);
        CHECK(error->reason == CSV_NOT_A_NUMBER && error->found == 'n', "reason %d",
              (int)error->reason);
        CHECK(records_in_use(&records, kind)->count == train.count, "%d records",
              records_in_use(&records, kind)->count);
        CHECK(memcmp(dataset_record(records_in_use(&records, kind), 0), train.records[0],
                     CSV_COLUMNS) == 0,
              "another record");
        CHECK(records.sets[kind].arriving.count == 0, "records are left behind");
    }
    /* An end that is an error: a file without records. */
    CHECK(records_end(&records, RECORDS_TRAIN) == RECORDS_BAD_CSV, "an empty file");
    CHECK(records.sets[RECORDS_TRAIN].csv.error.reason == CSV_NO_RECORDS, "another reason");
    run_to_end(&run);
    check_weights(&run, expected, "after two failures");
    run_free(&run);
    records_free(&records);
    file_free(&train);
    file_free(&other);
}

static void failing_first_file(void) {
    file train = file_create(5, 7), other = file_create(4, 8);
    float expected[WEIGHTS];
    plain_run(&SMALL, &train, expected);
    static records records;
    static run run;
    CHECK(start(&run, &records, &SMALL), "no memory");
    write_part(&records, RECORDS_TRAIN, &other, 0, other.size);
    CHECK(run_train(&run, 9) == 9, "nine steps");
    CHECK(records_write(&records, RECORDS_TRAIN, NONSENSE, sizeof NONSENSE - 1) == RECORDS_BAD_CSV,
          "nonsense is taken");
    CHECK(run_train(&run, 9) == 0, "steps without records");
    load(&records, RECORDS_TRAIN, &train);
    run_to_end(&run);
    check_weights(&run, expected, "after a failure");
    run_free(&run);
    records_free(&records);
    file_free(&train);
    file_free(&other);
}

static void abandoned_file(void) {
    file train = file_create(5, 9), other = file_create(4, 10);
    float expected[WEIGHTS];
    plain_run(&SMALL, &train, expected);
    static records records;
    static run run;
    CHECK(start(&run, &records, &SMALL), "no memory");
    /* The first one, in the middle of a line, after some steps on it. */
    write_part(&records, RECORDS_TRAIN, &other, 0, other.size - 10);
    run_train(&run, 4);
    records_abandon(&records, RECORDS_TRAIN);
    CHECK(records_in_use(&records, RECORDS_TRAIN)->count == 0, "records are left behind");
    load(&records, RECORDS_TRAIN, &train);
    run_train(&run, 4);
    /* A later one: the one before goes on. */
    write_part(&records, RECORDS_TRAIN, &other, 0, other.size - 10);
    records_abandon(&records, RECORDS_TRAIN);
    records_abandon(&records, RECORDS_TRAIN);
    CHECK(records_in_use(&records, RECORDS_TRAIN)->count == train.count, "%d records",
          records_in_use(&records, RECORDS_TRAIN)->count);
    run_to_end(&run);
    check_weights(&run, expected, "after two abandoned files");
    run_free(&run);
    records_free(&records);
    file_free(&train);
    file_free(&other);
}

static void replaced_file(void) {
    file first = file_create(5, 11), second = file_create(4, 12);
    float untrained[WEIGHTS], expected[WEIGHTS];
    starting_weights(&SMALL, untrained);
    plain_run(&SMALL, &second, expected);
    static records records;
    static run run;
    CHECK(start(&run, &records, &SMALL), "no memory");
    load(&records, RECORDS_TRAIN, &first);
    load(&records, RECORDS_TEST, &first);
    run_train(&run, 11);
    load(&records, RECORDS_TEST, &second);
    check_progress(&run, 0, 11, 30, false);
    write_part(&records, RECORDS_TRAIN, &second, 0, second.size);
    check_progress(&run, 0, 11, 30, false);
    CHECK(!run_restart_if_stale(&run), "a restart while another file arrives");
    CHECK(records_end(&records, RECORDS_TRAIN) == RECORDS_OK, "a bad end");
    CHECK(run_restart_if_stale(&run), "no restart");
    CHECK(!run_restart_if_stale(&run), "a second restart");
    check_progress(&run, 0, 0, 24, false);
    check_weights(&run, untrained, "after the replacement");
    run_to_end(&run);
    check_weights(&run, expected, "after the run");
    run_free(&run);
    records_free(&records);
    file_free(&first);
    file_free(&second);
}

static void last_newline(void) {
    file train = file_create(3, 13);
    float expected[WEIGHTS];
    plain_run(&SMALL, &train, expected);
    static records records;
    static run run;
    CHECK(start(&run, &records, &SMALL), "no memory");
    write_part(&records, RECORDS_TRAIN, &train, 0, train.size - 1);
    CHECK(records_in_use(&records, RECORDS_TRAIN)->count == 2, "records before the end");
    CHECK(records_end(&records, RECORDS_TRAIN) == RECORDS_OK, "a bad end");
    CHECK(records_in_use(&records, RECORDS_TRAIN)->count == 3, "records at the end");
    run_to_end(&run);
    check_weights(&run, expected, "without the last newline");
    run_free(&run);
    records_free(&records);
    file_free(&train);
}

static void other_settings(void) {
    file train = file_create(5, 14);
    settings settings = SMALL, wide = SMALL;
    settings.seed = 9;
    settings.learning_rate = 0.05f;
    settings.epochs = 3;
    settings.angle = 25.5;
    wide.hidden_nodes = 31;
    float expected[WEIGHTS];
    plain_run(&settings, &train, expected);
    static records records;
    static run run;
    CHECK(start(&run, &records, &wide), "no memory");
    load(&records, RECORDS_TRAIN, &train);
    run_train(&run, 10);
    CHECK(run_reset(&run, &settings), "no memory");
    check_progress(&run, 0, 0, 45, false);
    run_to_end(&run);
    check_progress(&run, 3, 45, 45, true);
    check_weights(&run, expected, "with other settings");
    run_free(&run);
    records_free(&records);
    file_free(&train);
}

/* What is told of each step, against a copy of the network that makes the same step. */
static void steps_told(const settings *settings, const file *train, int variants) {
    static records records;
    static run run;
    CHECK(start(&run, &records, settings), "no memory");
    load(&records, RECORDS_TRAIN, train);
    uint32_t correct = 0;
    double error = 0;
    int seen[3] = {0}, distinct = 0;
    bool shown[16] = {false};
    for (uint32_t step = 0; !run_progress_now(&run).done; step++) {
        network before;
        CHECK(network_copy(&before, &run.network), "no memory");
        before.learning_rate = run_learning_rate(&run);
        CHECK(run_train(&run, 1) == 1, "step %u", step);
        const run_sample *told = &run.shown;
        ink picture;
        network_signals signals;
        float targets[DIGITS], after[WEIGHTS];
        run_shown_picture(&run, &picture);
        CHECK(same_picture(&picture, &run.network.pictures[!run.network.next]),
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
        check_weights(&run, after, "the step that is told");
        network_free(&before);
        int best = 0;
        double squares = 0;
        for (int k = 0; k < DIGITS; k++) {
            if (told->outputs[k] > told->outputs[best]) best = k;
            squares += pow((k == told->label ? 0.99 : 0.01) - told->outputs[k], 2);
        }
        correct += best == told->label;
        error += squares / 10;
        CHECK(run.correct == correct, "step %u: %u correct, not %u", step, run.correct, correct);
        CHECK(fabs(run.error - error) <= 1e-7 * error, "step %u: error %g, not %g", step, run.error,
              error);
        seen[told->variant]++;
        distinct += !shown[told->record];
        shown[told->record] = true;
    }
    CHECK(distinct == train->count, "%d records were shown", distinct);
    for (int v = 0; v < 3; v++)
        CHECK((seen[v] > 0) == (v < variants), "variant %d: %d times", v, seen[v]);
    CHECK(correct > 0 && correct < run.step, "%u correct: nothing is tested", correct);
    CHECK(run_reset(&run, settings), "no memory");
    CHECK(run.correct == 0 && run.error == 0, "a new run starts at %u, %g", run.correct, run.error);
    run_train(&run, 3);
    load(&records, RECORDS_TRAIN, train);
    CHECK(run_restart_if_stale(&run), "no restart");
    CHECK(run.correct == 0 && run.error == 0, "another file starts at %u, %g", run.correct,
          run.error);
    run_free(&run);
    records_free(&records);
}

static void what_was_shown(void) {
    file train = file_create(9, 17);
    settings settings = SMALL;
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

/* The picture is of a file that has failed since, and of a network that has other weights. Where it
 * was moved, that depended on those it had. */
static void shown_stays(const settings *settings) {
    file train = file_create(5, 18);
    static records records;
    static run run;
    static float wih[HIDDEN * PIXELS], who[HIDDEN * DIGITS];
    CHECK(start(&run, &records, settings), "no memory");
    write_part(&records, RECORDS_TRAIN, &train, 0, train.size);
    CHECK(run_train(&run, 7) == 7, "seven steps");
    ink before, after, upright;
    ink_from_greys(&upright, train.records[run.shown.record] + 1);
    run_shown_picture(&run, &before);
    CHECK(before.total > 0, "nothing is shown");
    CHECK(same_picture(&before, network_last_picture(&run.network)), "not what it got");
    CHECK(same_picture(&before, &upright) == (settings->adversarial == 0), "moved or not");
    CHECK(records_write(&records, RECORDS_TRAIN, NONSENSE, sizeof NONSENSE - 1) == RECORDS_BAD_CSV,
          "nonsense is taken");
    CHECK(network_set_weights(&run.network, HIDDEN, wih, who), "no memory");
    run_shown_picture(&run, &after);
    CHECK(same_picture(&before, &after), "another picture");
    run_free(&run);
    records_free(&records);
    file_free(&train);
}

static void shown_stays_moved_or_not(void) {
    settings settings = SMALL;
    shown_stays(&settings);
    settings.adversarial = 0.2f;
    shown_stays(&settings);
}

/* Pictures of no digit are learned to be refused. */
static void no_digits(void) {
    file train = file_create(6, 20);
    settings settings = SMALL;
    settings.angle = 0;
    settings.learning_rate = 0.5f;
    settings.epochs = 100;
    static records records;
    static run run;
    CHECK(start(&run, &records, &settings), "no memory");
    CHECK(records_add(&records, RECORDS_TRAIN, train.records[0], 3) == RECORDS_OK, "refused");
    for (int r = 3; r < 6; r++)
        CHECK(records_add_no_digits(&records, RECORDS_TRAIN, train.records[r] + 1, 1) == RECORDS_OK,
              "refused");
    CHECK(records_end(&records, RECORDS_TRAIN) == RECORDS_OK, "a bad end");
    run_to_end(&run);
    CHECK(run.shown.label == NO_DIGIT, "label %d", run.shown.label);
    CHECK(run.correct > 500 && run.correct <= 600, "%u of 600 correct", run.correct);
    for (int r = 0; r < 6; r++) {
        ink picture;
        network_signals signals;
        ink_from_greys(&picture, train.records[r] + 1);
        network_query(&run.network, &picture, &signals);
        float most = signals.outputs[network_answer(signals.outputs)];
        CHECK(r < 3 ? most > 0.7f : most < 0.3f, "record %d: %g", r, most);
    }
    run_free(&run);
    records_free(&records);
    file_free(&train);
}

/* Changed at once, it is as if it had been set; changed later, it counts from the next step on. */
static void changed_rate(void) {
    file train = file_create(20, 19);
    float expected[WEIGHTS];
    for (int falling = 0; falling < 2; falling++) {
        settings slow = SMALL, fast = SMALL;
        slow.learning_rate = 0.125f;
        fast.learning_rate = 0.5f;
        slow.records = fast.records = 20;
        slow.falling_rate = fast.falling_rate = falling;
        static records records;
        static run run;
        plain_run(&fast, &train, expected);
        CHECK(start(&run, &records, &slow), "no memory");
        load(&records, RECORDS_TRAIN, &train);
        run_change_learning_rate(&run, 0.5f);
        run_to_end(&run);
        check_weights(&run, expected, "changed at once");

        CHECK(run_reset(&run, &slow), "no memory");
        for (int round = 0; round < 2; round++) {
            run_train(&run, 30);
            float before = run_learning_rate(&run);
            CHECK(falling ? before < 0.125f : before == 0.125f, "rate %g", before);
            run_change_learning_rate(&run, 0.5f);
            float now = run_learning_rate(&run);
            CHECK(fabsf(now - 4 * before) < 1e-6f, "rate %g after %g", now, before);
            network step;
            CHECK(network_copy(&step, &run.network), "no memory");
            step.learning_rate = now;
            CHECK(run_train(&run, 1) == 1, "no step");
            float targets[DIGITS];
            network_signals signals;
            run_shown_picture(&run, network_next_picture(&step));
            network_targets(targets, run.shown.label);
            network_train(&step, targets, &signals);
            read_weights(&step, expected);
            check_weights(&run, expected, "the next step");
            network_free(&step);
            run_change_learning_rate(&run, 0.125f);
        }
        run_change_learning_rate(&run, 0.5f);
        CHECK(run_reset(&run, &slow), "no memory");
        CHECK(run_learning_rate(&run) == 0.125f, "a new run starts at %g", run_learning_rate(&run));
        run_free(&run);
        records_free(&records);
    }
    file_free(&train);
}

static void fallen_rate(void) {
    file train = file_create(20, 20);
    settings settings = SMALL;
    settings.falling_rate = true;
    settings.records = 20;
    for (settings.epochs = 1; settings.epochs <= 3; settings.epochs++) {
        static records records;
        static run run;
        CHECK(start(&run, &records, &settings), "no memory");
        load(&records, RECORDS_TRAIN, &train);
        run_to_end(&run);
        CHECK(run_learning_rate(&run) == 0, "%d epochs: %g", settings.epochs,
              run_learning_rate(&run));
        run_free(&run);
        records_free(&records);
    }
    file_free(&train);
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
    check_case("what was shown last stays, moved or not, whatever becomes of file and weights");
    shown_stays_moved_or_not();
    check_case("what is no digit is learned to be refused");
    no_digits();
    check_case("a learning rate that is changed counts from the next step to the end of the run");
    changed_rate();
    check_case("a rate that falls is 0 when the run is done");
    fallen_rate();
    return check_end();
}
