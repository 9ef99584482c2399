/* Foils, on a network that has learned ten simple pictures. */
#include "foil.h"

#include <math.h>
#include <string.h>

#include "patterns.h"

static double distance(const float one[PIXELS], const float other[PIXELS]) {
    double sum = 0;
    for (int i = 0; i < PIXELS; i++) sum += pow((double)one[i] - (double)other[i], 2);
    return sqrt(sum);
}

/* A foil is on the border: a little less of the change does not do. */
static void check_foil(network *network, int from, int to) {
    float picture[PIXELS], foil[PIXELS], other[PIXELS], less[PIXELS];
    pattern(from, picture);
    pattern(to, other);
    memcpy(foil, picture, sizeof foil);
    CHECK(foil_find(network, to, 0, foil), "no %d near %d", to, from);
    CHECK(answer_to(network, foil) == to, "%d near %d is taken for %d", to, from,
          answer_to(network, foil));
    for (int i = 0; i < PIXELS; i++) {
        CHECK(foil[i] >= BACKGROUND && foil[i] <= 1, "pixel %d: %g", i, foil[i]);
        less[i] = picture[i] + 0.98f * (foil[i] - picture[i]);
    }
    CHECK(answer_to(network, less) != to, "%d near %d: 98 %% of the change would do", to, from);
    double far = distance(picture, foil), whole = distance(picture, other);
    CHECK(far > 0 && far < 0.6 * whole, "%d near %d: %g of %g", to, from, far, whole);
}

/* Whichever small step is taken along the border, none that still gets the answer is nearer. */
static void check_nearest(network *network, int from, int to) {
    random_generator random;
    random_seed(&random, 4);
    float picture[PIXELS], foil[PIXELS], tried[PIXELS];
    pattern(from, picture);
    memcpy(foil, picture, sizeof foil);
    CHECK(foil_find(network, to, 0, foil), "no %d near %d", to, from);
    double far = distance(picture, foil), nearest = INFINITY;
    for (int time = 0; time < 2000; time++) {
        for (int i = 0; i < PIXELS; i++) {
            float aside = 0.3f * (float)far / SIDE * (float)random_normal(&random);
            float moved = picture[i] + 0.97f * (foil[i] - picture[i]) + aside;
            tried[i] = fminf(fmaxf(moved, BACKGROUND), 1);
        }
        if (answer_to(network, tried) == to) nearest = fmin(nearest, distance(picture, tried));
    }
    CHECK(nearest >= 0.99 * far, "%d near %d: %g, but there is one at %g", to, from, far, nearest);
}

static void foils(void) {
    network network;
    init_on_patterns(&network, 30);
    for (int from = 0; from < DIGITS; from++)
        for (int to = 0; to < DIGITS; to++)
            if (from != to) check_foil(&network, from, to);
    network_free(&network);
}

static void nearest(void) {
    network network;
    init_on_patterns(&network, 30);
    check_nearest(&network, 2, 3);
    check_nearest(&network, 0, 7);
    network_free(&network);
}

static void nothing_to_change(void) {
    network network;
    init_on_patterns(&network, 30);
    float picture[PIXELS], foil[PIXELS];
    pattern(4, picture);
    pattern(4, foil);
    CHECK(foil_find(&network, 4, 0, foil), "no 4 near 4");
    CHECK(memcmp(picture, foil, sizeof foil) == 0, "a 4 is changed to be a 4");
    network_free(&network);

    CHECK(network_init(&network, 5, 0.2f), "no memory");
    CHECK(!foil_find(&network, 3, 0, foil), "a foil of a network that pixels do not move");
    CHECK(memcmp(picture, foil, sizeof foil) == 0, "it has changed");
    network_free(&network);
}

int main(void) {
    check_case("a foil gets the answer, and a little less of the change does not");
    foils();
    check_case("no picture nearby that gets the answer is nearer");
    nearest();
    check_case("what has the answer stays; so does what nothing changes");
    nothing_to_change();
    return check_end();
}
