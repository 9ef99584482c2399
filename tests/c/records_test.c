/* The records: which sets are in use, and when a training set counts as another one. */
#include "training.h"

static const uint8_t NONSENSE[] = "1,2,nonsense\n";

static void check_in_use(const records *records, records_kind kind, const file *file, int count) {
    const dataset *set = records_in_use(records, kind);
    CHECK(set->count == count, "%d records, not %d", set->count, count);
    for (int r = 0; r < count && r < set->count; r++)
        CHECK(memcmp(dataset_record(set, r), file->records[r], CSV_COLUMNS) == 0, "record %d", r);
}

/* Kinds are written alternately, to see that they have nothing in common. */
static void two_sets(void) {
    file train = file_create(5, 1), test = file_create(4, 2);
    records records;
    records_init(&records);
    CHECK(!records_complete(&records), "complete without records");
    size_t cut = train.size - 1;
    write_part(&records, RECORDS_TRAIN, &train, 0, cut / 2);
    write_part(&records, RECORDS_TEST, &test, 0, 100);
    write_part(&records, RECORDS_TRAIN, &train, cut / 2, cut);
    check_in_use(&records, RECORDS_TRAIN, &train, 4);
    CHECK(!records_complete(&records), "complete before the end");
    write_part(&records, RECORDS_TEST, &test, 100, test.size);
    check_in_use(&records, RECORDS_TEST, &test, 0);
    CHECK(records_end(&records, RECORDS_TEST) == RECORDS_OK, "a bad end");
    check_in_use(&records, RECORDS_TEST, &test, 4);
    CHECK(records_end(&records, RECORDS_TRAIN) == RECORDS_OK, "a bad end");
    check_in_use(&records, RECORDS_TRAIN, &train, 5);
    CHECK(records_complete(&records), "not complete");
    records_free(&records);
    file_free(&train);
    file_free(&test);
}

static void replaced(void) {
    file first = file_create(5, 3), second = file_create(7, 4);
    for (int kind = RECORDS_TRAIN; kind <= RECORDS_TEST; kind++) {
        records records;
        records_init(&records);
        load(&records, kind, &first);
        write_part(&records, kind, &second, 0, second.size);
        check_in_use(&records, kind, &first, 5);
        CHECK(records_write(&records, kind, NONSENSE, sizeof NONSENSE - 1) == RECORDS_BAD_CSV,
              "nonsense is taken");
        const csv_error *error = &records.sets[kind].csv.error;
        CHECK(error->row == 8 && error->column == 3, "row %u, column %d", error->row,
              error->column);
        CHECK(error->reason == CSV_NOT_A_NUMBER && error->found == 'n', "reason %d",
              (int)error->reason);
        check_in_use(&records, kind, &first, 5);
        write_part(&records, kind, &second, 0, second.size - 9);
        records_abandon(&records, kind);
        CHECK(records.sets[kind].arriving.count == 0, "records are left behind");
        CHECK(records_end(&records, kind) == RECORDS_BAD_CSV, "an empty file is taken");
        check_in_use(&records, kind, &first, 5);
        load(&records, kind, &second);
        check_in_use(&records, kind, &second, 7);
        records_free(&records);
    }
    file_free(&first);
    file_free(&second);
}

/* What a run may have trained on makes way for something else, and only then. */
static void versions(void) {
    file first = file_create(5, 5), second = file_create(4, 6);
    records records;
    records_init(&records);
    load(&records, RECORDS_TEST, &first);
    write_part(&records, RECORDS_TRAIN, &first, 0, first.size / 2);
    uint32_t version = records.training_version;
    write_part(&records, RECORDS_TRAIN, &first, first.size / 2, first.size);
    load(&records, RECORDS_TEST, &second);
    CHECK(records.training_version == version, "another version while the file arrives");
    records_abandon(&records, RECORDS_TRAIN);
    write_part(&records, RECORDS_TRAIN, &second, 0, 1);
    CHECK(records.training_version != version, "the same version after the first file was dropped");
    version = records.training_version;
    write_part(&records, RECORDS_TRAIN, &second, 1, second.size);
    CHECK(records_end(&records, RECORDS_TRAIN) == RECORDS_OK, "a bad end");
    CHECK(records.training_version == version, "another version when the file has ended");
    write_part(&records, RECORDS_TRAIN, &first, 0, first.size);
    records_abandon(&records, RECORDS_TRAIN);
    write_part(&records, RECORDS_TRAIN, &first, 0, first.size);
    CHECK(records.training_version == version, "another version before a file has replaced it");
    CHECK(records_end(&records, RECORDS_TRAIN) == RECORDS_OK, "a bad end");
    CHECK(records.training_version != version, "the same version after a file has replaced it");
    records_free(&records);
    file_free(&first);
    file_free(&second);
}

/* Whole records, in place of text. */
static void added(void) {
    file file = file_create(5, 7);
    records records;
    records_init(&records);
    CHECK(records_add(&records, RECORDS_TEST, file.records[0], 2) == RECORDS_OK, "refused");
    CHECK(records_add(&records, RECORDS_TEST, file.records[2], 3) == RECORDS_OK, "refused");
    CHECK(records_end(&records, RECORDS_TEST) == RECORDS_OK, "a bad end");
    check_in_use(&records, RECORDS_TEST, &file, 5);
    file.records[1][0] = 10;
    CHECK(records_add(&records, RECORDS_TEST, file.records[0], 3) == RECORDS_BAD_LABEL,
          "a label of 10 is taken");
    file.records[1][0] = dataset_record(records_in_use(&records, RECORDS_TEST), 1)[0];
    check_in_use(&records, RECORDS_TEST, &file, 5);
    CHECK(records_end(&records, RECORDS_TEST) == RECORDS_BAD_CSV, "a file of nothing is taken");
    uint8_t pictures[2][PIXELS] = {{1, 2, 3}, {4, 5, 6}};
    CHECK(records_add(&records, RECORDS_TRAIN, file.records[0], 1) == RECORDS_OK, "refused");
    CHECK(records_add_no_digits(&records, RECORDS_TRAIN, *pictures, 2) == RECORDS_OK, "refused");
    CHECK(records_end(&records, RECORDS_TRAIN) == RECORDS_OK, "a bad end");
    const dataset *train = records_in_use(&records, RECORDS_TRAIN);
    CHECK(train->count == 3, "%d records", train->count);
    for (int r = 0; r < 2; r++) {
        const uint8_t *record = dataset_record(train, r + 1);
        CHECK(record[0] == NO_DIGIT, "label %d", record[0]);
        CHECK(memcmp(record + 1, pictures[r], PIXELS) == 0, "picture %d", r);
    }
    records_free(&records);
    file_free(&file);
}

static void taken_over(void) {
    file first = file_create(5, 8), second = file_create(7, 9);
    records records, from;
    records_init(&records);
    records_init(&from);
    load(&from, RECORDS_TRAIN, &second);
    write_part(&records, RECORDS_TRAIN, &first, 0, first.size);
    uint32_t version = records.training_version;
    records_take_over(&records, &from, RECORDS_TRAIN);
    check_in_use(&records, RECORDS_TRAIN, &second, 7);
    CHECK(records_complete(&records), "not complete");
    CHECK(records.training_version != version, "the same version");
    CHECK(records_in_use(&from, RECORDS_TRAIN)->count == 0, "the other records have them, too");
    version = records.training_version;
    load(&from, RECORDS_TEST, &first);
    records_take_over(&records, &from, RECORDS_TEST);
    check_in_use(&records, RECORDS_TEST, &first, 5);
    load(&from, RECORDS_TRAIN, &second);
    records_take_over(&records, &from, RECORDS_TRAIN);
    CHECK(records.training_version == version, "another version of the same records");
    records_free(&records);

    /* A file of which a run has seen the beginning. */
    records_init(&records);
    write_part(&records, RECORDS_TRAIN, &first, 0, file_offset(&first, 3));
    version = records.training_version;
    load(&from, RECORDS_TRAIN, &first);
    records_take_over(&records, &from, RECORDS_TRAIN);
    check_in_use(&records, RECORDS_TRAIN, &first, 5);
    CHECK(records.training_version == version, "another version after the rest of the file");
    records_free(&records);
    records_free(&from);
    file_free(&first);
    file_free(&second);
}

static void held_out(void) {
    file file = file_create(25, 10);
    records records;
    records_init(&records);
    load(&records, RECORDS_TRAIN, &file);
    uint32_t version = records.training_version;
    CHECK(records_hold_out(&records, 10), "no memory");
    CHECK(records.training_version != version, "the same version");
    const dataset *train = records_in_use(&records, RECORDS_TRAIN);
    const dataset *test = records_in_use(&records, RECORDS_TEST);
    CHECK(train->count == 23 && test->count == 2, "%d and %d", train->count, test->count);
    for (int i = 0; i < 25; i++) {
        const uint8_t *record =
            i % 10 == 9 ? dataset_record(test, i / 10) : dataset_record(train, i - (i + 1) / 10);
        CHECK(memcmp(record, file.records[i], CSV_COLUMNS) == 0, "record %d", i);
    }
    records_free(&records);
    file_free(&file);
}

int main(void) {
    check_case("each set is one file's; training records are in use while the first file arrives");
    two_sets();
    check_case("a file that fails, is abandoned or empty leaves the one before in use");
    replaced();
    check_case("training records have another version when others take their place");
    versions();
    check_case("whole records are taken like rows of text, but for labels above 9; so is what is "
               "no digit");
    added();
    check_case("a set is taken over; runs can go on where it begins with what they have seen");
    taken_over();
    check_case("every tenth training record can be held out for testing");
    held_out();
    return check_end();
}
