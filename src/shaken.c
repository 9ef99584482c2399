#include "shaken.h"

#include <math.h>
#include <stdbool.h>

#include "imagine.h"
#include "minmax.h"
#include "random.h"

/* Constants of shaken ascent, chosen by inspecting the pictures of networks that read well and of
 * networks that withstand much. */
enum { STEPS = 80, SHAKE = 3, SHIFTS = 2 * SHAKE + 1, PEN = 2 };
static const float GREY = 0.3f, PACE = 0.5f, TREND = 0.9f, MOST_INK = 90;

/* How each pixel raises the digit's logit, and lowers the others where they are high. */
static void slope_of(network *network, int digit, const float inputs[PIXELS], float slope[PIXELS]) {
    ink picture;
    network_signals signals;
    float weights[DIGITS];
    ink_from_inputs(&picture, inputs);
    network_query(network, &picture, &signals);
    for (int k = 0; k < DIGITS; k++) weights[k] = k == digit ? 1 : -signals.outputs[k];
    network_slope(network, &signals, weights, slope);
}

/* The picture moved by some pixels; what comes in from outside is `beyond`. */
static void shift(const float picture[PIXELS], int down, int right, float beyond,
                  float shifted[PIXELS]) {
    for (int row = 0; row < SIDE; row++) {
        for (int column = 0; column < SIDE; column++) {
            int r = row - down, c = column - right;
            bool inside = r >= 0 && r < SIDE && c >= 0 && c < SIDE;
            shifted[SIDE * row + column] = inside ? picture[SIDE * r + c] : beyond;
        }
    }
}

static float clamped(float input) {
    return minf(maxf(input, BACKGROUND), 1);
}

/* In four sums: each addition to a single one would wait for the one before, and an ascent take a
 * quarter longer. */
static float ink_after(const float inputs[PIXELS], float less) {
    float sums[4] = {0};
    for (int i = 0; i < PIXELS; i += 4)
        for (int lane = 0; lane < 4; lane++)
            sums[lane] += clamped(inputs[i + lane] - less) - BACKGROUND;
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

/* Takes the same off every pixel, so much that the ink is not more than allowed. */
static void limit_ink(float inputs[PIXELS]) {
    float low = 0, high = 1;
    if (ink_after(inputs, low) <= MOST_INK) high = 0;
    for (int halving = 0; halving < 8 && high > 0; halving++) {
        float middle = (low + high) / 2;
        if (ink_after(inputs, middle) > MOST_INK)
            low = middle;
        else
            high = middle;
    }
    for (int i = 0; i < PIXELS; i++) inputs[i] = clamped(inputs[i] - high);
}

static float largest_of(const float values[PIXELS]) {
    float largest = 0;
    for (int i = 0; i < PIXELS; i++) largest = maxf(largest, fabsf(values[i]));
    return largest;
}

/* Full contrast, unless the page is blank. */
static void stretch(float inputs[PIXELS]) {
    float darkest = largest_of(inputs) - BACKGROUND;
    if (darkest <= 0) return;
    for (int i = 0; i < PIXELS; i++)
        inputs[i] = minf(BACKGROUND + (1 - BACKGROUND) * (inputs[i] - BACKGROUND) / darkest, 1);
}

void shaken_ascent(network *network, int digit, float inputs[PIXELS]) {
    float trend[PIXELS] = {0}, shaken[PIXELS], slope[PIXELS];
    random_generator random;
    random_seed(&random, 1);
    for (int i = 0; i < PIXELS; i++) inputs[i] = GREY;
    for (int step = 0; step < STEPS; step++) {
        int down = (int)(random_bits(&random) % SHIFTS) - SHAKE;
        int right = (int)(random_bits(&random) % SHIFTS) - SHAKE;
        shift(inputs, down, right, BACKGROUND, shaken);
        slope_of(network, digit, shaken, slope);
        shift(slope, -down, -right, 0, shaken);
        for (int time = 0; time < PEN; time++) imagine_soften(shaken);
        float largest = largest_of(shaken);
        if (largest == 0) return; /* the pixels make no difference to this network */
        float pace = PACE * (1 - (float)step / STEPS);
        for (int i = 0; i < PIXELS; i++) {
            trend[i] = TREND * trend[i] + (1 - TREND) * (shaken[i] / largest);
            inputs[i] += pace * trend[i];
        }
        limit_ink(inputs);
    }
    stretch(inputs);
}
