#include <math.h>
#include <string.h>

#include "image.h"
#include "minmax.h"

/* MNIST's own recipe (as reconstructed by facebookresearch/qmnist): the ink's box is fitted to
 * 20 x 20, grey by averaging areas; the 20 x 20 is put into the 28 x 28 at the whole-pixel offset
 * trunc(15 - centre of mass), pixel i's middle being at i + 0.5. */
enum { MIDDLE = 15 };

/* Width of the pen, in pixels. It gives pictures of drawings strokes as wide as MNIST's (median 2.5
 * by the same measure), and as much ink. */
static const double PEN = 2.4;

/* Thin enough to show the strokes rather than the ink. A finer line would only be paler; at a whole
 * pixel, a line would have to pass through the very middle of a pixel for it to be done with. */
static const double THIN_PEN = 0.96;

typedef struct {
    double x, y;
} point;

typedef struct {
    double scale, x, y; /* paper = (drawing - (x, y)) * scale, from the paper's middle */
} fit;

/* What is drawn on: side x side pixels, row by row, 0 (paper) to 1 (ink). Bit c of open[r]: the
 * pixel in row r, column c can become darker. */
typedef struct {
    int side;
    double grey[PIXELS];
    uint32_t open[SIDE];
} paper;

static int count_points(const int *lengths, int strokes) {
    int count = 0;
    for (int s = 0; s < strokes; s++) count += lengths[s];
    return count;
}

/* The largest scale at which the strokes, inked with MNIST's pen, fit into the box, centred. */
static fit fit_to_box(const double *points, int count) {
    double left = points[0], right = points[0], top = points[1], bottom = points[1];
    for (int i = 1; i < count; i++) {
        left = min(left, points[2 * i]);
        right = max(right, points[2 * i]);
        top = min(top, points[2 * i + 1]);
        bottom = max(bottom, points[2 * i + 1]);
    }
    double side = max(right - left, bottom - top);
    /* A dot has no size to fit. */
    double scale = side > 1e-100 ? (IMAGE_BOX_SIDE - PEN) / side : 0;
    return (fit){scale, (left + right) / 2, (top + bottom) / 2};
}

static point fitted(fit fit, int side, const double *at) {
    return (point){(at[0] - fit.x) * fit.scale + side / 2.0,
                   (at[1] - fit.y) * fit.scale + side / 2.0};
}

static double distance_to_segment(point p, point a, point b) {
    double x = b.x - a.x, y = b.y - a.y;
    double square = x * x + y * y;
    double t = square > 0 ? ((p.x - a.x) * x + (p.y - a.y) * y) / square : 0;
    t = min(max(t, 0), 1);
    double dx = p.x - a.x - t * x, dy = p.y - a.y - t * y;
    return sqrt(dx * dx + dy * dy);
}

/* The pixel at a coordinate, or the nearest one. */
static int pixel_at(double coordinate, int side) {
    return (int)min(max(floor(coordinate), 0), side - 1);
}

/* Draws a straight line with a round pen: each pixel is as dark as the part of it that the pen
 * covers, estimated from the distance of its middle to the line. */
static void ink_segment(paper *paper, double pen, point a, point b) {
    int side = paper->side;
    double reach = pen / 2 + 0.5, most = min(pen, 1);
    int left = pixel_at(min(a.x, b.x) - reach, side);
    int right = pixel_at(max(a.x, b.x) + reach, side);
    int top = pixel_at(min(a.y, b.y) - reach, side);
    int bottom = pixel_at(max(a.y, b.y) + reach, side);
    uint32_t columns = (2u << right) - (1u << left);
    for (int row = top; row <= bottom; row++) {
        /* Strokes of thousands of points cross the same pixels again and again. */
        for (uint32_t open = paper->open[row] & columns; open; open &= open - 1) {
            int column = __builtin_ctz(open);
            double *grey = &paper->grey[row * side + column];
            double distance = distance_to_segment((point){column + 0.5, row + 0.5}, a, b);
            double cover = min(reach - distance, most);
            if (cover > *grey) *grey = cover;
            if (*grey == most) paper->open[row] &= ~(1u << column);
        }
    }
}

/* Whether the pen has moved by less than a hundredth of a pixel. Very long strokes have many such
 * points, others hardly any. */
static bool is_near(point a, point b) {
    double x = b.x - a.x, y = b.y - a.y;
    return x * x + y * y < 1e-4;
}

/* Draws the strokes on fresh paper; `pen` is its width in pixels of the paper. */
static void ink_strokes(paper *paper, int side, double pen, fit fit, const double *points,
                        const int *lengths, int strokes) {
    memset(paper, 0, sizeof *paper);
    memset(paper->open, 0xff, sizeof paper->open);
    paper->side = side;
    for (int s = 0; s < strokes; s++) {
        point from = {0, 0};
        for (int i = 0; i < lengths[s]; i++, points += 2) {
            point to = fitted(fit, side, points);
            if (i > 0 && is_near(from, to)) continue;
            ink_segment(paper, pen, i > 0 ? from : to, to);
            from = to;
        }
    }
}

static uint8_t byte(double grey) {
    return (uint8_t)(grey * 255 + 0.5);
}

static void to_bytes(const paper *paper, uint8_t *pixels) {
    for (int i = 0; i < paper->side * paper->side; i++) pixels[i] = byte(paper->grey[i]);
}

/* The box's offset in the picture, along one axis. A symmetrical drawing has its centre of mass at
 * 10 but for rounding errors, which must not decide between two offsets. */
static int box_offset(double moment, double mass) {
    int offset = (int)(MIDDLE - moment / mass + 1e-6);
    return offset < 0 ? 0 : offset > SIDE - IMAGE_BOX_SIDE ? SIDE - IMAGE_BOX_SIDE : offset;
}

bool image_drawing(const double *points, const int *lengths, int strokes, uint8_t pixels[PIXELS]) {
    memset(pixels, 0, PIXELS);
    int count = count_points(lengths, strokes);
    if (count == 0) return false;

    paper box;
    ink_strokes(&box, IMAGE_BOX_SIDE, PEN, fit_to_box(points, count), points, lengths, strokes);

    double mass = 0, moment_x = 0, moment_y = 0;
    for (int row = 0; row < IMAGE_BOX_SIDE; row++) {
        for (int column = 0; column < IMAGE_BOX_SIDE; column++) {
            double grey = box.grey[row * IMAGE_BOX_SIDE + column];
            mass += grey;
            moment_x += grey * (column + 0.5);
            moment_y += grey * (row + 0.5);
        }
    }
    uint8_t *corner = pixels + box_offset(moment_y, mass) * SIDE + box_offset(moment_x, mass);
    for (int row = 0; row < IMAGE_BOX_SIDE; row++)
        for (int column = 0; column < IMAGE_BOX_SIDE; column++)
            corner[row * SIDE + column] = byte(box.grey[row * IMAGE_BOX_SIDE + column]);
    return true;
}

bool image_drawing_box(const double *points, const int *lengths, int strokes,
                       uint8_t thin[IMAGE_BOX_PIXELS], uint8_t inked[IMAGE_BOX_PIXELS]) {
    memset(thin, 0, IMAGE_BOX_PIXELS);
    memset(inked, 0, IMAGE_BOX_PIXELS);
    int count = count_points(lengths, strokes);
    if (count == 0) return false;

    fit fit = fit_to_box(points, count);
    paper box;
    ink_strokes(&box, IMAGE_BOX_SIDE, THIN_PEN, fit, points, lengths, strokes);
    to_bytes(&box, thin);
    ink_strokes(&box, IMAGE_BOX_SIDE, PEN, fit, points, lengths, strokes);
    to_bytes(&box, inked);
    return true;
}

bool image_raw_drawing(const double *points, const int *lengths, int strokes, image_frame frame,
                       uint8_t pixels[PIXELS]) {
    memset(pixels, 0, PIXELS);
    if (count_points(lengths, strokes) == 0) return false;

    double scale = SIDE / max(frame.width, frame.height);
    fit fit = {scale, frame.width / 2, frame.height / 2};
    paper picture;
    ink_strokes(&picture, SIDE, frame.pen * scale, fit, points, lengths, strokes);
    to_bytes(&picture, pixels);
    return true;
}
