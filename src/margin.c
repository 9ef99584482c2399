#include "margin.h"

#include <math.h>

#include "elementary.h"
#include "minmax.h"

/* The logits of outputs, held to what single precision can tell from 0 and 1. */
static void logits_of(const float outputs[DIGITS], double logits[DIGITS]) {
    for (int k = 0; k < DIGITS; k++)
        logits[k] = elementary_logit(min(max((double)outputs[k], 1e-7), 1 - 1e-6));
}

double margin_slope(network *network, int digit, float least, const float inputs[PIXELS],
                    float slope[PIXELS]) {
    ink picture;
    network_signals signals;
    double logits[DIGITS], odds[DIGITS], sum = (double)least / (1 - (double)least);
    double highest = least > 0 ? elementary_logit((double)least) : -INFINITY;
    ink_from_inputs(&picture, inputs);
    network_query(network, &picture, &signals);
    logits_of(signals.outputs, logits);
    for (int k = 0; k < DIGITS; k++) {
        double output = min((double)signals.outputs[k], 1 - 1e-6);
        odds[k] = k == digit ? 0 : output / (1 - output);
        sum += odds[k];
        if (k != digit) highest = max(highest, logits[k]);
    }
    float weights[DIGITS];
    for (int k = 0; k < DIGITS; k++) weights[k] = k == digit ? 1 : (float)(-odds[k] / sum);
    network_slope(network, &signals, weights, slope);
    return logits[digit] - highest;
}
