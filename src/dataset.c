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

uint64_t dataset_digest(const dataset *dataset, int count) {
    uint64_t digest = DIGEST_START;
    for (int b = 0; count > 0; b++, count -= DATASET_BLOCK) {
        int records = count < DATASET_BLOCK ? count : DATASET_BLOCK;
        digest = digest_add(digest, dataset->blocks[b], (size_t)records * DATASET_RECORD);
    }
    return digest;
}
