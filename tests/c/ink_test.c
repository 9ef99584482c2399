/* The list of a picture's inked pixels. */
#include <math.h>
#include <stdbool.h>
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

static void inputs_and_back(void) {
    ink ink;
    float inputs[PIXELS];
    uint8_t greys[PIXELS];
    for (int i = 0; i < PIXELS; i++) greys[i] = (uint8_t)i;
    ink_from_greys(&ink, greys);
    ink_to_inputs(&ink, inputs);
    for (int i = 0; i < PIXELS; i++) {
        float expected = BACKGROUND + ink_amount(greys[i]);
        CHECK(inputs[i] == expected, "pixel %d: %.9g, not %.9g", i, inputs[i], expected);
    }
    ink.amount[5] = ink_amount(255) + 2e-7f;
    CHECK(BACKGROUND + ink.amount[5] > 1, "%.9g is not beyond", BACKGROUND + ink.amount[5]);
    ink_to_inputs(&ink, inputs);
    CHECK(inputs[5] == 1, "%.9g", inputs[5]);
}

/* The bits, the list of them, and the sum, against the picture they are of. */
static void compare(const ink *ink, const float amounts[PIXELS]) {
    ink_list list;
    ink_list_pixels(&list, ink->inked);
    int n = 0;
    double total = 0;
    for (int i = 0; i < PIXELS; i++) {
        total += amounts[i];
        bool inked = ink->inked[i / SIDE] >> i % SIDE & 1;
        CHECK(inked == (amounts[i] != 0), "the bit of pixel %d is %d", i, inked);
        CHECK(ink->amount[i] == amounts[i], "amount of pixel %d", i);
        if (amounts[i] == 0) continue;
        CHECK(n < list.count && list.pixel[n] == i, "pixel %d is not at %d", i, n);
        n++;
    }
    CHECK(list.count == n, "%d pixels, not %d", list.count, n);
    CHECK(fabs(ink->total - total) <= 1e-3, "total %g, not %g", ink->total, total);
    for (int i = PIXELS; i < PADDED; i++) CHECK(ink->amount[i] == 0, "ink at %d", i);
    for (int row = 0; row < SIDE; row++)
        CHECK(ink->inked[row] >> SIDE == 0, "row %d has ink outside", row);
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
        ink_complete(&ink);
        compare(&ink, amounts);
    }
}

/* A list against the bits that it is of. */
static void compare_list(const char *name, const ink_list *list, const bool listed[PIXELS]) {
    int n = 0;
    for (int i = 0; i < PIXELS; i++) {
        if (!listed[i]) continue;
        CHECK(n < list->count && list->pixel[n] == i, "%s: pixel %d is not at %d", name, i, n);
        n++;
    }
    CHECK(list->count == n, "%s: %d pixels, not %d", name, list->count, n);
}

static void split_lists(void) {
    random_generator random;
    random_seed(&random, 2);
    for (int share = 0; share <= 10; share++) {
        uint32_t inked[2][SIDE] = {0};
        bool now[PIXELS], before[PIXELS], shared[PIXELS], own[PIXELS], gone[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            now[i] = random_uniform(&random) * 10 < share;
            before[i] = random_uniform(&random) * 10 >= share || i % SIDE == share;
            inked[0][i / SIDE] |= (uint32_t)now[i] << i % SIDE;
            inked[1][i / SIDE] |= (uint32_t)before[i] << i % SIDE;
            shared[i] = now[i] && before[i];
            own[i] = now[i] && !before[i];
            gone[i] = before[i] && !now[i];
        }
        ink_list lists[3];
        ink_list_split(&lists[0], &lists[1], &lists[2], inked[0], inked[1]);
        compare_list("shared", &lists[0], shared);
        compare_list("own", &lists[1], own);
        compare_list("gone", &lists[2], gone);
    }
}

static void single_pixels(void) {
    for (int i = 0; i < PIXELS; i++) {
        float amounts[PIXELS] = {0};
        ink ink;
        amounts[i] = 0.5f;
        memcpy(ink.amount, amounts, sizeof amounts);
        ink_complete(&ink);
        compare(&ink, amounts);
    }
}

static void from_inputs(void) {
    float inputs[PIXELS];
    ink ink;
    for (int i = 0; i < PIXELS; i++) inputs[i] = i % 3 == 0 ? BACKGROUND : (float)i / 1000;
    ink_from_inputs(&ink, inputs);
    for (int i = 0; i < PIXELS; i++) {
        bool inked = ink.inked[i / SIDE] >> i % SIDE & 1;
        CHECK(inked == (inputs[i] != BACKGROUND), "the bit of pixel %d is %d", i, inked);
        CHECK(fabsf(ink.amount[i] + BACKGROUND - inputs[i]) <= 1e-7f, "pixel %d: %g", i,
              ink.amount[i]);
    }
}

static void from_greys(void) {
    uint8_t greys[PIXELS];
    float amounts[PIXELS];
    ink ink;
    for (int i = 0; i < PIXELS; i++) {
        greys[i] = (uint8_t)(i % 7 == 0 ? 0 : i * 37);
        amounts[i] = ink_amount(greys[i]);
    }
    ink_from_greys(&ink, greys);
    compare(&ink, amounts);
}

static void boxes(void) {
    for (int first = 0; first < PIXELS; first += 5) {
        for (int last = first; last < PIXELS; last += 31) {
            uint8_t greys[PIXELS] = {0};
            greys[first] = greys[last] = 1;
            ink ink;
            ink_from_greys(&ink, greys);
            ink_box box = ink_box_of(&ink);
            int a = first % SIDE, b = last % SIDE;
            CHECK(box.top == first / SIDE && box.bottom == last / SIDE + 1 &&
                      box.left == (a < b ? a : b) && box.right == (a < b ? b : a) + 1,
                  "%d and %d: rows %d..%d, columns %d..%d", first, last, box.top, box.bottom,
                  box.left, box.right);
        }
    }
    ink blank = {0};
    ink_box none = ink_box_of(&blank);
    CHECK(none.top >= none.bottom, "a blank picture has rows %d..%d", none.top, none.bottom);
}

int main(void) {
    check_case("a grey has pixel / 255 * 0.99 above the background");
    grey_amounts();
    check_case("inputs are the background and the amounts, and never beyond 1");
    inputs_and_back();
    check_case("the list has each inked pixel once, in order, and their sum");
    lists();
    check_case("two pictures' pixels are split into shared, own and gone ones, in order");
    split_lists();
    check_case("each pixel has its own bit");
    single_pixels();
    check_case("the box of a picture is as large as its ink");
    boxes();
    check_case("inputs of 0.01 are background to the bit");
    from_inputs();
    check_case("a picture of greys is what ink_amount says of each of them");
    from_greys();
    return check_end();
}
