#include "records.h"

#include <string.h>

void records_init(records *records) {
    memset(records, 0, sizeof *records);
}

void records_free(records *records) {
    for (int kind = RECORDS_TRAIN; kind <= RECORDS_TEST; kind++) {
        dataset_free(&records->sets[kind].loaded);
        dataset_free(&records->sets[kind].arriving);
    }
}

bool records_complete(const records *records) {
    return records->sets[RECORDS_TRAIN].loaded.count > 0;
}

const dataset *records_in_use(const records *records, records_kind kind) {
    const records_set *set = &records->sets[kind];
    return kind == RECORDS_TRAIN && !records_complete(records) ? &set->arriving : &set->loaded;
}

static void open_file(records *records, records_kind kind) {
    records_set *set = &records->sets[kind];
    if (set->open) return;
    csv_start(&set->csv);
    set->open = true;
    /* A first file that failed may have been trained on, and this one need not be the same. */
    if (kind == RECORDS_TRAIN && !records_complete(records)) records->training_version++;
}

void records_abandon(records *records, records_kind kind) {
    records_set *set = &records->sets[kind];
    dataset_free(&set->arriving);
    set->open = false;
}

/* Adds the record that the parser has found, if any. On an error the file is dropped. */
static records_status add_record(records *records, records_kind kind, csv_status status) {
    records_set *set = &records->sets[kind];
    if (status == CSV_MORE) return RECORDS_OK;
    if (status == CSV_RECORD && dataset_add(&set->arriving, set->csv.record)) return RECORDS_OK;
    bool full = set->arriving.count == DATASET_MAX;
    records_abandon(records, kind);
    if (status == CSV_BAD) return RECORDS_BAD_CSV;
    return full ? RECORDS_TOO_MANY : RECORDS_NO_MEMORY;
}

records_status records_write(records *records, records_kind kind, const uint8_t *bytes,
                             size_t size) {
    open_file(records, kind);
    const uint8_t *end = bytes + size;
    while (bytes < end) {
        csv_status found = csv_read(&records->sets[kind].csv, &bytes, end);
        records_status status = add_record(records, kind, found);
        if (status != RECORDS_OK) return status;
    }
    return RECORDS_OK;
}

records_status records_end(records *records, records_kind kind) {
    open_file(records, kind);
    records_set *set = &records->sets[kind];
    records_status status = add_record(records, kind, csv_end(&set->csv));
    if (status != RECORDS_OK) return status;
    if (kind == RECORDS_TRAIN && records_complete(records)) records->training_version++;
    dataset_free(&set->loaded);
    set->loaded = set->arriving;
    dataset_init(&set->arriving);
    set->open = false;
    return RECORDS_OK;
}
