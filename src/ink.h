/* A picture as the network takes it: 28 x 28 inputs, 0.01 (background) to 1 (full ink).
 *
 * Four of five pixels of an MNIST picture are background. So a picture is stored as the amount of
 * each pixel above the background, with a bit for each pixel that is set if the amount is not 0.
 * The network's sums over 784 inputs become sums over about 150 (network.h: how they stay exact).
 */
#ifndef GLASSBOX_INK_H
#define GLASSBOX_INK_H

#include <stdint.h>

enum {
    SIDE = 28,
    PIXELS = SIDE * SIDE,
    /* With background after the last row, so that the four pixels around any point can be read, and
     * four pixels that are only background (rotation.c). */
    PADDED = PIXELS + SIDE + 4
};

static const float BACKGROUND = 0.01f;

typedef struct {
    _Alignas(16) float amount[PADDED]; /* input - 0.01; 0 where there is no ink and after the end */
    uint32_t inked[SIDE];              /* bit c of inked[r]: row r, column c has ink */
    float total;                       /* sum of the amounts */
} ink;

/* Some pixels of a picture, 28 * row + column, in ascending order. */
typedef struct {
    int count;
    uint16_t pixel[PIXELS + 8]; /* the first `count` are valid; up to eight more are written */
} ink_list;

/* A part of a picture that contains all its ink: rows top..bottom - 1, columns left..right - 1. It
 * may be larger than needed. */
typedef struct {
    int top, bottom, left, right;
} ink_box;

static const ink_box INK_ANYWHERE = {0, SIDE, 0, SIDE};

/* The amount above the background of a grey 0..255. */
static inline float ink_amount(uint8_t grey) {
    return (float)grey * (0.99f / 255);
}

/* Computes the other fields from the amounts. */
void ink_complete(ink *ink);

/* Makes a picture from 784 inputs or greys. */
void ink_from_inputs(ink *ink, const float inputs[PIXELS]);
void ink_from_greys(ink *ink, const uint8_t greys[PIXELS]);

/* The 784 inputs of a picture, limited to 1, because rounding in a rotation can exceed that. */
void ink_to_inputs(const ink *ink, float inputs[PIXELS]);

/* Lists the pixels whose bits are set; a picture's own `inked` lists all its ink. */
void ink_list_pixels(ink_list *list, const uint32_t inked[SIDE]);

/* Lists the pixels that are inked both now and before, now only, and before only: for a picture and
 * the one before it. */
void ink_list_split(ink_list *shared, ink_list *own, ink_list *gone, const uint32_t now[SIDE],
                    const uint32_t before[SIDE]);

/* The smallest box; without ink, top >= bottom. */
ink_box ink_box_of(const ink *ink);

#endif
