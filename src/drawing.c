#include <math.h>
#include <string.h>

#include "image.h"

/* MNIST's own recipe (as reconstructed by facebookresearch/qmnist): the ink's box is fitted to
 * 20 x 20, grey by averaging areas; the 20 x 20 is put into the 28 x 28 at the whole-pixel offset
 * trunc(15 - centre of mass), pixel i's middle being at i + 0.5. */
enum { BOX = 20, MIDDLE = 15 };

/* Pen, in pixels. With it, pictures of drawings have strokes as wide as MNIST's (median 2.5 by the
 * same measure), and as much ink. */
static const double PEN = 2.4;

typedef struct {
    double x, y;
} point;

typedef struct {
    double scale, x, y; /* box = (drawing - (x, y)) * scale */
} fit;

/* The largest scale at which the strokes, inked with the pen, fit into the box, centred. */
static fit fit_to_box(const double *points, int count) {
    double left = points[0], right = points[0], top = points[1], bottom = points[1];
    for (int i = 1; i < count; i++) {
        left = fmin(left, points[2 * i]);
        right = fmax(right, points[2 * i]);
        top = fmin(top, points[2 * i + 1]);
        bottom = fmax(bottom, points[2 * i + 1]);
    }
    double side = fmax(right - left, bottom - top);
    /* A dot has no size to fit. */
    double scale = side > 1e-100 ? (BOX - PEN) / side : 0;
    return (fit){scale, (left + right) / 2, (top + bottom) / 2};
}

static point fitted(fit fit, const double *at) {
    return (point){(at[0] - fit.x) * fit.scale + BOX / 2.0,
                   (at[1] - fit.y) * fit.scale + BOX / 2.0};
}

static double distance_to_segment(point p, point a, point b) {
    double x = b.x - a.x, y = b.y - a.y;
    double square = x * x + y * y;
    double t = square > 0 ? ((p.x - a.x) * x + (p.y - a.y) * y) / square : 0;
    t = fmin(fmax(t, 0), 1);
    double dx = p.x - a.x - t * x, dy = p.y - a.y - t * y;
    return sqrt(dx * dx + dy * dy);
}

static int clamp(int value, int low, int high) {
    return value < low ? low : value > high ? high : value;
}

/* Draws a straight line with a round pen: each pixel is as dark as the share of it that the pen
 * covers, taken from the distance of its middle to the line. */
static void ink_segment(double box[BOX][BOX], point a, point b) {
    double reach = PEN / 2 + 0.5;
    int left = clamp((int)floor(fmin(a.x, b.x) - reach), 0, BOX - 1);
    int right = clamp((int)floor(fmax(a.x, b.x) + reach), 0, BOX - 1);
    int top = clamp((int)floor(fmin(a.y, b.y) - reach), 0, BOX - 1);
    int bottom = clamp((int)floor(fmax(a.y, b.y) + reach), 0, BOX - 1);
    for (int row = top; row <= bottom; row++) {
        for (int column = left; column <= right; column++) {
            double distance = distance_to_segment((point){column + 0.5, row + 0.5}, a, b);
            double cover = fmin(reach - distance, 1);
            if (cover > box[row][column]) box[row][column] = cover;
        }
    }
}

/* Where the box goes in the picture, on one axis. What is drawn evenly to both sides has its centre
 * of mass at 10 but for rounding, which must not decide between two places. */
static int offset(double moment, double mass) {
    return clamp((int)(MIDDLE - moment / mass + 1e-6), 0, SIDE - BOX);
}

bool image_drawing(const double *points, const int *lengths, int strokes, uint8_t pixels[PIXELS]) {
    memset(pixels, 0, PIXELS);
    int count = 0;
    for (int s = 0; s < strokes; s++) count += lengths[s];
    if (count == 0) return false;

    fit fit = fit_to_box(points, count);
    double box[BOX][BOX] = {{0}};
    for (int s = 0; s < strokes; s++) {
        for (int i = 0; i < lengths[s]; i++, points += 2)
            ink_segment(box, fitted(fit, i > 0 ? points - 2 : points), fitted(fit, points));
    }

    double mass = 0, moment_x = 0, moment_y = 0;
    for (int row = 0; row < BOX; row++) {
        for (int column = 0; column < BOX; column++) {
            mass += box[row][column];
            moment_x += box[row][column] * (column + 0.5);
            moment_y += box[row][column] * (row + 0.5);
        }
    }
    uint8_t *corner = pixels + offset(moment_y, mass) * SIDE + offset(moment_x, mass);
    for (int row = 0; row < BOX; row++)
        for (int column = 0; column < BOX; column++)
            corner[row * SIDE + column] = (uint8_t)(box[row][column] * 255 + 0.5);
    return true;
}
