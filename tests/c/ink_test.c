/* The list of a picture's inked pixels. */
#include <math.h>

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
        CHECK(n < ink->count && ink->amount[n] == amounts[i], "amount of pixel %d", i);
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
        ink_from_amounts(&ink, amounts);
        compare(&ink, amounts);
    }
}

static void edges(void) {
    for (int i = 0; i < PIXELS; i += PIXELS - 1) {
        float amounts[PIXELS] = {0};
        ink ink;
        amounts[i] = 0.5f;
        ink_from_amounts(&ink, amounts);
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
        CHECK(fabsf(ink.amount[p] - amounts[i]) <= 1e-7f, "pixel %d: %g", i, ink.amount[p]);
    }
}

int main(void) {
    check_case("a grey has pixel / 255 * 0.99 above the background");
    grey_amounts();
    check_case("the list has each inked pixel once, in order, and their sum");
    lists();
    check_case("the first and the last pixel are listed");
    edges();
    check_case("inputs of 0.01 are background to the bit");
    from_inputs();
    return check_end();
}
