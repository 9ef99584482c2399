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

/* Beyond the box there is no ink. */
static int boxed(const uint8_t box[IMAGE_BOX_PIXELS], int row, int column) {
    bool inside = row >= 0 && row < IMAGE_BOX_SIDE && column >= 0 && column < IMAGE_BOX_SIDE;
    return inside ? box[row * IMAGE_BOX_SIDE + column] : 0;
}

static bool is_box_at(const uint8_t pixels[PIXELS], const uint8_t box[IMAGE_BOX_PIXELS], int down,
                      int right) {
    for (int i = 0; i < PIXELS; i++)
        if (pixels[i] != boxed(box, i / SIDE - down, i % SIDE - right)) return false;
    return true;
}

static void box_is_placed(void) {
    drawing drawings[] = {seven(), bar(), line(), ring(), heavy()};
    for (size_t d = 0; d < sizeof drawings / sizeof *drawings; d++) {
        drawing *drawn = &drawings[d];
        uint8_t pixels[PIXELS], thin[IMAGE_BOX_PIXELS], inked[IMAGE_BOX_PIXELS];
        draw(drawn, pixels);
        CHECK(image_drawing_box(drawn->points, drawn->lengths, drawn->strokes, thin, inked),
              "%s: no ink", drawn->name);
        int places = 0;
        for (int down = 0; down <= SIDE - IMAGE_BOX_SIDE; down++)
            for (int right = 0; right <= SIDE - IMAGE_BOX_SIDE; right++)
                places += is_box_at(pixels, inked, down, right);
        CHECK(places == 1, "%s: the box is in %d places", drawn->name, places);
    }
}

static void thin_strokes(void) {
    drawing drawings[] = {seven(), bar(), line(), ring(), heavy()};
    for (size_t d = 0; d < sizeof drawings / sizeof *drawings; d++) {
        drawing *drawn = &drawings[d];
        uint8_t thin[IMAGE_BOX_PIXELS], inked[IMAGE_BOX_PIXELS];
        image_drawing_box(drawn->points, drawn->lengths, drawn->strokes, thin, inked);
        double thin_ink = 0, ink = 0;
        for (int i = 0; i < IMAGE_BOX_PIXELS; i++) {
            CHECK(thin[i] <= inked[i], "%s, pixel %d: %d over %d", drawn->name, i, thin[i],
                  inked[i]);
            thin_ink += thin[i];
            ink += inked[i];
        }
        /* 1 to 2.8, but for the strokes' ends and for where they overlap. */
        CHECK(ink > 2 * thin_ink && ink < 3.6 * thin_ink, "%s: %g times the ink", drawn->name,
              ink / thin_ink);
    }
}

static void no_ink_in_stages(void) {
    uint8_t pixels[PIXELS], thin[IMAGE_BOX_PIXELS], inked[IMAGE_BOX_PIXELS];
    memset(pixels, 7, sizeof pixels);
    memset(thin, 7, sizeof thin);
    memset(inked, 7, sizeof inked);
    static const int NONE[] = {0, 0};
    CHECK(!image_drawing_box((double[]){0}, NONE, 2, thin, inked), "ink");
    CHECK(!image_raw_drawing((double[]){0}, NONE, 2, (image_frame){1, 1, 1}, pixels), "ink");
    for (int i = 0; i < IMAGE_BOX_PIXELS; i++)
        CHECK(thin[i] == 0 && inked[i] == 0, "pixel %d: %d, %d", i, thin[i], inked[i]);
    for (int i = 0; i < PIXELS; i++) CHECK(pixels[i] == 0, "pixel %d: %d", i, pixels[i]);
}

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

static void slow_pen(void) {
    enum { MANY = 20001, FEW = 1001, EACH = (MANY - 1) / (FEW - 1) };
    static double points[2 * MANY];
    for (int i = 0; i < MANY; i++) {
        points[2 * i] = 20 * sin(1.8 * TURN * i / MANY);
        points[2 * i + 1] = 30 * cos(0.9 * TURN * i / MANY);
    }
    uint8_t slow[PIXELS], quick[PIXELS];
    CHECK(image_drawing(points, (const int[]){MANY}, 1, slow), "no ink");
    for (int i = 0; i < 2 * FEW; i++) points[i] = points[i / 2 * 2 * EACH + i % 2];
    CHECK(image_drawing(points, (const int[]){FEW}, 1, quick), "no ink");
    for (int i = 0; i < PIXELS; i++)
        CHECK(abs(slow[i] - quick[i]) <= 3, "pixel %d: %d and %d", i, slow[i], quick[i]);
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
    check_case("a pen that moves slowly draws the same as one that moves quickly");
    slow_pen();
    check_case("strokes are not joined");
    separate_strokes();
    check_case("y points down and x to the right");
    upright();
    check_case("numbers up to 1e100 are taken");
    extremes();
    check_case("without a point no stage has ink");
    no_ink_in_stages();
    check_case("the inked box is what is placed, as it is");
    box_is_placed();
    check_case("fitted strokes are thin, and lie under the ink");
    thin_strokes();
    check_case("raw, a pixel is as dark as the share of it that the pen has covered");
    raw_is_area_averaged();
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
