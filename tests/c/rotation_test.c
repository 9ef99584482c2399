/* Turned pictures. tests/golden compares them with scipy's. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "check.h"
#include "image.h"
#include "random.h"

static void random_picture(random_generator *random, float picture[PIXELS]) {
    for (int i = 0; i < PIXELS; i++)
        picture[i] = BACKGROUND + (1 - BACKGROUND) * (float)random_uniform(random);
}

static void turn(double degrees, const float picture[PIXELS], float turned[PIXELS]) {
    float padded[PADDED];
    for (int i = 0; i < PADDED; i++) padded[i] = i < PIXELS ? picture[i] : BACKGROUND;
    image_rotation rotation;
    image_rotation_init(&rotation, degrees);
    image_rotate(&rotation, padded, INK_ANYWHERE, BACKGROUND, turned);
}

/* Where pixel i of a picture comes from that was turned by so many quarters. */
static int quarter_source(int i, int quarters) {
    int row = i / SIDE, column = i % SIDE;
    for (int q = 0; q < quarters; q++) {
        int next = column;
        column = SIDE - 1 - row;
        row = next;
    }
    return row * SIDE + column;
}

static void quarters(void) {
    random_generator random;
    random_seed(&random, 1);
    float picture[PIXELS], turned[PIXELS];
    random_picture(&random, picture);
    for (int q = -8; q <= 8; q++) {
        turn(90.0 * q, picture, turned);
        for (int i = 0; i < PIXELS; i++) {
            float expected = picture[quarter_source(i, q & 3)];
            CHECK(turned[i] == expected, "%d degrees, pixel %d: %.9g, not %.9g", 90 * q, i,
                  turned[i], expected);
        }
    }
}

static void identity(void) {
    random_generator random;
    random_seed(&random, 2);
    float picture[PIXELS], turned[PIXELS];
    random_picture(&random, picture);
    turn(0, picture, turned);
    CHECK(memcmp(turned, picture, sizeof turned) == 0, "0 degrees");
    turn(-0.0, picture, turned);
    CHECK(memcmp(turned, picture, sizeof turned) == 0, "-0 degrees");
}

static void direction(void) {
    /* A dot right of the centre goes up. */
    float picture[PIXELS], turned[PIXELS];
    for (int i = 0; i < PIXELS; i++) picture[i] = BACKGROUND;
    picture[14 * SIDE + 24] = 1;
    turn(45, picture, turned);
    double mass = 0, row = 0, column = 0;
    for (int i = 0; i < PIXELS; i++) {
        double amount = turned[i] - BACKGROUND;
        mass += amount;
        row += amount * (i / SIDE);
        column += amount * (i % SIDE);
    }
    double radius = hypot(24 - 13.5, 14 - 13.5), angle = atan2(14 - 13.5, 24 - 13.5) - acos(-1) / 4;
    CHECK(fabs(row / mass - (13.5 + radius * sin(angle))) < 0.3, "row %g", row / mass);
    CHECK(fabs(column / mass - (13.5 + radius * cos(angle))) < 0.3, "column %g", column / mass);
}

static void background(void) {
    float blank[PIXELS], turned[PIXELS];
    for (int i = 0; i < PIXELS; i++) blank[i] = BACKGROUND;
    for (int i = -108; i <= 108; i++) {
        double degrees = 3.7 * i;
        turn(degrees, blank, turned);
        CHECK(memcmp(turned, blank, sizeof turned) == 0, "%g degrees", degrees);
    }
}

static void background_around_ink(void) {
    /* A block of ink in the middle: far from it nothing may change. */
    float picture[PIXELS], turned[PIXELS];
    for (int i = 0; i < PIXELS; i++) picture[i] = BACKGROUND;
    for (int row = 12; row < 16; row++)
        for (int column = 12; column < 16; column++) picture[row * SIDE + column] = 1;
    for (int step = -25; step <= 25; step++) {
        double degrees = 7.3 * step;
        turn(degrees, picture, turned);
        int inked = 0;
        for (int i = 0; i < PIXELS; i++) {
            double away = hypot(i / SIDE - 13.5, i % SIDE - 13.5);
            inked += turned[i] != BACKGROUND;
            if (away > 4.5)
                CHECK(turned[i] == BACKGROUND, "%g degrees, pixel %d: %.9g", degrees, i, turned[i]);
        }
        CHECK(inked >= 16, "%g degrees: %d inked pixels", degrees, inked);
    }
}

static void whole_turns(void) {
    random_generator random;
    random_seed(&random, 3);
    float picture[PIXELS], turned[PIXELS], again[PIXELS];
    random_picture(&random, picture);
    static const double ANGLES[] = {0.5, 10, 45, 100.25, 359.5};
    for (size_t a = 0; a < sizeof ANGLES / sizeof *ANGLES; a++) {
        turn(ANGLES[a], picture, turned);
        for (int turns = -3; turns <= 3; turns++) {
            turn(ANGLES[a] + 360 * turns, picture, again);
            CHECK(memcmp(again, turned, sizeof again) == 0, "%g and %d turns", ANGLES[a], turns);
        }
    }
}

/* The largest and the smallest input, side by side: where rounding could go beyond them. */
static void range(void) {
    static const double TINY[] = {0,    1e-12, 1e-9, 1e-8, 3e-8, 1e-7,
                                  3e-7, 1e-6,  1e-5, 1e-3, 1,    13.7};
    float picture[PIXELS], turned[PIXELS];
    for (int i = 0; i < PIXELS; i++) picture[i] = (i / SIDE + i % SIDE) % 2 ? 1 : BACKGROUND;
    for (int quarter = 0; quarter < 4; quarter++) {
        for (size_t t = 0; t < 2 * sizeof TINY / sizeof *TINY; t++) {
            double degrees = 90 * quarter + (t % 2 ? -1 : 1) * TINY[t / 2];
            turn(degrees, picture, turned);
            for (int i = 0; i < PIXELS; i++)
                CHECK(turned[i] >= BACKGROUND && turned[i] <= 1, "%.17g degrees, pixel %d: %.9g",
                      degrees, i, turned[i]);
        }
    }
}

static void any_number(void) {
    static const double HUGE_ANGLES[] = {1e6, 1e15, 1e17, 1e30, 1e300, DBL_MAX};
    random_generator random;
    random_seed(&random, 4);
    float picture[PIXELS], turned[PIXELS], reduced[PIXELS];
    random_picture(&random, picture);
    for (size_t a = 0; a < 2 * sizeof HUGE_ANGLES / sizeof *HUGE_ANGLES; a++) {
        double degrees = (a % 2 ? -1 : 1) * HUGE_ANGLES[a / 2];
        turn(degrees, picture, turned);
        turn(fmod(degrees, 360), picture, reduced);
        CHECK(memcmp(turned, reduced, sizeof turned) == 0, "%g degrees", degrees);
    }
}

/* Turning within the box of the ink makes what turning the whole picture makes. */
static void boxes(void) {
    random_generator random;
    random_seed(&random, 9);
    for (int round = 0; round < 400; round++) {
        int top = (int)(random_uniform(&random) * SIDE),
            left = (int)(random_uniform(&random) * SIDE);
        ink_box box = {
            .top = top,
            .bottom = top + 1 + (int)(random_uniform(&random) * (SIDE - top)),
            .left = left,
            .right = left + 1 + (int)(random_uniform(&random) * (SIDE - left)),
        };
        float picture[PADDED] = {0}, whole[PIXELS], boxed[PIXELS];
        for (int row = box.top; row < box.bottom; row++)
            for (int column = box.left; column < box.right; column++)
                picture[row * SIDE + column] = 0.01f + (float)random_uniform(&random);
        image_rotation rotation;
        image_rotation_init(&rotation,
                            round % 4 == 0 ? 45.0 * round : 360 * random_uniform(&random));
        image_rotate(&rotation, picture, INK_ANYWHERE, 0, whole);
        image_rotate(&rotation, picture, box, 0, boxed);
        CHECK(memcmp(whole, boxed, sizeof whole) == 0, "round %d: other pictures", round);
    }
}

int main(void) {
    check_case("a turn by 0 is the identity to the bit");
    identity();
    check_case("turns by multiples of 90 degrees move pixels and change none");
    quarters();
    check_case("a positive turn is counterclockwise on a screen");
    direction();
    check_case("a blank picture stays blank to the bit");
    background();
    check_case("pixels around which there is no ink stay background to the bit");
    background_around_ink();
    check_case("whole turns change nothing");
    whole_turns();
    check_case("a turned picture has no number outside the range of the picture's");
    range();
    check_case("any finite number is an angle");
    any_number();
    check_case("only where the ink is needs turning");
    boxes();
    return check_end();
}
