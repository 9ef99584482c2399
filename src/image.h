/* Pictures: rotated, distorted, and made from a drawing. Any picture here is 28 x 28 floats, row by
 * row.
 */
#ifndef GLASSBOX_IMAGE_H
#define GLASSBOX_IMAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "ink.h"
#include "random.h"

/* The source point of each pixel of a rotated picture. It depends on the angle alone, so it is
 * computed once. A group is four pixels side by side. */
typedef struct {
    double cosine, sine;
    struct {
        float along[4];    /* the source point between four pixels, from left to right, in [0, 1) */
        float down[4];     /* ... and from top to bottom */
        int16_t corner[4]; /* the upper left of these pixels */
    } groups[PIXELS / 4];
} image_rotation;

/* The rotation of scipy.ndimage.rotate(picture, degrees, order=1, reshape=False). `degrees` is any
 * finite number; positive is counterclockwise on a screen. */
void image_rotation_init(image_rotation *rotation, double degrees);

/* Rotates `picture`, which is `background` outside `box`, into `turned`. Pixels whose source lies
 * outside the picture get `background` (scipy's cval). If all four source pixels are background,
 * the result is exactly background. */
void image_rotate(const image_rotation *rotation, const float picture[PADDED], ink_box box,
                  float background, float turned[PIXELS]);

/* Shared by all distortions: the weight of each of a side's 7 control points at each pixel. */
typedef struct {
    float spline[7][SIDE];
} image_distortion;

void image_distortion_init(image_distortion *distortion);

/* Distorts `picture`, whose background is 0, at random: it is rotated, scaled, slanted, shifted,
 * and bent by a smooth elastic field (P. Simard, D. Steinkraus, J. Platt, "Best Practices for
 * Convolutional Neural Networks Applied to Visual Document Analysis", 2003). At strength 1 digits
 * are just readable; 0 changes nothing. The result is exactly 0 where only background is near. */
void image_distort(const image_distortion *distortion, random_generator *random, double strength,
                   const float picture[PIXELS], float distorted[PIXELS]);

/* Makes an MNIST-like picture of pen strokes: `points` holds x, y, x, y, ... (y down, any unit),
 * `lengths[s]` the number of points of stroke s. The strokes' box is fitted to 20 x 20 pixels,
 * inked at MNIST's stroke width and placed with its centre of mass where MNIST has it. A stroke of
 * one point is a dot. Numbers are in -1e100..1e100. False: there is no point; `pixels` is all 0. */
bool image_drawing(const double *points, const int *lengths, int strokes, uint8_t pixels[PIXELS]);

/* The box in which image_drawing fits a drawing. */
enum { IMAGE_BOX_SIDE = 20, IMAGE_BOX_PIXELS = IMAGE_BOX_SIDE * IMAGE_BOX_SIDE };

/* image_drawing with two stages on the way, before the box is placed, 20 x 20, row by row: `thin`,
 * the strokes fitted to the box and drawn one pixel wide; `inked`, the same at MNIST's stroke
 * width. Other parameters and the result are as in image_drawing; where it is false, the two are as
 * they were. */
bool image_drawing_stages(const double *points, const int *lengths, int strokes,
                          uint8_t thin[IMAGE_BOX_PIXELS], uint8_t inked[IMAGE_BOX_PIXELS],
                          uint8_t pixels[PIXELS]);

/* The size of the frame in which the drawing was made, with 0, 0 at its upper left, and the width
 * of the pen. All are in the points' unit, 1e-6..1e6. */
typedef struct {
    double width, height, pen;
} image_frame;

/* A picture without MNIST's recipe: the whole frame, centred and scaled so that its longer side has
 * 28 pixels. Greys are averages of areas. Ink outside the frame is cut off. Other parameters and
 * the result are as in image_drawing, except that it returns true even if no ink is inside. */
bool image_raw_drawing(const double *points, const int *lengths, int strokes, image_frame frame,
                       uint8_t pixels[PIXELS]);

#endif
