/* Ten pictures that a network learns to tell apart in no time: a bar for each digit. */
#ifndef GLASSBOX_PATTERNS_H
#define GLASSBOX_PATTERNS_H

#include "check.h"
#include "dense.h"

/* A bar of 12 x 4 pixels: 0 to 4 lie from top to bottom, 5 to 9 stand from left to right. */
static inline void pattern(int digit, float inputs[PIXELS]) {
    for (int i = 0; i < PIXELS; i++) {
        int row = i / SIDE, column = i % SIDE;
        int along = digit < 5 ? column : row, across = digit < 5 ? row : column;
        int from = 4 + 4 * (digit % 5);
        inputs[i] =
            along >= 8 && along < 20 && across >= from && across < from + 4 ? 1 : BACKGROUND;
    }
}

/* Trained on them, with an update pending. */
static inline void init_on_patterns(network *network, int hidden_nodes) {
    CHECK(network_init(network, hidden_nodes, 0.2f), "no memory");
    network->rule = (network_rule){.cross_entropy = true, .adversarial = 0.2f};
    network_randomize(network, 1);
    for (int step = 0; step < 3000; step++) {
        float inputs[PIXELS];
        pattern(step % DIGITS, inputs);
        train_on(network, inputs, step % DIGITS);
    }
    CHECK(network->update_pending, "no update is pending");
}

static inline int answer_to(network *network, const float inputs[PIXELS]) {
    ink picture;
    network_signals signals;
    ink_from_inputs(&picture, inputs);
    network_query(network, &picture, &signals);
    return network_answer(signals.outputs);
}

#endif
