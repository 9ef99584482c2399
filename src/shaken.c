#include "shaken.h"

#include <math.h>
#include <stdbool.h>

#include "imagine.h"
#include "margin.h"

/* Constants of shaken ascent, chosen by inspecting the pictures of networks that read well and of
 * networks that withstand much. */
enum { SHAKEN_STEPS = 200, SHAKE = 2, SHIFTS = 2 * SHAKE + 1 };
static const float GREY = 0.3f, PACE = 0.2f, TREND = 0.9f, MOST_INK = 100;

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

static double ink_after(const float inputs[PIXELS], float less) {
    float sum = 0;
    for (int i = 0; i < PIXELS; i++)
        sum += fminf(fmaxf(inputs[i] - less, BACKGROUND), 1) - BACKGROUND;
    return (double)sum;
}

/* Takes the same off every pixel, so much that the ink is not more than allowed. */
static void limit_ink(float inputs[PIXELS]) {
    float low = 0, high = 1;
    if (ink_after(inputs, low) <= (double)MOST_INK) high = 0;
    for (int halving = 0; halving < 12 && high > 0; halving++) {
        float middle = (low + high) / 2;
        if (ink_after(inputs, middle) > (double)MOST_INK)
            low = middle;
        else
            high = middle;
    }
    for (int i = 0; i < PIXELS; i++) inputs[i] = fminf(fmaxf(inputs[i] - high, BACKGROUND), 1);
}

static float largest_of(const float values[PIXELS]) {
    float largest = 0;
    for (int i = 0; i < PIXELS; i++) largest = fmaxf(largest, fabsf(values[i]));
    return largest;
}

/* Full contrast, unless the page is blank. */
static void stretch(float inputs[PIXELS]) {
    float darkest = largest_of(inputs) - BACKGROUND;
    if (darkest <= 0) return;
    for (int i = 0; i < PIXELS; i++)
        inputs[i] = BACKGROUND + (1 - BACKGROUND) * (inputs[i] - BACKGROUND) / darkest;
}

void shaken_ascent(network *network, int digit, float inputs[PIXELS]) {
    float trend[PIXELS] = {0}, shaken[PIXELS], slope[PIXELS];
    for (int i = 0; i < PIXELS; i++) inputs[i] = GREY;
    for (int step = 0; step < SHAKEN_STEPS; step++) {
        /* Each shift once before any comes again; neighbours in time are no neighbours in place. */
        int place = step * 7 % (SHIFTS * SHIFTS);
        int down = place / SHIFTS - SHAKE, right = place % SHIFTS - SHAKE;
        shift(inputs, down, right, BACKGROUND, shaken);
        margin_slope(network, digit, 0, shaken, slope);
        shift(slope, -down, -right, 0, shaken);
        imagine_soften(shaken);
        float largest = largest_of(shaken);
        if (largest == 0) return; /* the pixels make no difference to this network */
        float pace = PACE * (1 - (float)step / SHAKEN_STEPS);
        for (int i = 0; i < PIXELS; i++) {
            trend[i] = TREND * trend[i] + (1 - TREND) * (shaken[i] / largest);
            inputs[i] += pace * trend[i];
        }
        limit_ink(inputs);
    }
    stretch(inputs);
}
