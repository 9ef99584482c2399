/* Labelled pictures, as bytes.
 *
 * Records are stored in blocks, so a set grows without copying them and without fragmenting memory.
 * 60,000 records take 47 MB.
 */
#ifndef GLASSBOX_DATASET_H
#define GLASSBOX_DATASET_H

#include <stdbool.h>
#include <stdint.h>

#include "ink.h"

enum {
    DATASET_LABELS = 10,
    DATASET_RECORD = 1 + PIXELS, /* label 0..9, or 10 for no digit, then pixels 0..255 */
    DATASET_BLOCK = 1024,        /* records in a block */
    DATASET_BLOCKS = 1024,
    DATASET_MAX = DATASET_BLOCK * DATASET_BLOCKS
};

typedef struct {
    int count;
    uint8_t *blocks[DATASET_BLOCKS];
} dataset;

void dataset_init(dataset *dataset);
void dataset_free(dataset *dataset); /* empty again, and ready for use */

/* Adds a copy of a record. False: out of memory, or the set already holds DATASET_MAX records;
 * nothing has changed. */
bool dataset_add(dataset *dataset, const uint8_t record[DATASET_RECORD]);

/* Record `index` of 0..count - 1, owned by the set. */
const uint8_t *dataset_record(const dataset *dataset, int index);

/* The same, to change it. */
uint8_t *dataset_at(dataset *dataset, int index);

/* Moves every `every`th record, from the one of index `every` - 1 on, to the end of another set.
 * False: out of memory; nothing has changed. */
bool dataset_move(dataset *from, int every, dataset *to);

/* Whether a set begins with all records of another. */
bool dataset_begins_with(const dataset *whole, const dataset *part);

/* The digest (digest.h) of the first `count` records. Takes some milliseconds for 60,000. */
uint64_t dataset_digest(const dataset *dataset, int count);

#endif
