/* What a run showed the network last, and how that answered. */
#include "training.h"

static const uint8_t NONSENSE[] = "1,2,nonsense\n";

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

int main(void) {
    check_case("what a step showed, and its answer, are what the network got and gave");
    what_was_shown();
    check_case("what was shown last stays, moved or not, whatever becomes of file and weights");
    shown_stays_moved_or_not();
    return check_end();
}
