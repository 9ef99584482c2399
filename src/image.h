/* Pictures: rotated, distorted, and made from a drawing. Any picture here is 28 x 28 floats, row by
 * row.
 */
#ifndef GLASSBOX_IMAGE_H
#define GLASSBOX_IMAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "ink.h"
#include "random.h"

/* Where each pixel of a rotated picture comes from. It depends on the angle alone, so it is
 * computed once. Four pixels side by side are one group. */
typedef struct {
    double cosine, sine;
    struct {
        float along[4]; /* the source point among four pixels, from left to right, 0 to below 1 */
        float down[4];  /* ... and from top to bottom */
        int16_t corner[4]; /* the upper left of these pixels */
    } groups[PIXELS / 4];
} image_rotation;

/* The rotation by `degrees` (any finite number, positive is counterclockwise as seen on a screen)
 * that scipy.ndimage.rotate(picture, degrees, order=1, reshape=False) makes. */
void image_rotation_init(image_rotation *rotation, double degrees);

/* Rotates `picture`, which is `background` outside of `box`, into `turned`; pixels whose source
 * lies outside of the picture get `background` (scipy's cval). Where all four source pixels are
 * background, the result is exactly background. */
void image_rotate(const image_rotation *rotation, const float picture[PADDED], ink_box box,
                  float background, float turned[PIXELS]);

/* What all distortions share: the weight of each of a side's 7 control points at each pixel. */
typedef struct {
    float spline[7][SIDE];
} image_distortion;

void image_distortion_init(image_distortion *distortion);

/* Distorts `picture`, whose background is 0, at random: it is rotated, scaled, slanted, shifted,
 * and bent by a smooth elastic field (P. Simard, D. Steinkraus, J. Platt, "Best Practices for
 * Convolutional Neural Networks Applied to Visual Document Analysis", 2003). Strength 1 is as far
 * as digits stay readable, 0 not at all. Where nothing but background is near, the result is
 * exactly 0. */
void image_distort(const image_distortion *distortion, random_generator *random, double strength,
                   const float picture[PIXELS], float distorted[PIXELS]);

/* Makes an MNIST-like picture of pen strokes: `points` holds x, y, x, y, ... (y down, any unit),
 * `lengths[s]` the number of points of stroke s. The strokes' box is fitted to 20 x 20 pixels,
 * inked at MNIST's stroke width and placed with its centre of mass where MNIST has it. A stroke of
 * one point is a dot. Numbers lie within -1e100..1e100. False: there is no point, `pixels` is all
 * 0. */
bool image_drawing(const double *points, const int *lengths, int strokes, uint8_t pixels[PIXELS]);

/* The box in which image_drawing fits a drawing. */
enum { IMAGE_BOX_SIDE = 20, IMAGE_BOX_PIXELS = IMAGE_BOX_SIDE * IMAGE_BOX_SIDE };

/* Two intermediate steps of image_drawing, before the box is placed, 20 x 20, row by row: `thin`,
 * the strokes fitted to the box and drawn one pixel wide; `inked`, the same at MNIST's stroke
 * width. Takes and returns what image_drawing does. */
bool image_drawing_box(const double *points, const int *lengths, int strokes,
                       uint8_t thin[IMAGE_BOX_PIXELS], uint8_t inked[IMAGE_BOX_PIXELS]);

/* The frame that was drawn in, with 0, 0 at its upper left, and the width of the pen: in the
 * points' unit, 1e-6..1e6 each. */
typedef struct {
    double width, height, pen;
} image_frame;

/* What a drawing becomes without MNIST's recipe: the whole frame is scaled down so that its longer
 * side has 28 pixels, centred, grey by averaging areas. Ink outside of the picture is cut off.
 * Takes and returns what image_drawing does, but returns true even if no ink is inside. */
bool image_raw_drawing(const double *points, const int *lengths, int strokes, image_frame frame,
                       uint8_t pixels[PIXELS]);

#endif
