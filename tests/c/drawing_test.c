/* Pictures made of pen strokes. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "drawings.h"

static bool draw(const drawing *drawing, uint8_t pixels[PIXELS]) {
    return image_drawing(drawing->points, drawing->lengths, drawing->strokes, pixels);
}

static bool draw_stages(const drawing *drawing, uint8_t thin[IMAGE_BOX_PIXELS],
                        uint8_t inked[IMAGE_BOX_PIXELS], uint8_t pixels[PIXELS]) {
    return image_drawing_stages(drawing->points, drawing->lengths, drawing->strokes, thin, inked,
                                pixels);
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
        uint8_t alone[PIXELS], pixels[PIXELS], thin[IMAGE_BOX_PIXELS], inked[IMAGE_BOX_PIXELS];
        draw(drawn, alone);
        CHECK(draw_stages(drawn, thin, inked, pixels), "%s: no ink", drawn->name);
        CHECK(memcmp(pixels, alone, sizeof pixels) == 0, "%s: another picture", drawn->name);
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
        uint8_t pixels[PIXELS], thin[IMAGE_BOX_PIXELS], inked[IMAGE_BOX_PIXELS];
        draw_stages(drawn, thin, inked, pixels);
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

static void thin_pen(void) {
    /* As wide as the box leaves room for, and in a frame in whose middle the box is. */
    drawing drawn = {"", {5.2, 7, 22.8, 7, 9, 20, 9, 12, 17, 11}, {3, 2}, 2};
    uint8_t thin[IMAGE_BOX_PIXELS], inked[IMAGE_BOX_PIXELS], pixels[PIXELS], raw[PIXELS];
    draw_stages(&drawn, thin, inked, pixels);
    image_raw_drawing(drawn.points, drawn.lengths, drawn.strokes, (image_frame){28, 27, 0.96}, raw);
    for (int row = 0; row < IMAGE_BOX_SIDE; row++) {
        for (int column = 0; column < IMAGE_BOX_SIDE; column++) {
            int grey = thin[row * IMAGE_BOX_SIDE + column];
            int expected = raw[(row + 4) * SIDE + column + 4];
            CHECK(abs(grey - expected) <= 1, "row %d, column %d: %d, not %d", row, column, grey,
                  expected);
        }
    }
}

static void no_point(void) {
    uint8_t pixels[PIXELS], thin[IMAGE_BOX_PIXELS], inked[IMAGE_BOX_PIXELS];
    uint8_t raw[PIXELS];
    memset(pixels, 7, sizeof pixels);
    memset(raw, 7, sizeof raw);
    static const int NONE[] = {0, 0};
    CHECK(!image_drawing_stages((double[]){0}, NONE, 2, thin, inked, pixels), "ink");
    CHECK(!image_raw_drawing((double[]){0}, NONE, 2, (image_frame){1, 1, 1}, raw), "ink");
    for (int i = 0; i < PIXELS; i++)
        CHECK(pixels[i] == 0 && raw[i] == 0, "pixel %d: %d, %d", i, pixels[i], raw[i]);
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
    check_case("without a point neither the stages nor the raw picture have ink");
    no_point();
    check_case("the inked box is what is placed, as it is");
    box_is_placed();
    check_case("fitted strokes are thin, and lie under the ink");
    thin_strokes();
    check_case("thin strokes are those of a pen 0.96 pixels wide");
    thin_pen();
    return check_end();
}
