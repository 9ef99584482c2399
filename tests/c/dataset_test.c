/* Sets of records. */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "dataset.h"
#include "digest.h"

/* A record that tells its index. */
static void make_record(int index, uint8_t record[DATASET_RECORD]) {
    for (int i = 0; i < DATASET_RECORD; i++) record[i] = (uint8_t)(index * 31 + index / 256 + i);
}

static void check_records(const dataset *set, int count) {
    uint8_t record[DATASET_RECORD];
    CHECK(set->count == count, "%d records, not %d", set->count, count);
    for (int i = 0; i < count && i < set->count; i++) {
        make_record(i, record);
        CHECK(memcmp(dataset_record(set, i), record, sizeof record) == 0, "record %d", i);
    }
}

static void fill(dataset *set, int count) {
    uint8_t record[DATASET_RECORD];
    for (int i = 0; i < count; i++) {
        make_record(i, record);
        CHECK(dataset_add(set, record), "record %d is refused", i);
        memset(record, 0xee, sizeof record); /* it must have been copied */
    }
}

static void keeps_records(void) {
    static const int COUNTS[] = {
        0, 1, DATASET_BLOCK - 1, DATASET_BLOCK, DATASET_BLOCK + 1, 3 * DATASET_BLOCK + 7};
    for (size_t c = 0; c < sizeof COUNTS / sizeof *COUNTS; c++) {
        static dataset set;
        dataset_init(&set);
        fill(&set, COUNTS[c]);
        check_records(&set, COUNTS[c]);
        dataset_free(&set);
    }
}

static void stays_put(void) {
    static dataset set;
    dataset_init(&set);
    fill(&set, 1);
    const uint8_t *first = dataset_record(&set, 0);
    uint8_t record[DATASET_RECORD] = {0};
    for (int i = 1; i < 3 * DATASET_BLOCK; i++) dataset_add(&set, record);
    CHECK(dataset_record(&set, 0) == first, "record 0 has moved");
    dataset_free(&set);
}

static void is_empty_again(void) {
    static dataset set;
    dataset_init(&set);
    fill(&set, DATASET_BLOCK + 5);
    dataset_free(&set);
    check_records(&set, 0);
    fill(&set, 9);
    check_records(&set, 9);
    dataset_free(&set);
}

static void is_full(void) {
    static dataset set;
    uint8_t record[DATASET_RECORD] = {5};
    dataset_init(&set);
    fill(&set, 1);
    /* One block in all places: a set that is really full takes 823 MB. */
    for (int b = 1; b < DATASET_BLOCKS; b++) set.blocks[b] = set.blocks[0];
    set.count = DATASET_MAX - 1;
    CHECK(dataset_add(&set, record), "the last record is refused");
    CHECK(set.count == DATASET_MAX, "%d records", set.count);
    CHECK(dataset_record(&set, DATASET_MAX - 1)[0] == 5, "the last record is lost");
    CHECK(!dataset_add(&set, record), "a record more is taken");
    CHECK(set.count == DATASET_MAX, "%d records after that", set.count);
    for (int b = 1; b < DATASET_BLOCKS; b++) set.blocks[b] = NULL;
    dataset_free(&set);
}

/* The digest is that of the records one after the other, wherever blocks end. */
static void digest_of_records(void) {
    static dataset set;
    static uint8_t all[(2 * DATASET_BLOCK + 9) * DATASET_RECORD];
    dataset_init(&set);
    fill(&set, 2 * DATASET_BLOCK + 9);
    for (int i = 0; i < set.count; i++)
        memcpy(all + i * DATASET_RECORD, dataset_record(&set, i), DATASET_RECORD);
    static const int COUNTS[] = {
        0, 1, 7, DATASET_BLOCK - 1, DATASET_BLOCK, DATASET_BLOCK + 1, 2 * DATASET_BLOCK + 9};
    for (size_t c = 0; c < sizeof COUNTS / sizeof *COUNTS; c++) {
        int count = COUNTS[c];
        uint64_t wanted = digest_add(DIGEST_START, all, (size_t)count * DATASET_RECORD);
        CHECK(dataset_digest(&set, count) == wanted, "%d records", count);
    }
    dataset_free(&set);
}

int main(void) {
    check_case("records are kept as they were, around the size of a block");
    keeps_records();
    check_case("a record stays where it is while others come");
    stays_put();
    check_case("a set that was freed is empty and takes records again");
    is_empty_again();
    check_case("a full set refuses a record and stays as it was");
    is_full();
    check_case("the digest of some records is that of their bytes");
    digest_of_records();
    return check_end();
}
