/* The list of a picture's inked pixels. */
#include <math.h>
#include <string.h>

#include "check.h"
#include "ink.h"
#include "random.h"

static void grey_amounts(void) {
    for (int grey = 0; grey < 256; grey++) {
        double exact = grey / 255.0 * 0.99;
        CHECK(fabs(ink_amount((uint8_t)grey) - exact) <= 1e-7, "%d: %.9g", grey,
              ink_amount((uint8_t)grey));
    }
    CHECK(ink_amount(0) == 0, "0: %g", ink_amount(0));
    CHECK(BACKGROUND + ink_amount(255) == 1, "255: %.9g", BACKGROUND + ink_amount(255));
}

/* The list against the picture it is of. */
static void compare(const ink *ink, const float amounts[PIXELS]) {
    int n = 0;
    double total = 0;
    for (int i = 0; i < PIXELS; i++) {
        total += amounts[i];
        if (amounts[i] == 0) continue;
        CHECK(n < ink->count && ink->pixel[n] == i, "pixel %d is not at %d", i, n);
        CHECK(ink->amount[i] == amounts[i], "amount of pixel %d", i);
        n++;
    }
    CHECK(ink->count == n, "%d pixels, not %d", ink->count, n);
    CHECK(fabs(ink->total - total) <= 1e-3, "total %g, not %g", ink->total, total);
}

static void lists(void) {
    random_generator random;
    random_seed(&random, 1);
    for (int share = 0; share <= 10; share++) {
        float amounts[PIXELS];
        ink ink;
        for (int i = 0; i < PIXELS; i++) {
            int inked = random_uniform(&random) * 10 < share;
            amounts[i] = inked ? (float)random_uniform(&random) * 0.98f + 0.01f : 0;
        }
        memcpy(ink.amount, amounts, sizeof amounts);
        ink_find(&ink, INK_ANYWHERE);
        compare(&ink, amounts);
    }
}

static void edges(void) {
    for (int i = 0; i < PIXELS; i += PIXELS - 1) {
        float amounts[PIXELS] = {0};
        ink ink;
        amounts[i] = 0.5f;
        memcpy(ink.amount, amounts, sizeof amounts);
        ink_find(&ink, INK_ANYWHERE);
        compare(&ink, amounts);
    }
}

static void from_inputs(void) {
    float inputs[PIXELS], amounts[PIXELS];
    ink ink;
    for (int i = 0; i < PIXELS; i++) {
        amounts[i] = i % 3 == 0 ? 0 : (float)i / 1000;
        inputs[i] = BACKGROUND + amounts[i];
    }
    ink_from_inputs(&ink, inputs);
    CHECK(ink.count == PIXELS - (PIXELS + 2) / 3, "%d pixels", ink.count);
    for (int p = 0; p < ink.count; p++) {
        int i = ink.pixel[p];
        CHECK(i % 3 != 0, "background pixel %d is listed", i);
        CHECK(fabsf(ink.amount[i] - amounts[i]) <= 1e-7f, "pixel %d: %g", i, ink.amount[i]);
    }
}

static void boxes(void) {
    for (int first = 0; first < PIXELS; first += 5) {
        for (int last = first; last < PIXELS; last += 31) {
            uint8_t pixels[PIXELS] = {0};
            pixels[first] = pixels[last] = 1;
            ink_box box = ink_box_of(pixels);
            int a = first % SIDE, b = last % SIDE;
            CHECK(box.top == first / SIDE && box.bottom == last / SIDE + 1 &&
                      box.left == (a < b ? a : b) && box.right == (a < b ? b : a) + 1,
                  "%d and %d: rows %d..%d, columns %d..%d", first, last, box.top, box.bottom,
                  box.left, box.right);
            ink whole = {0};
            whole.amount[first] = whole.amount[last] = 0.25f;
            ink boxed = whole;
            ink_find(&whole, INK_ANYWHERE);
            ink_find(&boxed, box);
            CHECK(whole.count == boxed.count && whole.total == boxed.total &&
                      memcmp(whole.pixel, boxed.pixel, whole.count * sizeof *whole.pixel) == 0,
                  "%d and %d: other ink", first, last);
        }
    }
    uint8_t blank[PIXELS] = {0};
    ink_box none = ink_box_of(blank);
    CHECK(none.top >= none.bottom, "a blank picture has rows %d..%d", none.top, none.bottom);
    ink nothing = {0};
    ink_find(&nothing, none);
    CHECK(nothing.count == 0 && nothing.total == 0, "%d pixels of nothing", nothing.count);
}

int main(void) {
    check_case("a grey has pixel / 255 * 0.99 above the background");
    grey_amounts();
    check_case("the list has each inked pixel once, in order, and their sum");
    lists();
    check_case("the first and the last pixel are listed");
    edges();
    check_case("the box of a picture is as large as its ink, and looking there finds it all");
    boxes();
    check_case("inputs of 0.01 are background to the bit");
    from_inputs();
    return check_end();
}
