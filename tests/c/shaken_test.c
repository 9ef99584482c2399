/* Shaken ascent, on a network that has learned ten simple pictures. */
#include "shaken.h"

#include <math.h>
#include <string.h>

#include "patterns.h"

static void pictures_of_digits(void) {
    network network;
    init_on_patterns(&network, 30);
    for (int digit = 0; digit < DIGITS; digit++) {
        float inputs[PIXELS], expected[PIXELS], ink = 0, darkest = 0, on = 0, off = 0;
        shaken_ascent(&network, digit, inputs);
        CHECK(answer_to(&network, inputs) == digit, "%d is taken for %d", digit,
              answer_to(&network, inputs));
        pattern(digit, expected);
        int inside = 0;
        for (int i = 0; i < PIXELS; i++) {
            CHECK(inputs[i] >= BACKGROUND && inputs[i] <= 1, "%d, pixel %d: %g", digit, i,
                  inputs[i]);
            ink += inputs[i] - BACKGROUND;
            darkest = fmaxf(darkest, inputs[i]);
            inside += expected[i] == 1;
            if (expected[i] == 1)
                on += inputs[i];
            else
                off += inputs[i];
        }
        CHECK(darkest > 0.999f, "%d: the darkest pixel is %g", digit, darkest);
        CHECK(ink < 110, "%d: ink %g", digit, ink);
        on /= (float)inside;
        off /= (float)(PIXELS - inside);
        CHECK(on > 3 * off, "%d: mean ink %g where it should be, %g elsewhere", digit, on, off);
    }
    network_free(&network);
}

static void the_same_again(void) {
    network network;
    init_on_patterns(&network, 30);
    float once[PIXELS], again[PIXELS];
    shaken_ascent(&network, 3, once);
    shaken_ascent(&network, 3, again);
    CHECK(memcmp(once, again, sizeof once) == 0, "another picture");
    network_free(&network);
}

static void nothing_to_follow(void) {
    network network;
    CHECK(network_init(&network, 5, 0.2f), "no memory");
    float inputs[PIXELS];
    shaken_ascent(&network, 3, inputs);
    for (int i = 1; i < PIXELS; i++)
        CHECK(inputs[i] == inputs[0] && inputs[i] > BACKGROUND, "pixel %d: %g", i, inputs[i]);
    network_free(&network);
}

int main(void) {
    check_case(
        "its pictures are taken for their digits, have ink where those have, and little more");
    pictures_of_digits();
    check_case("the same network imagines the same picture");
    the_same_again();
    check_case("where pixels make no difference, the page stays grey");
    nothing_to_follow();
    return check_end();
}
