/* Networks for JavaScript. */
#include <stdlib.h>
#include <string.h>

#include "foil.h"
#include "imagine.h"
#include "network.h"
#include "shaken.h"
#include "wasm.h"

EXPORT network *glassbox_network_create(int hidden_nodes, float learning_rate, bool cross_entropy,
                                        float adversarial, float decay, uint32_t seed) {
    network *created = aligned_alloc(_Alignof(network), sizeof *created);
    if (!created || !network_init(created, hidden_nodes, learning_rate)) {
        free(created);
        return NULL;
    }
    created->rule = (network_rule){cross_entropy, adversarial, decay};
    network_randomize(created, seed);
    return created;
}

EXPORT network *glassbox_network_copy(const network *original) {
    network *created = aligned_alloc(_Alignof(network), sizeof *created);
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

EXPORT network_unpack_status glassbox_unpack(network *network, const float *numbers, size_t count) {
    return network_unpack(network, numbers, count);
}
