/* The interface to JavaScript: the only file that exports. Its callers, web/glassbox.js and
 * web/core, check sizes and ranges. Only numbers and addresses cross.
 */
#include <emscripten.h>
#include <stdlib.h>
#include <string.h>

#include "evaluate.h"
#include "foil.h"
#include "imagine.h"
#include "inspection.h"
#include "run_save.h"
#include "shaken.h"

#define EXPORT EMSCRIPTEN_KEEPALIVE

/* 0: no memory. The same holds for everything created below. */
EXPORT void *glassbox_alloc(size_t bytes) {
    return malloc(bytes);
}

EXPORT void glassbox_free(void *memory) {
    free(memory);
}

EXPORT network *glassbox_network_create(int hidden_nodes, float learning_rate, bool cross_entropy,
                                        float adversarial, float decay, uint32_t seed) {
    network *created = malloc(sizeof *created);
    if (!created || !network_init(created, hidden_nodes, learning_rate)) {
        free(created);
        return NULL;
    }
    created->rule = (network_rule){cross_entropy, adversarial, decay};
    network_randomize(created, seed);
    return created;
}

EXPORT network *glassbox_network_copy(const network *original) {
    network *created = malloc(sizeof *created);
    if (!created || !network_copy(created, original)) {
        free(created);
        return NULL;
    }
    return created;
}

EXPORT void glassbox_network_destroy(network *network) {
    network_free(network);
    free(network);
}

EXPORT int glassbox_network_hidden_nodes(const network *network) {
    return network->hidden_nodes;
}

EXPORT void glassbox_query(network *network, const float inputs[PIXELS], float *hidden,
                           float outputs[DIGITS]) {
    ink picture;
    network_signals signals;
    ink_from_inputs(&picture, inputs);
    network_query(network, &picture, &signals);
    memcpy(hidden, signals.hidden, network->hidden_nodes * sizeof *hidden);
    memcpy(outputs, signals.outputs, sizeof signals.outputs);
}

EXPORT void glassbox_train(network *network, const float inputs[PIXELS],
                           const float targets[DIGITS]) {
    network_signals signals;
    ink_from_inputs(network_next_picture(network), inputs);
    network_train(network, targets, &signals);
}

static void to_floats(const double *values, int count, float *floats) {
    for (int i = 0; i < count; i++) floats[i] = (float)values[i];
}

EXPORT void glassbox_backquery(network *network, const float targets[DIGITS], float logits[DIGITS],
                               float *hidden_sums, float *hidden, float sums[PIXELS],
                               float inputs[PIXELS]) {
    imagine_steps steps;
    imagine_backquery(network, targets, &steps);
    to_floats(steps.logits, DIGITS, logits);
    to_floats(steps.hidden_sums, network->hidden_nodes, hidden_sums);
    to_floats(steps.hidden, network->hidden_nodes, hidden);
    to_floats(steps.sums, PIXELS, sums);
    to_floats(steps.inputs, PIXELS, inputs);
}

EXPORT void glassbox_ascend(network *network, const float targets[DIGITS], int steps,
                            float step_size, float inputs[PIXELS]) {
    imagine_ascend(network, targets, steps, step_size, inputs);
}

EXPORT void glassbox_imagine(network *network, int digit, float inputs[PIXELS]) {
    shaken_ascent(network, digit, inputs);
}

/* False: none was found; the inputs are as they were. */
EXPORT bool glassbox_foil(network *network, int digit, float least, float inputs[PIXELS]) {
    return foil_find(network, digit, least, inputs);
}

EXPORT void glassbox_get_weights(network *network, float *wih, float *who) {
    network_get_weights(network, wih, who);
}

/* Weights for any number of hidden nodes. False: no memory; the network is as it was. */
EXPORT bool glassbox_set_weights(network *network, int hidden_nodes, const float *wih,
                                 const float *who) {
    return network_set_weights(network, hidden_nodes, wih, who);
}

EXPORT size_t glassbox_packed_count(const network *network) {
    return network_packed_count(network);
}

EXPORT void glassbox_pack(network *network, float *numbers) {
    network_pack(network, numbers);
}

/* False: no memory, or these are not a network's numbers; the network is as it was. */
EXPORT bool glassbox_unpack(network *network, const float *numbers, size_t count) {
    return network_unpack(network, numbers, count);
}

EXPORT void glassbox_rotate(const float inputs[PIXELS], double degrees, float turned[PIXELS]) {
    float picture[PADDED];
    for (int i = 0; i < PADDED; i++) picture[i] = i < PIXELS ? inputs[i] : BACKGROUND;
    image_rotation rotation;
    image_rotation_init(&rotation, degrees);
    image_rotate(&rotation, picture, INK_ANYWHERE, BACKGROUND, turned);
}

static void to_inputs(const uint8_t pixels[PIXELS], float inputs[PIXELS]) {
    for (int i = 0; i < PIXELS; i++) inputs[i] = BACKGROUND + ink_amount(pixels[i]);
}

/* False: no ink. */
EXPORT bool glassbox_drawing(const double *points, const int *lengths, int strokes,
                             uint8_t pixels[PIXELS], float inputs[PIXELS]) {
    if (!image_drawing(points, lengths, strokes, pixels)) return false;
    to_inputs(pixels, inputs);
    return true;
}

/* False: no ink. */
EXPORT bool glassbox_drawing_box(const double *points, const int *lengths, int strokes,
                                 uint8_t thin[IMAGE_BOX_PIXELS], uint8_t inked[IMAGE_BOX_PIXELS]) {
    return image_drawing_box(points, lengths, strokes, thin, inked);
}

/* False: no ink. */
EXPORT bool glassbox_raw_drawing(const double *points, const int *lengths, int strokes,
                                 double width, double height, double pen, uint8_t pixels[PIXELS],
                                 float inputs[PIXELS]) {
    image_frame frame = {width, height, pen};
    if (!image_raw_drawing(points, lengths, strokes, frame, pixels)) return false;
    to_inputs(pixels, inputs);
    return true;
}

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

/* The labels and pixels of all records in use, (count, DATASET_RECORD). */
EXPORT void glassbox_records_copy(const records *records, records_kind kind, uint8_t *copy) {
    const dataset *dataset = records_in_use(records, kind);
    for (int i = 0; i < dataset->count; i++)
        memcpy(copy + (size_t)i * DATASET_RECORD, dataset_record(dataset, i), DATASET_RECORD);
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

/* SETTINGS_TABLE, for the check that web/shared/settings.js has the same. */
EXPORT const char *glassbox_settings_table(void) {
    return SETTINGS_TABLE;
}

EXPORT run *glassbox_run_create(const records *records, const double numbers[SETTINGS_COUNT]) {
    settings settings;
    run *created = malloc(sizeof *created);
    if (!created || !settings_from_numbers(&settings, numbers) ||
        !run_init(created, records, &settings)) {
        free(created);
        return NULL;
    }
    return created;
}

EXPORT void glassbox_run_destroy(run *run) {
    run_free(run);
    free(run);
}

/* False: no memory; the run is as it was. */
EXPORT bool glassbox_run_reset(run *run, const double numbers[SETTINGS_COUNT]) {
    settings settings;
    return settings_from_numbers(&settings, numbers) && run_reset(run, &settings);
}

/* The network being trained; it belongs to the run. */
EXPORT network *glassbox_run_network(run *run) {
    return &run->network;
}

EXPORT bool glassbox_run_restart_if_stale(run *run) {
    return run_restart_if_stale(run);
}

EXPORT int glassbox_run_train(run *run, int steps) {
    return run_train(run, steps);
}

/* {epoch, step, steps, done, correct, error, learning rate of the next step} */
EXPORT void glassbox_run_state(const run *run, double numbers[7]) {
    run_progress now = run_progress_now(run);
    numbers[0] = now.epoch;
    numbers[1] = now.step;
    numbers[2] = now.steps;
    numbers[3] = now.done;
    numbers[4] = run->correct;
    numbers[5] = run->error;
    numbers[6] = run_learning_rate(run);
}

/* {record, variant, label} of the last step. Not before the first step. */
EXPORT void glassbox_run_shown(const run *run, uint32_t numbers[3], float inputs[PIXELS],
                               float outputs[DIGITS]) {
    const run_sample *shown = &run->shown;
    numbers[0] = shown->record;
    numbers[1] = shown->variant;
    numbers[2] = shown->label;
    ink picture;
    run_shown_picture(run, &picture);
    ink_to_inputs(&picture, inputs);
    memcpy(outputs, shown->outputs, sizeof shown->outputs);
}

EXPORT void glassbox_run_change_learning_rate(run *run, float learning_rate) {
    run_change_learning_rate(run, learning_rate);
}

EXPORT void glassbox_run_settings(const run *run, double numbers[SETTINGS_COUNT]) {
    settings_to_numbers(&run->settings, numbers);
}

EXPORT size_t glassbox_run_save_size(run *run) {
    return run_save_size(run);
}

EXPORT run_save_status glassbox_run_save(run *run, uint8_t *bytes) {
    return run_save(run, bytes);
}

EXPORT run_save_status glassbox_run_restore(run *run, const uint8_t *bytes, size_t size) {
    return run_restore(run, bytes, size);
}

EXPORT run_save_status glassbox_run_restore_ahead(run *run, const uint8_t *bytes, size_t size) {
    return run_restore_ahead(run, bytes, size);
}

EXPORT run_records glassbox_run_look_for_records(run *run) {
    return run_look_for_records(run);
}
