/* CSV files and records for JavaScript. */
#include <stdlib.h>
#include <string.h>

#include "evaluate.h"
#include "inspection.h"
#include "records.h"
#include "wasm.h"

EXPORT csv *glassbox_csv_create(void) {
    csv *created = malloc(sizeof *created);
    if (created) csv_start(created);
    return created;
}

EXPORT void glassbox_csv_destroy(csv *csv) {
    free(csv);
}

/* Reads a part of a file: its records, (count, DATASET_RECORD), of which each takes more bytes as
 * text, but the first may have begun before. Returns their number; -1: the file is bad. */
EXPORT int glassbox_csv_read(csv *csv, const uint8_t *bytes, size_t size, uint8_t *records) {
    const uint8_t *end = bytes + size;
    int count = 0;
    csv_status status;
    while ((status = csv_read(csv, &bytes, end)) == CSV_RECORD)
        memcpy(records + (size_t)count++ * DATASET_RECORD, csv->record, DATASET_RECORD);
    return status == CSV_BAD ? -1 : count;
}

/* The same for the end of the file, which may hold one more record. */
EXPORT int glassbox_csv_end(csv *csv, uint8_t record[DATASET_RECORD]) {
    csv_status status = csv_end(csv);
    if (status == CSV_RECORD) memcpy(record, csv->record, DATASET_RECORD);
    return status == CSV_BAD ? -1 : status == CSV_RECORD;
}

/* {reason, row, column, found} of the error in a file. */
EXPORT const csv_error *glassbox_csv_error(const csv *csv) {
    return &csv->error;
}

EXPORT records *glassbox_records_create(void) {
    records *created = malloc(sizeof *created);
    if (created) records_init(created);
    return created;
}

EXPORT void glassbox_records_destroy(records *records) {
    records_free(records);
    free(records);
}

EXPORT records_status glassbox_records_write(records *records, records_kind kind,
                                             const uint8_t *bytes, size_t size) {
    return records_write(records, kind, bytes, size);
}

EXPORT records_status glassbox_records_add(records *records, records_kind kind,
                                           const uint8_t *bytes, int count) {
    return records_add(records, kind, bytes, count);
}

EXPORT records_status glassbox_records_add_no_digits(records *records, records_kind kind,
                                                     const uint8_t *pixels, int count) {
    return records_add_no_digits(records, kind, pixels, count);
}

EXPORT records_status glassbox_records_end(records *records, records_kind kind) {
    return records_end(records, kind);
}

EXPORT void glassbox_records_abandon(records *records, records_kind kind) {
    records_abandon(records, kind);
}

EXPORT void glassbox_records_take_over(records *records, struct records *from, records_kind kind) {
    records_take_over(records, from, kind);
}

/* False: no memory. */
EXPORT bool glassbox_records_hold_out(records *records, int every) {
    return records_hold_out(records, every);
}

/* {records of each label, ground, highest, last_is_label} of a complete set (inspection.h). */
EXPORT void glassbox_records_inspect(const records *records, records_kind kind, inspection *found) {
    dataset_inspect(&records->sets[kind].loaded, found);
}

EXPORT int glassbox_records_read_turned(const records *records, records_kind kind, network *network,
                                        int correct[ORIENTATIONS]) {
    return dataset_read_turned(&records->sets[kind].loaded, network, correct);
}

EXPORT bool glassbox_records_correct(records *records, records_kind kind, int correction) {
    return records_correct(records, kind, correction);
}

/* The number of records so far in the file being written, or in the last file. */
EXPORT int glassbox_records_read(const records *records, records_kind kind) {
    const records_set *set = &records->sets[kind];
    return set->open ? set->arriving.count : set->loaded.count;
}

/* A digest of the records in use, of 53 bits, as many as JavaScript's numbers have. */
EXPORT double glassbox_records_digest(const records *records, records_kind kind) {
    const dataset *dataset = records_in_use(records, kind);
    return (double)(dataset_digest(dataset, dataset->count) >> 11);
}

/* The number of records in use. */
EXPORT int glassbox_records_count(const records *records, records_kind kind) {
    return records_in_use(records, kind)->count;
}

/* The label and 784 pixels of a record in use. */
EXPORT const uint8_t *glassbox_record(const records *records, records_kind kind, int index) {
    return dataset_record(records_in_use(records, kind), index);
}

/* The parser of the last file, for its error. */
EXPORT const csv *glassbox_records_csv(const records *records, records_kind kind) {
    return &records->sets[kind].csv;
}

/* Asks a network about test records from..to - 1 (evaluate.h). */
EXPORT double glassbox_evaluate(network *network, const records *records, int from, int to,
                                uint32_t confusion[DIGITS * DIGITS], float *outputs) {
    return evaluate(network, records_in_use(records, RECORDS_TEST), from, to, confusion, outputs);
}
