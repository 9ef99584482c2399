/* A picture as the network takes it: 28 x 28 inputs, 0.01 (background) to 1 (full ink).
 *
 * Four pixels in five of an MNIST picture are background, so a picture is stored as what each pixel
 * has above the background, and one bit for each pixel that says whether it has anything. The
 * network's sums over 784 inputs become sums over some 150 (network.h says how they stay exact).
 */
#ifndef GLASSBOX_INK_H
#define GLASSBOX_INK_H

#include <stdint.h>

enum {
    SIDE = 28,
    PIXELS = SIDE * SIDE,
    /* A picture with enough background after its last row for reading the four pixels around any
     * point of it, and for four pixels of nothing but background (rotation.c). */
    PADDED = PIXELS + SIDE + 4
};

static const float BACKGROUND = 0.01f;

typedef struct {
    _Alignas(16) float amount[PADDED]; /* input - 0.01; 0 where there is no ink and after the end */
    uint32_t inked[SIDE];              /* bit c of inked[r]: row r, column c has ink */
    float total;                       /* sum of the amounts */
} ink;

/* Some pixels of a picture, 28 * row + column, rising. */
typedef struct {
    int count;
    int pixel[PIXELS + 3]; /* the first `count` are valid; up to three more get written */
} ink_list;

/* The part of a picture outside of which it has no ink: rows top..bottom - 1, columns
 * left..right - 1. It may be larger than needed. */
typedef struct {
    int top, bottom, left, right;
} ink_box;

static const ink_box INK_ANYWHERE = {0, SIDE, 0, SIDE};

/* What a grey of 0..255 has above the background. */
static inline float ink_amount(uint8_t grey) {
    return (float)grey * (0.99f / 255);
}

/* Completes a picture whose amounts are filled in. */
void ink_complete(ink *ink);

/* The picture of 784 inputs, and that of 784 greys. */
void ink_from_inputs(ink *ink, const float inputs[PIXELS]);
void ink_from_greys(ink *ink, const uint8_t greys[PIXELS]);

/* The 784 inputs of a picture, limited to 1: where it was rotated, rounding can take full ink
 * beyond that. */
void ink_to_inputs(const ink *ink, float inputs[PIXELS]);

/* The pixels whose bits are set; for all of a picture's ink, `inked` is its own. */
void ink_list_pixels(ink_list *list, const uint32_t inked[SIDE]);

/* The smallest box; without ink, top is not above bottom. */
ink_box ink_box_of(const ink *ink);

#endif
