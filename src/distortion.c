#include <string.h>

#include "bilinear.h"
#include "elementary.h"
#include "image.h"

/* Limits at full strength, in either direction: degrees, share of the size, slant, pixels. */
static const double TURN = 15, SCALE = 0.15, SHEAR = 0.2, SHIFT = 1.5;
/* The limit for moving a control point of the elastic field, in pixels. The field at a pixel is a
 * mean of 16 of them, and about a quarter as strong. */
static const double BEND = 4;

/* Control points are 7 pixels apart, so the field is as smooth as one of random numbers blurred by
 * a Gaussian of 4 pixels, which Simard et al. found best. */
enum { KNOT = SIDE / 4, KNOTS = 4 + 3 };

/* The source picture, with a margin of background on all sides. */
enum { MARGIN = 2, WIDE = SIDE + 2 * MARGIN };

/* Cubic B-splines at the middle of each pixel of a side. */
static void spline_weights(float weights[KNOTS][SIDE]) {
    memset(weights, 0, KNOTS * SIDE * sizeof(float));
    for (int i = 0; i < SIDE; i++) {
        float t = ((float)(i % KNOT) + 0.5f) / KNOT, s = 1 - t;
        int first = i / KNOT;
        weights[first][i] = s * s * s / 6;
        weights[first + 1][i] = (3 * t * t * t - 6 * t * t + 4) / 6;
        weights[first + 2][i] = (3 * s * s * s - 6 * s * s + 4) / 6;
        weights[first + 3][i] = t * t * t / 6;
    }
}

void image_distortion_init(image_distortion *distortion) {
    spline_weights(distortion->spline);
}

/* A random number in -most..most. */
static double symmetric(random_generator *random, double most) {
    return (2 * random_uniform(random) - 1) * most;
}

/* Points further out than the margin are moved into it: both have nothing but background. */
static inline f32x4 clamp(f32x4 x) {
    const f32x4 zero = {0}, least = zero + (0.5f - MARGIN), most = zero + (SIDE + MARGIN - 1.5f);
    i32x4 over = x > most, under = x < least;
    return (f32x4)((over & (i32x4)most) | (under & (i32x4)least) | (~(over | under) & (i32x4)x));
}

/* The picture in `source` at four points. */
static inline f32x4 sample(const float source[WIDE * WIDE], f32x4 x, f32x4 y) {
    /* Adding 1.5 * 2^23 rounds to the nearest integer, which is then in the low bits; that of
     * x - 1/2 is the pixel left of x. */
    const f32x4 shifter = (f32x4){0} + 12582912.0f;
    x = clamp(x);
    y = clamp(y);
    f32x4 left = x - 0.5f + shifter, top = y - 0.5f + shifter;
    i32x4 index =
        ((i32x4)top - (i32x4)shifter + MARGIN) * WIDE + (i32x4)left - (i32x4)shifter + MARGIN;
    const float *at[4];
    for (int n = 0; n < 4; n++) at[n] = source + index[n];
    return bilinear(at, WIDE, x - (left - shifter), y - (top - shifter));
}

void image_distort(const image_distortion *distortion, random_generator *random, double strength,
                   const float picture[PIXELS], float distorted[PIXELS]) {
    float source[WIDE * WIDE] = {0};
    for (int row = 0; row < SIDE; row++)
        for (int column = 0; column < SIDE; column++)
            source[(row + MARGIN) * WIDE + column + MARGIN] = picture[row * SIDE + column];

    double degrees = symmetric(random, strength * TURN);
    double c = elementary_cos(degrees < 0 ? degrees + 360 : degrees);
    double s = elementary_sin(degrees < 0 ? degrees + 360 : degrees);
    double scale_x = 1 + symmetric(random, strength * SCALE);
    double scale_y = 1 + symmetric(random, strength * SCALE);
    double shear = symmetric(random, strength * SHEAR);
    /* From the target's pixels to the source's: slanted and scaled, then turned, about the centre.
     */
    float xx = (float)(c * scale_x), xy = (float)(c * shear - s * scale_y);
    float yx = (float)(s * scale_x), yy = (float)(s * shear + c * scale_y);
    const float centre = (SIDE - 1) / 2.0f;
    float shift_x = centre + (float)symmetric(random, strength * SHIFT);
    float shift_y = centre + (float)symmetric(random, strength * SHIFT);
    float bend[2][KNOTS][KNOTS];
    for (int axis = 0; axis < 2; axis++)
        for (int i = 0; i < KNOTS; i++)
            for (int j = 0; j < KNOTS; j++)
                bend[axis][i][j] = (float)symmetric(random, strength * BEND);

    for (int row = 0; row < SIDE; row++) {
        float across[2][KNOTS] = {0};
        for (int axis = 0; axis < 2; axis++)
            for (int i = row / KNOT; i < row / KNOT + 4; i++)
                for (int j = 0; j < KNOTS; j++)
                    across[axis][j] += distortion->spline[i][row] * bend[axis][i][j];
        float v = (float)row - centre;
        for (int column = 0; column < SIDE; column += 4) {
            f32x4 u = (float)column - centre + (f32x4){0, 1, 2, 3};
            f32x4 x = shift_x + xy * v + xx * u, y = shift_y + yy * v + yx * u;
            for (int j = 0; j < KNOTS; j++) {
                f32x4 weight;
                memcpy(&weight, &distortion->spline[j][column], sizeof weight);
                x += across[0][j] * weight;
                y += across[1][j] * weight;
            }
            f32x4 amounts = sample(source, x, y);
            memcpy(distorted + row * SIDE + column, &amounts, sizeof amounts);
        }
    }
}
