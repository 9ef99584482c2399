#include "dataset.h"

#include <stdlib.h>
#include <string.h>

#include "digest.h"

void dataset_init(dataset *dataset) {
    dataset->count = 0;
    memset(dataset->blocks, 0, sizeof dataset->blocks);
}

void dataset_free(dataset *dataset) {
    for (int b = 0; b < DATASET_BLOCKS; b++) free(dataset->blocks[b]);
    dataset_init(dataset);
}

static uint8_t *record_at(const dataset *dataset, int index) {
    return dataset->blocks[index / DATASET_BLOCK] + index % DATASET_BLOCK * DATASET_RECORD;
}

bool dataset_add(dataset *dataset, const uint8_t record[DATASET_RECORD]) {
    if (dataset->count == DATASET_MAX) return false;
    uint8_t **block = &dataset->blocks[dataset->count / DATASET_BLOCK];
    if (!*block) *block = malloc(DATASET_BLOCK * DATASET_RECORD);
    if (!*block) return false;
    memcpy(record_at(dataset, dataset->count), record, DATASET_RECORD);
    dataset->count++;
    return true;
}

const uint8_t *dataset_record(const dataset *dataset, int index) {
    return record_at(dataset, index);
}

uint8_t *dataset_at(dataset *dataset, int index) {
    return record_at(dataset, index);
}

static void drop_records(dataset *dataset, int count) {
    dataset->count = count;
    for (int b = (count + DATASET_BLOCK - 1) / DATASET_BLOCK; b < DATASET_BLOCKS; b++) {
        free(dataset->blocks[b]);
        dataset->blocks[b] = NULL;
    }
}

bool dataset_move(dataset *from, int every, dataset *to) {
    int before = to->count, kept = 0;
    for (int i = every - 1; i < from->count; i += every) {
        if (dataset_add(to, record_at(from, i))) continue;
        drop_records(to, before);
        return false;
    }
    for (int i = 0; i < from->count; i++) {
        if (i % every == every - 1) continue;
        if (kept != i) memcpy(record_at(from, kept), record_at(from, i), DATASET_RECORD);
        kept++;
    }
    drop_records(from, kept);
    return true;
}

bool dataset_begins_with(const dataset *whole, const dataset *part) {
    if (whole->count < part->count) return false;
    for (int i = 0; i < part->count; i++)
        if (memcmp(record_at(whole, i), record_at(part, i), DATASET_RECORD) != 0) return false;
    return true;
}

uint64_t dataset_digest(const dataset *dataset, int count) {
    uint64_t digest = DIGEST_START;
    for (int b = 0; count > 0; b++, count -= DATASET_BLOCK) {
        int records = count < DATASET_BLOCK ? count : DATASET_BLOCK;
        digest = digest_add(digest, dataset->blocks[b], (size_t)records * DATASET_RECORD);
    }
    return digest;
}
