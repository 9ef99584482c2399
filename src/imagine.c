#include "imagine.h"

#include <math.h>

#include "elementary.h"
#include "minmax.h"

/* Constants of ascent, chosen by inspecting the pictures of twenty networks and by querying each
 * network with the others' pictures. Softened PEN times, a point becomes a bell curve with a
 * standard deviation of sqrt(PEN / 2) pixels, about as wide as MNIST's strokes. */
enum { PEN = 5 };
static const float FADING = 0.015f;

/* Scales n values to 0.01..0.99 by the smallest and the largest of them. */
static void rescale(const double *values, int n, double *scaled) {
    double low = values[0], high = values[0];
    for (int i = 1; i < n; i++) {
        if (values[i] < low) low = values[i];
        if (values[i] > high) high = values[i];
    }
    for (int i = 0; i < n; i++)
        scaled[i] = high > low ? (values[i] - low) / (high - low) * 0.98 + 0.01 : 0.5;
}

void imagine_backquery(network *network, const float targets[DIGITS], imagine_steps *steps) {
    network_flush(network);
    /* In double precision: rescaling by smallest and largest value magnifies rounding errors, and
     * backqueries are too rare for the time to matter. */
    int n = network->hidden_nodes, V = network->V;
    for (int j = 0; j < n; j++) steps->hidden_sums[j] = 0;
    for (int k = 0; k < DIGITS; k++) {
        steps->logits[k] = elementary_logit(targets[k]);
        for (int j = 0; j < n; j++)
            steps->hidden_sums[j] += network->who[j / 4 * DIGITS + k][j % 4] * steps->logits[k];
    }
    rescale(steps->hidden_sums, n, steps->hidden);
    double signals[HIDDEN_MAX], from_offset = 0;
    for (int j = 0; j < n; j++) {
        signals[j] = elementary_logit(steps->hidden[j]);
        from_offset += network->offset[j / 4][j % 4] * signals[j];
    }
    for (int i = 0; i < PIXELS; i++) {
        const f32x4 *row = network->wih + i * V;
        steps->sums[i] = from_offset;
        for (int j = 0; j < n; j++) steps->sums[i] += row[j / 4][j % 4] * signals[j];
    }
    rescale(steps->sums, PIXELS, steps->inputs);
}

float imagine_slope(network *network, const float targets[DIGITS], const float inputs[PIXELS],
                    float slope[PIXELS]) {
    ink picture;
    network_signals signals;
    ink_from_inputs(&picture, inputs);
    network_query(network, &picture, &signals);
    float errors[DIGITS], distance = 0;
    for (int k = 0; k < DIGITS; k++) {
        errors[k] = targets[k] - signals.outputs[k];
        distance = maxf(distance, fabsf(errors[k]));
    }
    network_slope(network, &signals, errors, slope);
    return distance;
}

/* Gives a quarter of each value to either neighbour in a line of the picture. */
static void soften(float *line, int stride) {
    float before = 0;
    for (int i = 0; i < SIDE; i++, line += stride) {
        float here = *line, after = i + 1 < SIDE ? line[stride] : 0;
        *line = 0.5f * here + 0.25f * (before + after);
        before = here;
    }
}

void imagine_soften(float picture[PIXELS]) {
    for (int i = 0; i < SIDE; i++) soften(picture + i * SIDE, 1);
    for (int i = 0; i < SIDE; i++) soften(picture + i, SIDE);
}

void imagine_ascend(network *network, const float targets[DIGITS], int steps, float step_size,
                    float inputs[PIXELS]) {
    for (int step = 0; step < steps; step++) {
        float push[PIXELS], largest = 0;
        float distance = imagine_slope(network, targets, inputs, push);
        for (int time = 0; time < PEN; time++) imagine_soften(push);
        for (int i = 0; i < PIXELS; i++) largest = maxf(largest, fabsf(push[i]));
        if (largest == 0) return; /* the pixels make no difference to this network */
        for (int i = 0; i < PIXELS; i++) {
            float moved = inputs[i] + step_size * (distance * (push[i] / largest) - FADING);
            inputs[i] = minf(maxf(moved, BACKGROUND), 1);
        }
    }
}
