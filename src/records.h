/* The records that networks are trained on and tested with: two sets, shared by any number of runs.
 *
 * Each set comes as a CSV file, in bytes cut anywhere. A file is used once it has ended well; until
 * then, and if it fails, the set from the file before stays in use. There is one exception: while
 * the first training file arrives, its records are in use already, so that a run can start its
 * first epoch at once.
 *
 * Nothing is copied for a run. Whoever reads records must not do so while they are written to.
 */
#ifndef GLASSBOX_RECORDS_H
#define GLASSBOX_RECORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "csv.h"
#include "dataset.h"

typedef enum { RECORDS_TRAIN, RECORDS_TEST } records_kind;

typedef enum {
    RECORDS_OK,
    RECORDS_BAD_CSV,   /* records->sets[kind].csv says what and where */
    RECORDS_NO_MEMORY, /* ... for so many records */
    RECORDS_TOO_MANY   /* more than DATASET_MAX records */
} records_status;

typedef struct {
    dataset loaded;   /* the last file that ended well; empty if none has */
    dataset arriving; /* what the file being written has held so far */
    csv csv;
    bool open; /* a file is being written */
} records_set;

typedef struct {
    records_set sets[2];
    /* Changes when other training records take the place of those that a run may have trained on,
     * but not when more of the same file arrive. A run that finds another version than it trained
     * on has to start anew. */
    uint32_t training_version;
} records;

/* No records yet; takes no memory. */
void records_init(records *records);
void records_free(records *records);

/* Takes the next bytes of a file; the first call after records_end or an error starts a new one. On
 * an error the file is dropped. */
records_status records_write(records *records, records_kind kind, const uint8_t *bytes,
                             size_t size);

/* The file is complete, and replaces the one before. */
records_status records_end(records *records, records_kind kind);

/* The file will not be completed: drops what has arrived of it. */
void records_abandon(records *records, records_kind kind);

/* The set in use, owned by the records. */
const dataset *records_in_use(const records *records, records_kind kind);

/* Whether all of the training set is there: its first file has ended. */
bool records_complete(const records *records);

#endif
