/* How well a network does: against asking it about each record. */
#include <math.h>

#include "evaluate.h"
#include "training.h"

static void check_answers(int records, float got[][DIGITS], float wanted[][DIGITS]) {
    for (int r = 0; r < records; r++)
        for (int k = 0; k < DIGITS; k++)
            CHECK(fabsf(got[r][k] - wanted[r][k]) <= 1e-6f, "record %d, output %d: %g, not %g", r,
                  k, got[r][k], wanted[r][k]);
}

static void tests_count(void) {
    file train = file_create(5, 15), test = file_create(60, 16);
    settings settings = SMALL;
    settings.epochs = 200;
    static records records;
    static run run;
    CHECK(start(&run, &records, &settings), "no memory");
    load(&records, RECORDS_TRAIN, &train);
    write_part(&records, RECORDS_TEST, &test, 0, test.size);
    CHECK(records_in_use(&records, RECORDS_TEST)->count == 0, "test records before the end");
    CHECK(records_end(&records, RECORDS_TEST) == RECORDS_OK, "a bad end");
    run_to_end(&run);
    float before[WEIGHTS];
    read_weights(&run.network, before);

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
        network_query(&run.network, &picture, &signals);
        expected[10 * test.records[r][0] + network_answer(signals.outputs)]++;
        memcpy(answers_expected[r], signals.outputs, sizeof signals.outputs);
        for (int k = 0; k < DIGITS; k++)
            error += pow((k == test.records[r][0] ? 0.99 : 0.01) - signals.outputs[k], 2) / 10;
    }
    network *own = &run.network;
    const dataset *tests = records_in_use(&records, RECORDS_TEST);
    double told = evaluate(own, tests, 0, test.count, whole, *answers_told);
    CHECK(memcmp(whole, expected, sizeof whole) == 0, "other counts");
    check_answers(test.count, answers_told, answers_expected);
    CHECK(fabs(told - error) <= 1e-6 * error, "error %g, not %g", told, error);
    memset(answers_told, 0, sizeof answers_told);
    told = evaluate(own, tests, 0, 23, parts, *answers_told);
    told += evaluate(own, tests, 23, 23, parts, answers_told[23]);
    told += evaluate(own, tests, 23, 60, parts, answers_told[23]);
    CHECK(memcmp(parts, expected, sizeof parts) == 0, "other counts in parts");
    check_answers(test.count, answers_told, answers_expected);
    CHECK(fabs(told - error) <= 1e-6 * error, "error %g in parts, not %g", told, error);

    network guest;
    CHECK(network_init(&guest, 31, 0.1f), "no memory");
    network_randomize(&guest, 4);
    evaluate(&guest, tests, 7, 8, others, *answers_told);
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
    check_weights(&run, before, "testing");
    run_free(&run);
    records_free(&records);
    file_free(&train);
    file_free(&test);
}

/* In a test set they can only be by being held out. */
static void no_digits(void) {
    file file = file_create(3, 5);
    static records records;
    records_init(&records);
    CHECK(records_add_no_digits(&records, RECORDS_TEST, file.records[0] + 1, 1) == RECORDS_OK,
          "refused");
    CHECK(records_add(&records, RECORDS_TEST, file.records[1], 2) == RECORDS_OK, "refused");
    CHECK(records_end(&records, RECORDS_TEST) == RECORDS_OK, "a bad end");
    network network;
    CHECK(network_init(&network, HIDDEN, 0.2f), "no memory");
    network_randomize(&network, 1);
    uint32_t confusion[DIGITS * DIGITS] = {0}, counted = 0;
    float outputs[3][DIGITS];
    evaluate(&network, records_in_use(&records, RECORDS_TEST), 0, 3, confusion, *outputs);
    for (int i = 0; i < DIGITS * DIGITS; i++) counted += confusion[i];
    CHECK(counted == 2, "%u records are counted", counted);
    network_free(&network);
    records_free(&records);
    file_free(&file);
}

int main(void) {
    check_case("an evaluation counts each record by label and answer, and trains nothing");
    tests_count();
    check_case("what is no digit is in no label's row");
    no_digits();
    return check_end();
}
