/* The records that networks are trained on and tested with: two sets, shared by any number of runs.
 *
 * Each set comes as a file, in pieces of any size. A file is used once it is complete and valid;
 * until then, the previous set stays in use. There is one exception: the records of the first
 * training file are used while they arrive, so that a run can start its first epoch at once. A file
 * that may turn out to be bad is written to other records, from which these take it over.
 *
 * Runs do not copy records. Records must not be read while they are written to.
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
    RECORDS_BAD_CSV, /* the error is in records->sets[kind].csv */
    RECORDS_NO_MEMORY,
    RECORDS_TOO_MANY, /* more than DATASET_MAX records */
    RECORDS_BAD_LABEL /* above 9 */
} records_status;

typedef struct {
    dataset loaded;   /* the last complete file; empty if there is none */
    dataset arriving; /* the records so far of the file being written */
    csv csv;
    bool open;     /* a file is being written */
    bool has_text; /* by records_write */
} records_set;

typedef struct records {
    records_set sets[2];
    /* Changes when other training records replace those that a run may have trained on, but not
     * when more records of the same file arrive. A run that trained on another version has to start
     * again. */
    uint32_t training_version;
} records;

/* No records yet; takes no memory. */
void records_init(records *records);
void records_free(records *records);

/* Takes the next bytes of a CSV file; the first call after records_end or an error starts a new
 * one. On an error the file is dropped. */
records_status records_write(records *records, records_kind kind, const uint8_t *bytes,
                             size_t size);

/* The same for a file that is not CSV: takes whole records, (count, DATASET_RECORD). */
records_status records_add(records *records, records_kind kind, const uint8_t *bytes, int count);

/* The same for pictures of no digit, (count, PIXELS), which files cannot have. */
records_status records_add_no_digits(records *records, records_kind kind, const uint8_t *pixels,
                                     int count);

/* To be called at the end of a file, which replaces the previous one. */
records_status records_end(records *records, records_kind kind);

/* Takes over a complete set, which the other records lose; an incomplete file is dropped. The
 * training version stays the same where a run can go on: with the same records, or with all of a
 * file of which it has seen the beginning. */
void records_take_over(records *records, struct records *from, records_kind kind);

/* Moves every `every`th training record to the test set, whose records they replace. The training
 * set has to be complete. False: out of memory; nothing has changed. */
bool records_hold_out(records *records, int every);

/* Corrects a complete set (inspection.h). False: it does not fit; nothing has changed. */
bool records_correct(records *records, records_kind kind, int correction);

/* Drops an incomplete file. */
void records_abandon(records *records, records_kind kind);

/* The set in use, owned by the records. */
const dataset *records_in_use(const records *records, records_kind kind);

/* Whether the training set is complete: its first file has ended. */
bool records_complete(const records *records);

#endif
