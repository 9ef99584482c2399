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
    check_case("other settings start a run on the same records");
    other_settings();
    check_case("what is no digit is learned to be refused");
    no_digits();
    check_case("a learning rate that is changed counts from the next step to the end of the run");
    changed_rate();
    check_case("a rate that falls is 0 when the run is done");
    fallen_rate();
    return check_end();
}
