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
    float amount[PIXELS]; /* of all pixels: input - 0.01, and 0 where there is no ink */
    float total;          /* sum of the amounts */
} ink;

/* The part of a picture outside of which it has no ink: rows top..bottom - 1, columns
 * left..right - 1. It may be larger than needed. */
typedef struct {
    int top, bottom, left, right;
} ink_box;

static const ink_box INK_ANYWHERE = {0, SIDE, 0, SIDE};

/* The box of a picture of greys. */
ink_box ink_box_of(const uint8_t pixels[PIXELS]);

/* Completes a picture of which `amount` is filled in, 0 outside of the box. */
void ink_find(ink *ink, ink_box box);

/* The picture of 784 inputs. */
void ink_from_inputs(ink *ink, const float inputs[PIXELS]);

/* What a grey pixel of 0..255 has above the background: pixel / 255 * 0.99. */
float ink_amount(uint8_t pixel);

#endif
