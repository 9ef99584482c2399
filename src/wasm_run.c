/* Training runs for JavaScript. */
#include <stdlib.h>
#include <string.h>

#include "run.h"
#include "run_save.h"
#include "wasm.h"

EXPORT run *glassbox_run_create(const records *records, const double numbers[SETTINGS_COUNT]) {
    settings settings;
    run *created = aligned_alloc(_Alignof(run), sizeof *created);
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
