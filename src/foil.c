#include "foil.h"

#include <math.h>
#include <string.h>

#include "margin.h"
#include "minmax.h"

/* Steps to the border between two answers, and of refining where it is crossed. */
enum { FOIL_STEPS = 60, FOIL_REFINEMENTS = 20, FOIL_HALVINGS = 12 };

/* Moves a picture along the slopes of the pixels that can still move, to where the margin would be
 * 0 if it were linear, and a little further. False: no pixel can move. */
static bool cross_border(const float slope[PIXELS], double margin, float inputs[PIXELS]) {
    double square = 0;
    for (int i = 0; i < PIXELS; i++) {
        bool held = slope[i] > 0 ? inputs[i] >= 1 : inputs[i] <= BACKGROUND;
        if (!held) square += (double)slope[i] * (double)slope[i];
    }
    if (square == 0) return false;
    float far = (float)(1.05 * (fabs(margin) + 0.01) / square);
    for (int i = 0; i < PIXELS; i++)
        inputs[i] = minf(maxf(inputs[i] + far * slope[i], BACKGROUND), 1);
    return true;
}

/* Whether the answer is `digit`, with an output above `least`. */
static bool is_read_as(network *network, int digit, float least, const float inputs[PIXELS]) {
    ink picture;
    network_signals signals;
    ink_from_inputs(&picture, inputs);
    network_query(network, &picture, &signals);
    const float *outputs = signals.outputs;
    for (int k = 0; k < DIGITS; k++)
        if (k != digit && outputs[k] >= outputs[digit]) return false;
    return outputs[digit] > least;
}

static double square_distance(const float one[PIXELS], const float other[PIXELS]) {
    double sum = 0;
    for (int i = 0; i < PIXELS; i++) sum += pow((double)one[i] - (double)other[i], 2);
    return sum;
}

static void between(const float from[PIXELS], const float to[PIXELS], float part,
                    float inputs[PIXELS]) {
    for (int i = 0; i < PIXELS; i++)
        inputs[i] = minf(maxf(from[i] + part * (to[i] - from[i]), BACKGROUND), 1);
}

/* The nearest picture on the way to `foil` that still gets its answer. */
static void come_back(network *network, int digit, float least, const float origin[PIXELS],
                      float foil[PIXELS]) {
    float near = 0, far = 1, middle[PIXELS];
    for (int halving = 0; halving < FOIL_HALVINGS; halving++) {
        float part = (near + far) / 2;
        between(origin, foil, part, middle);
        if (is_read_as(network, digit, least, middle))
            far = part;
        else
            near = part;
    }
    between(origin, foil, far, middle);
    memcpy(foil, middle, sizeof middle);
}

/* From a picture near the border, the nearest to `origin` on the border as if it were flat there.
 */
static void project(const float origin[PIXELS], const float slope[PIXELS], double margin,
                    float inputs[PIXELS]) {
    double along = margin;
    for (int i = 0; i < PIXELS; i++)
        along += (double)slope[i] * ((double)origin[i] - (double)inputs[i]);
    memcpy(inputs, origin, PIXELS * sizeof *inputs);
    if (along < 0) cross_border(slope, along, inputs);
}

bool foil_find(network *network, int digit, float least, float inputs[PIXELS]) {
    float found[PIXELS], tried[PIXELS], slope[PIXELS];
    memcpy(found, inputs, sizeof found);
    for (int step = 0; !is_read_as(network, digit, least, found); step++) {
        double margin = margin_slope(network, digit, least, found, slope);
        if (step == FOIL_STEPS || !cross_border(slope, margin, found)) return false;
    }
    come_back(network, digit, least, inputs, found);
    for (int time = 0; time < FOIL_REFINEMENTS; time++) {
        double margin = margin_slope(network, digit, least, found, slope);
        memcpy(tried, found, sizeof tried);
        project(inputs, slope, margin, tried);
        /* The border is not flat: what falls short of it goes on. */
        for (int step = 0; step < 3 && !is_read_as(network, digit, least, tried); step++) {
            margin = margin_slope(network, digit, least, tried, slope);
            if (!cross_border(slope, margin, tried)) break;
        }
        if (!is_read_as(network, digit, least, tried)) continue;
        come_back(network, digit, least, inputs, tried);
        if (square_distance(tried, inputs) < square_distance(found, inputs))
            memcpy(found, tried, sizeof found);
    }
    memcpy(inputs, found, sizeof found);
    return true;
}
