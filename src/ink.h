/* A picture as the network takes it: 28 x 28 inputs, 0.01 (background) to 1 (full ink).
 *
 * Four pixels in five of an MNIST picture are background, so a picture is kept as the list of its
 * inked pixels and what each has more than the background. The network's sums over 784 inputs
 * become sums over some 150 (network.h says how that stays exact).
 */
#ifndef GLASSBOX_INK_H
#define GLASSBOX_INK_H

#include <stdint.h>

enum { SIDE = 28, PIXELS = SIDE * SIDE };

static const float BACKGROUND = 0.01f;

typedef struct {
    int count;            /* inked pixels */
    int pixel[PIXELS];    /* their places 28 * row + column, rising; the first `count` are valid */
    float amount[PIXELS]; /* input - 0.01 of each, not 0 */
    float total;          /* sum of the amounts */
} ink;

/* The list for 784 amounts above the background (any numbers, 0 means background). */
void ink_from_amounts(ink *ink, const float amounts[PIXELS]);

/* The list for 784 inputs. */
void ink_from_inputs(ink *ink, const float inputs[PIXELS]);

/* What a grey pixel of 0..255 has above the background: pixel / 255 * 0.99. */
float ink_amount(uint8_t pixel);

#endif
