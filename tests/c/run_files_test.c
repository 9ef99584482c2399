/* A run and its files: how they are cut, how far they have come, what follows one that fails. */
#include "training.h"

static const uint8_t NONSENSE[] = "1,2,nonsense\n";

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

int main(void) {
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
    return check_end();
}
