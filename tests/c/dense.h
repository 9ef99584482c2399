/* The notebook's network written densely and in double, which tests compare the network with. */
#ifndef GLASSBOX_DENSE_H
#define GLASSBOX_DENSE_H

#include <math.h>
#include <stdlib.h>

#include "check.h"
#include "network.h"
#include "random.h"

/* Weights in the notebook's order, in both precisions. */
typedef struct {
    int n;
    float *wih, *who;
    double *wih_exact, *who_exact;
} weights;

static inline void *alloc_zeroed(size_t count, size_t size) {
    void *memory = calloc(count, size);
    if (!memory) abort();
    return memory;
}

static inline weights weights_alloc(int n) {
    return (weights){
        n, alloc_zeroed(n * PIXELS, sizeof(float)), alloc_zeroed(n * DIGITS, sizeof(float)),
        alloc_zeroed(n * PIXELS, sizeof(double)), alloc_zeroed(n * DIGITS, sizeof(double))};
}

static inline void weights_free(weights *weights) {
    free(weights->wih);
    free(weights->who);
    free(weights->wih_exact);
    free(weights->who_exact);
}

static inline void weights_read(weights *weights, network *network) {
    network_get_weights(network, weights->wih, weights->who);
    for (int i = 0; i < weights->n * PIXELS; i++) weights->wih_exact[i] = weights->wih[i];
    for (int i = 0; i < weights->n * DIGITS; i++) weights->who_exact[i] = weights->who[i];
}

static inline void weights_randomize(weights *weights, random_generator *random) {
    for (int i = 0; i < weights->n * PIXELS; i++)
        weights->wih[i] = (float)random_normal(random) / 28;
    for (int i = 0; i < weights->n * DIGITS; i++)
        weights->who[i] = (float)(random_normal(random) / sqrt(weights->n));
}

/* A picture of which about one pixel in `rarity` is inked. */
static inline void random_inputs(random_generator *random, int rarity, float inputs[PIXELS]) {
    for (int i = 0; i < PIXELS; i++) {
        inputs[i] = BACKGROUND;
        if (random_uniform(random) * rarity < 1) inputs[i] += 0.99f * (float)random_uniform(random);
    }
}

static inline double sigmoid(double x) {
    return 1 / (1 + exp(-x));
}

/* The notebook's query. */
static inline void dense_query(const weights *weights, const float inputs[PIXELS], double *hidden,
                               double outputs[DIGITS]) {
    for (int j = 0; j < weights->n; j++) {
        double sum = 0;
        for (int i = 0; i < PIXELS; i++) sum += weights->wih_exact[j * PIXELS + i] * inputs[i];
        hidden[j] = sigmoid(sum);
    }
    for (int k = 0; k < DIGITS; k++) {
        double sum = 0;
        for (int j = 0; j < weights->n; j++)
            sum += weights->who_exact[k * weights->n + j] * hidden[j];
        outputs[k] = sigmoid(sum);
    }
}

/* Largest difference of a query's signals from the dense ones on the weights as they are read out.
 */
static inline double query_error(network *network, const float inputs[PIXELS]) {
    weights weights = weights_alloc(network->hidden_nodes);
    weights_read(&weights, network);
    double *hidden = alloc_zeroed(weights.n, sizeof(double)), outputs[DIGITS], worst = 0;
    dense_query(&weights, inputs, hidden, outputs);
    ink picture;
    network_signals signals;
    ink_from_inputs(&picture, inputs);
    network_query(network, &picture, &signals);
    for (int j = 0; j < weights.n; j++)
        worst = check_larger(worst, fabs(((float *)signals.hidden)[j] - hidden[j]));
    for (int k = 0; k < DIGITS; k++)
        worst = check_larger(worst, fabs(signals.outputs[k] - outputs[k]));
    free(hidden);
    weights_free(&weights);
    return worst;
}

/* Cross-entropy, which wih's step goes down. */
static inline double cross_entropy(const double outputs[DIGITS], const float targets[DIGITS]) {
    double sum = 0;
    for (int k = 0; k < DIGITS; k++)
        sum -= targets[k] * log(outputs[k]) + (1 - targets[k]) * log(1 - outputs[k]);
    return sum;
}

/* Central difference of the cross-entropy by one pixel, in steps that single precision can make. */
static inline double dense_slope(const weights *weights, float *pixel, const float inputs[PIXELS],
                                 const float targets[DIGITS]) {
    double *hidden = alloc_zeroed(weights->n, sizeof *hidden), outputs[DIGITS];
    float kept = *pixel, up = kept + 1e-3f, down = kept - 1e-3f;
    *pixel = up;
    dense_query(weights, inputs, hidden, outputs);
    double above = cross_entropy(outputs, targets);
    *pixel = down;
    dense_query(weights, inputs, hidden, outputs);
    double below = cross_entropy(outputs, targets);
    *pixel = kept;
    free(hidden);
    return (above - below) / ((double)up - (double)down);
}

/* One step. */
static inline void train_on(network *network, const float inputs[PIXELS], int label) {
    ink picture;
    network_signals signals;
    float targets[DIGITS];
    ink_from_inputs(&picture, inputs);
    network_targets(targets, label);
    *network_next_picture(network) = picture;
    network_train(network, targets, &signals);
}

#endif
