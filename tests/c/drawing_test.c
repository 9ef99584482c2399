/* Pictures made of pen strokes. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "image.h"

enum { POINTS = 64 };

/* Strokes as image_drawing takes them. */
typedef struct {
    const char *name;
    double points[2 * POINTS];
    int lengths[8];
    int strokes;
} drawing;

static const double TURN = 6.283185307179586;

static drawing seven(void) {
    return (drawing){"a seven", {10, 10, 90, 10, 40, 130, 30, 70, 75, 65}, {3, 2}, 2};
}

static drawing bar(void) {
    return (drawing){"an upright bar", {0, 0, 0, 50, 0, 100}, {3}, 1};
}

static drawing line(void) {
    return (drawing){"a level line", {0, 0, 100, 0}, {2}, 1};
}

static drawing ring(void) {
    drawing made = {"a ring", {0}, {33}, 1};
    for (int i = 0; i < 33; i++) {
        made.points[2 * i] = 30 * cos(TURN * i / 32);
        made.points[2 * i + 1] = 45 * sin(TURN * i / 32);
    }
    return made;
}

/* Heavy at the bottom: its centre of mass is far from its box's. */
static drawing heavy(void) {
    return (drawing){"a hook", {80, 0, 0, 100, 60, 100, 0, 90, 60, 85}, {5}, 1};
}

typedef struct {
    int left, right, top, bottom; /* of the inked pixels; right and bottom are included */
    double x, y;                  /* centre of mass, pixel i's middle being at i + 0.5 */
} extent;

static extent measure(const uint8_t pixels[PIXELS]) {
    extent found = {SIDE, -1, SIDE, -1, 0, 0};
    double mass = 0;
    for (int i = 0; i < PIXELS; i++) {
        int row = i / SIDE, column = i % SIDE;
        mass += pixels[i];
        found.x += pixels[i] * (column + 0.5);
        found.y += pixels[i] * (row + 0.5);
        if (pixels[i] == 0) continue;
        if (column < found.left) found.left = column;
        if (column > found.right) found.right = column;
        if (row < found.top) found.top = row;
        if (row > found.bottom) found.bottom = row;
    }
    found.x /= mass;
    found.y /= mass;
    return found;
}

static bool draw(const drawing *drawing, uint8_t pixels[PIXELS]) {
    return image_drawing(drawing->points, drawing->lengths, drawing->strokes, pixels);
}

static void no_ink(void) {
    uint8_t pixels[PIXELS];
    static const int NONE[] = {0, 0, 0};
    for (int strokes = 0; strokes <= 3; strokes++) {
        memset(pixels, 7, sizeof pixels);
        CHECK(!image_drawing((double[]){0}, NONE, strokes, pixels), "%d empty strokes", strokes);
        for (int i = 0; i < PIXELS; i++)
            CHECK(pixels[i] == 0, "%d strokes, pixel %d: %d", strokes, i, pixels[i]);
    }
}

static void dots(void) {
    static const double PLACES[][2] = {{0, 0}, {5, -3}, {1e9, 1e9}, {-1e100, 1e100}, {1e-300, 0}};
    uint8_t first[PIXELS], pixels[PIXELS];
    CHECK(image_drawing(PLACES[0], (int[]){1}, 1, first), "no ink");
    extent found = measure(first);
    CHECK(found.right - found.left >= 1 && found.right - found.left <= 3, "%d to %d", found.left,
          found.right);
    CHECK(found.bottom - found.top == found.right - found.left, "%d to %d", found.top,
          found.bottom);
    CHECK(first[(int)found.y * SIDE + (int)found.x - 1] > 200, "grey %d",
          first[(int)found.y * SIDE + (int)found.x - 1]);
    for (size_t p = 0; p < sizeof PLACES / sizeof *PLACES; p++) {
        CHECK(image_drawing(PLACES[p], (int[]){1}, 1, pixels), "dot %zu: no ink", p);
        CHECK(memcmp(pixels, first, sizeof first) == 0, "dot %zu is another", p);
    }
    /* A stroke that stays where it is, and two dots in one place. */
    double still[] = {3, 4, 3, 4, 3, 4};
    CHECK(image_drawing(still, (int[]){3}, 1, pixels), "no ink");
    CHECK(memcmp(pixels, first, sizeof first) == 0, "a stroke without a length is another");
    CHECK(image_drawing(still, (int[]){1, 0, 2}, 3, pixels), "no ink");
    CHECK(memcmp(pixels, first, sizeof first) == 0, "two dots are another");
}

static void any_unit(void) {
    static const double UNITS[] = {1, 0x1p-300, 0x1p-20, 0.5, 4, 0x1p300, 1 / 3.0, 0.1, 1e-9, 1e97};
    static const double OFFSETS[] = {0, 1, -7, 1024, 0.3, 99.9};
    drawing drawings[] = {seven(), bar(), line(), ring(), heavy()};
    for (size_t d = 0; d < sizeof drawings / sizeof *drawings; d++) {
        uint8_t first[PIXELS], pixels[PIXELS];
        draw(&drawings[d], first);
        for (size_t u = 0; u < sizeof UNITS / sizeof *UNITS; u++) {
            for (size_t o = 0; o < sizeof OFFSETS / sizeof *OFFSETS; o++) {
                drawing moved = drawings[d];
                for (int i = 0; i < 2 * POINTS; i++)
                    moved.points[i] = (moved.points[i] + (i % 2 ? 1 : -2) * OFFSETS[o]) * UNITS[u];
                CHECK(draw(&moved, pixels), "no ink");
                for (int i = 0; i < PIXELS; i++)
                    CHECK(abs(pixels[i] - first[i]) <= 1,
                          "%s, unit %g, offset %g, pixel %d: %d, not %d", moved.name, UNITS[u],
                          OFFSETS[o], i, pixels[i], first[i]);
            }
        }
    }
}

static void size(void) {
    drawing drawings[] = {seven(), bar(), line(), ring(), heavy()};
    for (size_t d = 0; d < sizeof drawings / sizeof *drawings; d++) {
        uint8_t pixels[PIXELS];
        CHECK(draw(&drawings[d], pixels), "no ink");
        extent found = measure(pixels);
        int width = found.right - found.left + 1, height = found.bottom - found.top + 1;
        CHECK((width > height ? width : height) == 20, "%s: %d x %d", drawings[d].name, width,
              height);
    }
}

static void proportions(void) {
    uint8_t pixels[PIXELS];
    drawing upright = bar(), level = line(), round = ring();
    draw(&upright, pixels);
    extent found = measure(pixels);
    int width = found.right - found.left + 1;
    CHECK(width >= 3 && width <= 4, "a bar is %d wide", width);
    draw(&level, pixels);
    found = measure(pixels);
    int height = found.bottom - found.top + 1;
    CHECK(height >= 3 && height <= 4, "a line is %d high", height);
    draw(&round, pixels);
    found = measure(pixels);
    width = found.right - found.left + 1;
    CHECK(width >= 15 && width <= 16, "a ring of 2 to 3 is %d wide", width);
    CHECK(pixels[(int)found.y * SIDE + (int)found.x] == 0, "a ring is filled");
}

static void place(void) {
    drawing drawings[] = {seven(), bar(), line(), ring(), heavy()};
    for (size_t d = 0; d < sizeof drawings / sizeof *drawings; d++) {
        uint8_t pixels[PIXELS];
        draw(&drawings[d], pixels);
        extent found = measure(pixels);
        /* Of the pixels' greys, which are rounded. */
        CHECK(found.x > 14 - 0.01 && found.x < 15 + 0.01, "%s: x %g", drawings[d].name, found.x);
        CHECK(found.y > 14 - 0.01 && found.y < 15 + 0.01, "%s: y %g", drawings[d].name, found.y);
    }
}

static void ink_levels(void) {
    drawing drawings[] = {seven(), bar(), line(), ring(), heavy()};
    for (size_t d = 0; d < sizeof drawings / sizeof *drawings; d++) {
        uint8_t pixels[PIXELS];
        int full = 0, grey = 0;
        draw(&drawings[d], pixels);
        for (int i = 0; i < PIXELS; i++) {
            full += pixels[i] == 255;
            grey += pixels[i] > 0 && pixels[i] < 255;
        }
        CHECK(full >= 20, "%s: %d full pixels", drawings[d].name, full);
        CHECK(grey >= 20, "%s: %d grey pixels", drawings[d].name, grey);
    }
}

static void crossings(void) {
    /* A line drawn twice, in another order and in other pieces is the same line. */
    drawing once = {"", {0, 0, 60, 100, 60, 0, 0, 100}, {2, 2}, 2};
    drawing again = {"", {0, 100, 60, 0, 60, 100, 30, 50, 0, 0, 60, 100}, {2, 4}, 2};
    uint8_t first[PIXELS], second[PIXELS];
    draw(&once, first);
    draw(&again, second);
    for (int i = 0; i < PIXELS; i++)
        CHECK(abs(first[i] - second[i]) <= 1, "pixel %d: %d and %d", i, first[i], second[i]);
}

static void separate_strokes(void) {
    /* Between two strokes the pen is up. */
    drawing pair = {"", {0, 0, 0, 100, 100, 0, 100, 100}, {2, 2}, 2};
    uint8_t pixels[PIXELS];
    draw(&pair, pixels);
    for (int row = 0; row < SIDE; row++)
        CHECK(pixels[row * SIDE + 14] == 0, "row %d: %d", row, pixels[row * SIDE + 14]);
}

static void upright(void) {
    /* The top bar of a seven is at the top: y points down, and nothing is mirrored. */
    drawing drawn = {"", {0, 0, 60, 0, 60, 100}, {3}, 1};
    uint8_t pixels[PIXELS];
    draw(&drawn, pixels);
    extent found = measure(pixels);
    CHECK(pixels[(found.top + 1) * SIDE + found.left + 1] == 255, "nothing at the top left");
    CHECK(pixels[(found.bottom - 1) * SIDE + found.right - 1] == 255,
          "nothing at the bottom right");
    CHECK(pixels[(found.bottom - 1) * SIDE + found.left + 1] == 0, "ink at the bottom left");
}

static void extremes(void) {
    drawing far = {"", {-1e100, -1e100, 1e100, 1e100, 1e100, -1e100}, {3}, 1};
    drawing near = {"", {-1, -1, 1, 1, 1, -1}, {3}, 1};
    uint8_t expected[PIXELS], pixels[PIXELS];
    draw(&near, expected);
    CHECK(draw(&far, pixels), "no ink");
    for (int i = 0; i < PIXELS; i++)
        CHECK(abs(pixels[i] - expected[i]) <= 1, "pixel %d: %d, not %d", i, pixels[i], expected[i]);
}

int main(void) {
    check_case("without a point there is no ink, and all pixels are 0");
    no_ink();
    check_case("a dot is a small round spot, the same wherever it is");
    dots();
    check_case("a drawing is the same in any unit and at any place");
    any_unit();
    check_case("the long side of the ink is 20 pixels");
    size();
    check_case("proportions are kept, and the pen is as thick as MNIST's");
    proportions();
    check_case("the centre of mass lies from 14 to 15");
    place();
    check_case("lines are full in the middle and grey at their edges");
    ink_levels();
    check_case("what is inked twice is as dark as what is inked once");
    crossings();
    check_case("strokes are not joined");
    separate_strokes();
    check_case("y points down and x to the right");
    upright();
    check_case("numbers up to 1e100 are taken");
    extremes();
    return check_end();
}
