#include "records.h"

#include <string.h>

#include "inspection.h"

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
    set->has_text = false;
    /* A first file that failed may have been trained on, and this one need not be the same. */
    if (kind == RECORDS_TRAIN && !records_complete(records)) records->training_version++;
}

void records_abandon(records *records, records_kind kind) {
    records_set *set = &records->sets[kind];
    dataset_free(&set->arriving);
    set->open = false;
}

/* The file is dropped, for a reason. */
static records_status refused(records *records, records_kind kind, records_status reason) {
    records_abandon(records, kind);
    return reason;
}

static records_status add_record(records *records, records_kind kind,
                                 const uint8_t record[DATASET_RECORD]) {
    dataset *arriving = &records->sets[kind].arriving;
    if (dataset_add(arriving, record)) return RECORDS_OK;
    bool full = arriving->count == DATASET_MAX;
    return refused(records, kind, full ? RECORDS_TOO_MANY : RECORDS_NO_MEMORY);
}

static records_status add_digit(records *records, records_kind kind,
                                const uint8_t record[DATASET_RECORD]) {
    if (record[0] >= DATASET_LABELS) return refused(records, kind, RECORDS_BAD_LABEL);
    return add_record(records, kind, record);
}

/* Takes what the parser has found. */
static records_status take(records *records, records_kind kind, csv_status found) {
    if (found == CSV_MORE) return RECORDS_OK;
    if (found == CSV_BAD) return refused(records, kind, RECORDS_BAD_CSV);
    return add_digit(records, kind, records->sets[kind].csv.record);
}

records_status records_write(records *records, records_kind kind, const uint8_t *bytes,
                             size_t size) {
    open_file(records, kind);
    records->sets[kind].has_text = true;
    const uint8_t *end = bytes + size;
    while (bytes < end) {
        csv_status found = csv_read(&records->sets[kind].csv, &bytes, end);
        records_status status = take(records, kind, found);
        if (status != RECORDS_OK) return status;
    }
    return RECORDS_OK;
}

records_status records_add(records *records, records_kind kind, const uint8_t *bytes, int count) {
    open_file(records, kind);
    for (int i = 0; i < count; i++) {
        records_status status = add_digit(records, kind, bytes + (size_t)i * DATASET_RECORD);
        if (status != RECORDS_OK) return status;
    }
    return RECORDS_OK;
}

records_status records_add_no_digits(records *records, records_kind kind, const uint8_t *pixels,
                                     int count) {
    open_file(records, kind);
    uint8_t record[DATASET_RECORD] = {NO_DIGIT};
    for (int i = 0; i < count; i++) {
        memcpy(record + 1, pixels + (size_t)i * PIXELS, PIXELS);
        records_status status = add_record(records, kind, record);
        if (status != RECORDS_OK) return status;
    }
    return RECORDS_OK;
}

/* Puts a complete set in the place of the one in use. */
static void replace(records *records, records_kind kind, dataset *complete) {
    records_set *set = &records->sets[kind];
    dataset_free(&set->loaded);
    set->loaded = *complete;
    dataset_init(complete);
}

records_status records_end(records *records, records_kind kind) {
    open_file(records, kind);
    records_set *set = &records->sets[kind];
    bool is_csv = set->has_text || set->arriving.count == 0;
    records_status status = take(records, kind, is_csv ? csv_end(&set->csv) : CSV_MORE);
    if (status != RECORDS_OK) return status;
    if (kind == RECORDS_TRAIN && records_complete(records)) records->training_version++;
    replace(records, kind, &set->arriving);
    set->open = false;
    return RECORDS_OK;
}

/* Whether a run that has trained on the records in use can go on with a new training set. */
static bool continues(const records *records, const dataset *fresh) {
    const dataset *used = records_in_use(records, RECORDS_TRAIN);
    bool as_many = fresh->count == used->count || !records_complete(records);
    return used->count > 0 && as_many && dataset_begins_with(fresh, used);
}

void records_take_over(records *records, struct records *from, records_kind kind) {
    dataset *fresh = &from->sets[kind].loaded;
    if (kind == RECORDS_TRAIN && !continues(records, fresh)) records->training_version++;
    records_abandon(records, kind);
    replace(records, kind, fresh);
}

bool records_hold_out(records *records, int every) {
    dataset held_out;
    dataset_init(&held_out);
    if (!dataset_move(&records->sets[RECORDS_TRAIN].loaded, every, &held_out)) return false;
    records->training_version++;
    replace(records, RECORDS_TEST, &held_out);
    return true;
}

bool records_correct(records *records, records_kind kind, int correction) {
    if (!dataset_correct(&records->sets[kind].loaded, correction)) return false;
    if (kind == RECORDS_TRAIN) records->training_version++;
    return true;
}
