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
    double scale, x, y; /* pixels = (drawing - (x, y)) * scale, from the picture's middle */
} fit;

/* Widths in pixels. */
typedef struct {
    double thinnest, widest;
} pens;

/* How near the strokes come to the middle of each of side x side pixels, row by row: the distance
 * squared, huge beyond the widest pen's reach. As the nearest line alone decides how dark a pixel
 * is, the ink of all pens follows from that (cover). Bit c of open[r]: the pixel in row r, column c
 * can become darker with some pen. */
typedef struct {
    int side;
    double nearest[PIXELS];
    uint32_t open[SIDE];
} field;

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

/* The pixel at a coordinate, or the nearest one. */
static int pixel_at(double coordinate, int side) {
    return (int)min(max(floor(coordinate), 0), side - 1);
}

/* The distance from a pixel's middle at which a round pen begins to cover it. */
static double reach(double pen) {
    return pen / 2 + 0.5;
}

/* How dark it can make a pixel. */
static double darkest(double pen) {
    return min(pen, 1);
}

/* A pixel is as dark as the part of it that the pen covers, estimated from the distance of its
 * middle to the line, squared. */
static double cover(double pen, double squared) {
    return max(min(reach(pen) - sqrt(squared), darkest(pen)), 0);
}

static void draw_segment(field *field, pens pens, point a, point b) {
    int side = field->side;
    double far = reach(pens.widest);
    int left = pixel_at(min(a.x, b.x) - far, side);
    int right = pixel_at(max(a.x, b.x) + far, side);
    int top = pixel_at(min(a.y, b.y) - far, side);
    int bottom = pixel_at(max(a.y, b.y) + far, side);
    uint32_t columns = (2u << right) - (1u << left);
    double x = b.x - a.x, y = b.y - a.y;
    double square = x * x + y * y;
    double near = reach(pens.thinnest), most = darkest(pens.thinnest);
    for (int row = top; row <= bottom; row++) {
        /* Strokes of thousands of points cross the same pixels again and again. */
        for (uint32_t open = field->open[row] & columns; open; open &= open - 1) {
            int column = __builtin_ctz(open);
            double *nearest = &field->nearest[row * side + column];
            double right_of_a = column + 0.5 - a.x, below_a = row + 0.5 - a.y;
            double t = square > 0 ? (right_of_a * x + below_a * y) / square : 0;
            t = min(max(t, 0), 1);
            double dx = right_of_a - t * x, dy = below_a - t * y;
            double squared = dx * dx + dy * dy;
            if (!(squared < *nearest)) continue;
            *nearest = squared;
            if (near - sqrt(squared) >= most) field->open[row] &= ~(1u << column);
        }
    }
}

/* Whether the pen has moved by less than a hundredth of a pixel. Very long strokes have many such
 * points, others hardly any. */
static bool is_near(point a, point b) {
    double x = b.x - a.x, y = b.y - a.y;
    return x * x + y * y < 1e-4;
}

static void draw_strokes(field *field, int side, pens pens, fit fit, const double *points,
                         const int *lengths, int strokes) {
    field->side = side;
    for (int i = 0; i < side * side; i++) field->nearest[i] = HUGE_VAL;
    memset(field->open, 0xff, sizeof field->open);
    for (int s = 0; s < strokes; s++) {
        point from = {0, 0};
        for (int i = 0; i < lengths[s]; i++, points += 2) {
            point to = fitted(fit, side, points);
            if (i > 0 && is_near(from, to)) continue;
            draw_segment(field, pens, i > 0 ? from : to, to);
            from = to;
        }
    }
}

static uint8_t byte(double grey) {
    return (uint8_t)(grey * 255 + 0.5);
}

static void to_bytes(const field *field, double pen, uint8_t *pixels) {
    for (int i = 0; i < field->side * field->side; i++)
        pixels[i] = byte(cover(pen, field->nearest[i]));
}

/* The box's offset in the picture, along one axis. A symmetrical drawing has its centre of mass at
 * 10 but for rounding errors, which must not decide between two offsets. */
static int box_offset(double moment, double mass) {
    int offset = (int)(MIDDLE - moment / mass + 1e-6);
    return offset < 0 ? 0 : offset > SIDE - IMAGE_BOX_SIDE ? SIDE - IMAGE_BOX_SIDE : offset;
}

/* Puts the inked box into the picture. */
static void place(const field *box, const uint8_t inked[IMAGE_BOX_PIXELS], uint8_t pixels[PIXELS]) {
    double mass = 0, moment_x = 0, moment_y = 0;
    for (int row = 0; row < IMAGE_BOX_SIDE; row++) {
        for (int column = 0; column < IMAGE_BOX_SIDE; column++) {
            double grey = cover(PEN, box->nearest[row * IMAGE_BOX_SIDE + column]);
            mass += grey;
            moment_x += grey * (column + 0.5);
            moment_y += grey * (row + 0.5);
        }
    }
    uint8_t *corner = pixels + box_offset(moment_y, mass) * SIDE + box_offset(moment_x, mass);
    for (int row = 0; row < IMAGE_BOX_SIDE; row++)
        memcpy(corner + row * SIDE, inked + row * IMAGE_BOX_SIDE, IMAGE_BOX_SIDE);
}

bool image_drawing_stages(const double *points, const int *lengths, int strokes,
                          uint8_t thin[IMAGE_BOX_PIXELS], uint8_t inked[IMAGE_BOX_PIXELS],
                          uint8_t pixels[PIXELS]) {
    memset(pixels, 0, PIXELS);
    int count = count_points(lengths, strokes);
    if (count == 0) return false;

    fit fit = fit_to_box(points, count);
    field box;
    draw_strokes(&box, IMAGE_BOX_SIDE, (pens){THIN_PEN, PEN}, fit, points, lengths, strokes);
    to_bytes(&box, THIN_PEN, thin);
    to_bytes(&box, PEN, inked);
    place(&box, inked, pixels);
    return true;
}

bool image_drawing(const double *points, const int *lengths, int strokes, uint8_t pixels[PIXELS]) {
    uint8_t thin[IMAGE_BOX_PIXELS], inked[IMAGE_BOX_PIXELS];
    return image_drawing_stages(points, lengths, strokes, thin, inked, pixels);
}

bool image_raw_drawing(const double *points, const int *lengths, int strokes, image_frame frame,
                       uint8_t pixels[PIXELS]) {
    memset(pixels, 0, PIXELS);
    if (count_points(lengths, strokes) == 0) return false;

    double scale = SIDE / max(frame.width, frame.height);
    fit fit = {scale, frame.width / 2, frame.height / 2};
    double pen = frame.pen * scale;
    field picture;
    draw_strokes(&picture, SIDE, (pens){pen, pen}, fit, points, lengths, strokes);
    to_bytes(&picture, pen, pixels);
    return true;
}
