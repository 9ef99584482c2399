/* What JavaScript sees of the core: the only file that exports. web/glassbox.js is its only caller;
 * it has checked sizes and ranges. Only numbers and addresses cross.
 */
#include <emscripten.h>
#include <stdlib.h>
#include <string.h>

#include "imagine.h"
#include "trainer.h"

#define EXPORT EMSCRIPTEN_KEEPALIVE

EXPORT void *glassbox_take_memory(size_t bytes) {
    return malloc(bytes);
}

EXPORT void glassbox_give_memory(void *memory) {
    free(memory);
}

/* 0: no memory. */
EXPORT network *glassbox_network_make(int hidden_nodes, float learning_rate, uint32_t seed) {
    network *made = malloc(sizeof *made);
    if (!made) return NULL;
    if (!network_init(made, hidden_nodes, learning_rate)) {
        free(made);
        return NULL;
    }
    network_randomize(made, seed);
    return made;
}

/* 0: no memory. */
EXPORT network *glassbox_network_copy(const network *original) {
    network *made = malloc(sizeof *made);
    if (!made) return NULL;
    if (!network_copy(made, original)) {
        free(made);
        return NULL;
    }
    return made;
}

EXPORT void glassbox_network_unmake(network *network) {
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

EXPORT void glassbox_ascend(network *network, const float targets[DIGITS], int steps, float rate,
                            float inputs[PIXELS]) {
    imagine_ascend(network, targets, steps, rate, inputs);
}

EXPORT void glassbox_get_weights(network *network, float *wih, float *who) {
    network_get_weights(network, wih, who);
}

EXPORT void glassbox_node_weights(network *network, int node, float weights[PIXELS]) {
    network_node_weights(network, node, weights);
}

EXPORT void glassbox_pixel_weights(network *network, int pixel, float *weights) {
    network_pixel_weights(network, pixel, weights);
}

/* Weights for any number of hidden nodes. False: no memory; the network is as it was. */
EXPORT bool glassbox_set_weights(network *network, int hidden_nodes, const float *wih,
                                 const float *who) {
    return network_set_weights(network, hidden_nodes, wih, who);
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

static trainer_settings settings(int hidden_nodes, float learning_rate, int epochs, double angle,
                                 double distortion, int records, bool cross_entropy,
                                 bool falling_rate, float flash_cards, uint32_t seed) {
    return (trainer_settings){hidden_nodes, learning_rate, epochs,       angle,       distortion,
                              records,      cross_entropy, falling_rate, flash_cards, seed};
}

/* 0: no memory. */
EXPORT trainer *glassbox_trainer_make(int hidden_nodes, float learning_rate, int epochs,
                                      double angle, double distortion, int records,
                                      bool cross_entropy, bool falling_rate, float flash_cards,
                                      uint32_t seed) {
    trainer *made = malloc(sizeof *made);
    if (!made) return NULL;
    trainer_settings chosen = settings(hidden_nodes, learning_rate, epochs, angle, distortion,
                                       records, cross_entropy, falling_rate, flash_cards, seed);
    if (!trainer_init(made, &chosen)) {
        free(made);
        return NULL;
    }
    return made;
}

EXPORT void glassbox_trainer_unmake(trainer *trainer) {
    trainer_free(trainer);
    free(trainer);
}

EXPORT bool glassbox_trainer_reset(trainer *trainer, int hidden_nodes, float learning_rate,
                                   int epochs, double angle, double distortion, int records,
                                   bool cross_entropy, bool falling_rate, float flash_cards,
                                   uint32_t seed) {
    trainer_settings chosen = settings(hidden_nodes, learning_rate, epochs, angle, distortion,
                                       records, cross_entropy, falling_rate, flash_cards, seed);
    return trainer_reset(trainer, &chosen);
}

/* The network being trained; it belongs to the trainer. */
EXPORT network *glassbox_trainer_network(trainer *trainer) {
    return &trainer->network;
}

EXPORT int glassbox_write(trainer *trainer, trainer_kind kind, const uint8_t *bytes, size_t size) {
    return trainer_write(trainer, kind, bytes, size);
}

EXPORT int glassbox_end(trainer *trainer, trainer_kind kind) {
    return trainer_end(trainer, kind);
}

EXPORT void glassbox_abandon(trainer *trainer, trainer_kind kind) {
    trainer_abandon(trainer, kind);
}

/* Records that have arrived of the file being written, or that the last one held. */
EXPORT int glassbox_records_read(const trainer *trainer, trainer_kind kind) {
    const trainer_set *set = &trainer->sets[kind];
    return set->open ? set->arriving.count : set->loaded.count;
}

/* Records there are to train on or test with. */
EXPORT int glassbox_records_ready(const trainer *trainer, trainer_kind kind) {
    return trainer_records(trainer, kind)->count;
}

/* {reason, row, column, found} of the last error in a file. */
EXPORT void glassbox_csv_error(const trainer *trainer, trainer_kind kind, int error[4]) {
    const csv *csv = &trainer->sets[kind].csv;
    error[0] = (int)csv->reason;
    error[1] = (int)csv->row;
    error[2] = csv->column;
    error[3] = csv->found;
}

EXPORT int glassbox_run(trainer *trainer, int steps) {
    return trainer_run(trainer, steps);
}

/* {epoch, step, steps, done} */
EXPORT void glassbox_progress(const trainer *trainer, uint32_t numbers[4]) {
    trainer_progress now = trainer_state(trainer);
    numbers[0] = now.epoch;
    numbers[1] = now.step;
    numbers[2] = now.steps;
    numbers[3] = now.done;
}

/* {record, variant, label} that the last step showed. There was one. */
EXPORT void glassbox_shown(const trainer *trainer, uint32_t numbers[3], float inputs[PIXELS],
                           float outputs[DIGITS]) {
    const trainer_showing *shown = &trainer->shown;
    numbers[0] = shown->record;
    numbers[1] = shown->variant;
    numbers[2] = shown->label;
    ink picture;
    trainer_shown_picture(trainer, &picture);
    ink_to_inputs(&picture, inputs);
    memcpy(outputs, shown->outputs, sizeof shown->outputs);
}

/* Right answers before learning, since the run began. */
EXPORT uint32_t glassbox_learnt_correct(const trainer *trainer) {
    return trainer->correct;
}

/* The sum of those answers' errors (network_error). */
EXPORT double glassbox_learnt_error(const trainer *trainer) {
    return trainer->error;
}

EXPORT float glassbox_learning_rate(const trainer *trainer) {
    return trainer_rate(trainer);
}

EXPORT void glassbox_change_learning_rate(trainer *trainer, float rate) {
    trainer_change_rate(trainer, rate);
}

/* The label and 784 pixels of a record, which belong to the trainer. */
EXPORT const uint8_t *glassbox_record(const trainer *trainer, trainer_kind kind, int index) {
    return dataset_record(trainer_records(trainer, kind), index);
}

EXPORT double glassbox_test(const trainer *trainer, network *network, int from, int to,
                            uint32_t confusion[DIGITS * DIGITS], float *outputs) {
    return trainer_test(trainer, network, from, to, confusion, outputs);
}
