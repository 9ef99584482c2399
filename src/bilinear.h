/* Interpolation between the pixels of a picture, four points at a time: for rotation and
 * distortion.
 */
#ifndef GLASSBOX_BILINEAR_H
#define GLASSBOX_BILINEAR_H

#include <string.h>

#include "vec.h"

/* Two pixels from each of two addresses. */
static inline f32x4 bilinear_pairs(const float *first, const float *second) {
    typedef double f64x2 __attribute__((vector_size(16)));
    f64x2 both;
    memcpy(&both, first, sizeof both[0]);
    memcpy((char *)&both + sizeof both[0], second, sizeof both[0]);
    return (f32x4)both;
}

/* at[n]: the upper left of the four pixels around point n, in a picture with `wide` pixels per row;
 * along, down: the distance from it to the point, right and down, 0..1. If all four pixels are
 * equal, the result equals them to the bit. */
static inline f32x4 bilinear(const float *const at[4], int wide, f32x4 along, f32x4 down) {
    /* a b, and below them c d. */
    f32x4 ab[2] = {bilinear_pairs(at[0], at[1]), bilinear_pairs(at[2], at[3])};
    f32x4 cd[2] = {bilinear_pairs(at[0] + wide, at[1] + wide),
                   bilinear_pairs(at[2] + wide, at[3] + wide)};
    f32x4 a = __builtin_shufflevector(ab[0], ab[1], 0, 2, 4, 6);
    f32x4 b = __builtin_shufflevector(ab[0], ab[1], 1, 3, 5, 7);
    f32x4 c = __builtin_shufflevector(cd[0], cd[1], 0, 2, 4, 6);
    f32x4 d = __builtin_shufflevector(cd[0], cd[1], 1, 3, 5, 7);
    /* As a + t (b - a), not (1 - t) a + t b: exact where a = b. */
    f32x4 top = a + along * (b - a);
    f32x4 bottom = c + along * (d - c);
    return top + down * (bottom - top);
}

#endif
