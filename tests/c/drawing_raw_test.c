/* Pictures of pen strokes as they are, not prepared like MNIST's. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "drawings.h"

static bool draw_raw(const drawing *drawing, image_frame frame, uint8_t pixels[PIXELS]) {
    return image_raw_drawing(drawing->points, drawing->lengths, drawing->strokes, frame, pixels);
}

/* In a frame of 28 x 28, so that its unit is a pixel. */
static bool under_pen(const drawing *drawing, double pen, double x, double y) {
    const double *at = drawing->points;
    for (int s = 0; s < drawing->strokes; s++) {
        for (int i = 0; i < drawing->lengths[s]; i++, at += 2) {
            const double *from = i > 0 ? at - 2 : at;
            double along = at[0] - from[0], down = at[1] - from[1];
            double length = hypot(along, down);
            double t =
                length > 0 ? ((x - from[0]) * along + (y - from[1]) * down) / (length * length) : 0;
            t = t < 0 ? 0 : t > 1 ? 1 : t;
            if (hypot(x - from[0] - t * along, y - from[1] - t * down) <= pen / 2) return true;
        }
    }
    return false;
}

static void raw_is_area_averaged(void) {
    enum { FINE = 16 };
    static const double PENS[] = {0.4, 1, 2.1, 5};
    drawing drawn = {"", {4, 5, 21, 7, 12, 24.5, 20, 20, 25, 20}, {3, 2}, 2};
    for (size_t p = 0; p < sizeof PENS / sizeof *PENS; p++) {
        uint8_t pixels[PIXELS];
        CHECK(draw_raw(&drawn, (image_frame){28, 28, PENS[p]}, pixels), "no ink");
        double ink = 0, expected_ink = 0;
        int far = 0;
        for (int i = 0; i < PIXELS; i++) {
            int covered = 0;
            for (int f = 0; f < FINE * FINE; f++)
                covered += under_pen(&drawn, PENS[p], i % SIDE + (f % FINE + 0.5) / FINE,
                                     (i - i % SIDE) / SIDE + (f / FINE + 0.5) / FINE);
            double expected = 255.0 * covered / (FINE * FINE);
            ink += pixels[i];
            expected_ink += expected;
            far += fabs(pixels[i] - expected) > 32;
        }
        /* Where two lines share a pixel, it gets what the one that covers more of it covers. */
        CHECK(far <= 8, "pen %g: %d pixels are far off", PENS[p], far);
        CHECK(fabs(ink / expected_ink - 1) < 0.05, "pen %g: %g times the ink", PENS[p],
              ink / expected_ink);
    }
}

/* Its naive twin: the ink of every line in every pixel, of which the darkest counts. */
static void naive(const double *points, int count, double pen, uint8_t pixels[PIXELS]) {
    for (int i = 0; i < PIXELS; i++) {
        double x = i % SIDE + 0.5, y = (i - i % SIDE) / SIDE + 0.5, grey = 0;
        for (const double *to = points + 2; to < points + 2 * count; to += 2) {
            double along = to[0] - to[-2], down = to[1] - to[-1];
            double t = ((x - to[-2]) * along + (y - to[-1]) * down) / (along * along + down * down);
            t = fmin(fmax(t, 0), 1);
            double dx = x - to[-2] - t * along, dy = y - to[-1] - t * down;
            grey = fmax(grey, fmin(pen / 2 + 0.5 - sqrt(dx * dx + dy * dy), fmin(pen, 1)));
        }
        pixels[i] = (uint8_t)(grey * 255 + 0.5);
    }
}

static void raw_equals_naive(void) {
    enum { MANY = 3000 };
    static const double PENS[] = {0.4, 0.96, 1, 2.1, 5};
    static double points[2 * MANY];
    random_generator random;
    random_seed(&random, 1);
    for (size_t p = 0; p < sizeof PENS / sizeof *PENS; p++) {
        for (int count = 2; count <= MANY; count *= 3) {
            /* By steps of up to 3 pixels, and past the edges. */
            for (int i = 0; i < 2 * count; i++)
                points[i] = i < 2 ? 14 : points[i - 2] + 6 * (random_uniform(&random) - 0.5);
            uint8_t expected[PIXELS], pixels[PIXELS];
            naive(points, count, PENS[p], expected);
            image_raw_drawing(points, &count, 1, (image_frame){28, 28, PENS[p]}, pixels);
            CHECK(memcmp(pixels, expected, PIXELS) == 0, "pen %g, %d points", PENS[p], count);
        }
    }
}

static void raw_stays_in_place(void) {
    drawing drawn = seven(), moved = seven();
    for (int i = 0; i < 10; i++) {
        drawn.points[i] /= 10;
        moved.points[i] = drawn.points[i] + (i % 2 ? 9 : 12);
    }
    uint8_t pixels[PIXELS], there[PIXELS];
    image_frame frame = {28, 28, 2};
    draw_raw(&drawn, frame, pixels);
    draw_raw(&moved, frame, there);
    for (int i = 0; i < PIXELS; i++) {
        int row = i / SIDE - 9, column = i % SIDE - 12;
        int expected = row < 0 || column < 0 ? 0 : pixels[row * SIDE + column];
        CHECK(abs(there[i] - expected) <= 1, "pixel %d: %d, not %d", i, there[i], expected);
    }
}

static void raw_in_any_unit(void) {
    static const double UNITS[] = {1e-6 / 2, 0.01, 3, 1e6 / 28};
    drawing drawn = seven();
    for (int i = 0; i < 10; i++) drawn.points[i] /= 5;
    uint8_t first[PIXELS], pixels[PIXELS];
    draw_raw(&drawn, (image_frame){28, 28, 2}, first);
    for (size_t u = 0; u < sizeof UNITS / sizeof *UNITS; u++) {
        double unit = UNITS[u];
        drawing scaled = drawn;
        for (int i = 0; i < 10; i++) scaled.points[i] *= unit;
        draw_raw(&scaled, (image_frame){28 * unit, 28 * unit, 2 * unit}, pixels);
        for (int i = 0; i < PIXELS; i++)
            CHECK(abs(pixels[i] - first[i]) <= 1, "unit %g, pixel %d: %d, not %d", unit, i,
                  pixels[i], first[i]);
    }
}

static void long_frames(void) {
    /* Along the frame's outline, in the middle of the picture. */
    drawing outline = {"", {0, 0, 56, 0, 56, 28, 0, 28, 0, 0}, {5}, 1};
    uint8_t pixels[PIXELS];
    draw_raw(&outline, (image_frame){56, 28, 4}, pixels);
    extent found = measure(pixels);
    CHECK(found.left == 0 && found.right == 27, "%d to %d", found.left, found.right);
    CHECK(found.top == 6 && found.bottom == 21, "%d to %d", found.top, found.bottom);
    drawing upright = {"", {0, 0, 28, 0, 28, 56, 0, 56, 0, 0}, {5}, 1};
    draw_raw(&upright, (image_frame){28, 56, 4}, pixels);
    found = measure(pixels);
    CHECK(found.left == 6 && found.right == 21, "%d to %d", found.left, found.right);
    CHECK(found.top == 0 && found.bottom == 27, "%d to %d", found.top, found.bottom);
}

static void outside_the_frame(void) {
    uint8_t pixels[PIXELS];
    drawing through = {"", {-1e100, 14, 1e100, 14}, {2}, 1};
    CHECK(draw_raw(&through, (image_frame){28, 28, 2}, pixels), "no ink");
    for (int i = 0; i < PIXELS; i++)
        CHECK(pixels[i] == (i / SIDE == 13 || i / SIDE == 14 ? 255 : 0), "pixel %d: %d", i,
              pixels[i]);
    drawing beside = {"", {-30, 3, -30, 20}, {2}, 1};
    CHECK(draw_raw(&beside, (image_frame){28, 28, 2}, pixels), "no ink");
    for (int i = 0; i < PIXELS; i++) CHECK(pixels[i] == 0, "pixel %d: %d", i, pixels[i]);
    /* The most that numbers can differ; what it looks like is anybody's guess. */
    drawing far = {"", {-1e100, -1e100, 1e100, 0, 0, 1e100, 0, 0}, {3, 1}, 2};
    CHECK(draw_raw(&far, (image_frame){1e-6, 1e-6, 1e-6}, pixels), "no ink");
    CHECK(draw_raw(&far, (image_frame){1e-6, 1e-6, 1e6}, pixels), "no ink");
    CHECK(draw_raw(&far, (image_frame){1e6, 1e-6, 1e-6}, pixels), "no ink");
}

int main(void) {
    check_case("raw, a pixel is as dark as the share of it that the pen has covered");
    raw_is_area_averaged();
    check_case("raw, each pixel is as its darkest line makes it, to the bit");
    raw_equals_naive();
    check_case("raw, a drawing stays where it was drawn");
    raw_stays_in_place();
    check_case("raw, the frame is what counts and not the unit");
    raw_in_any_unit();
    check_case("raw, a frame that is not square lies in the middle");
    long_frames();
    check_case("raw, what lies outside of the frame is cut off");
    outside_the_frame();
    return check_end();
}
