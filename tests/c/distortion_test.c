/* Distorted pictures, against the definition in double. */
#include <math.h>
#include <string.h>

#include "check.h"
#include "elementary.h"
#include "image.h"

static image_distortion distortion;

static double either_way(random_generator *random, double most) {
    return (2 * random_uniform(random) - 1) * most;
}

static double spline(double t) {
    t = fabs(t);
    if (t < 1) return (4 - 6 * t * t + 3 * t * t * t) / 6;
    return t < 2 ? pow(2 - t, 3) / 6 : 0;
}

/* Pixel (row, column) of a picture, which is 0 around. */
static double pixel(const float picture[PIXELS], int row, int column) {
    bool inside = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
    return inside ? (double)picture[row * SIDE + column] : 0;
}

/* What the header says, without any haste. */
static void plain(random_generator *random, double strength, const float picture[PIXELS],
                  double distorted[PIXELS]) {
    double angle = either_way(random, 15 * strength) * acos(-1) / 180;
    double scale_x = 1 + either_way(random, 0.15 * strength);
    double scale_y = 1 + either_way(random, 0.15 * strength);
    double shear = either_way(random, 0.2 * strength);
    double shift_x = either_way(random, 1.5 * strength);
    double shift_y = either_way(random, 1.5 * strength);
    double bend[2][7][7];
    for (int k = 0; k < 2 * 49; k++)
        bend[k / 49][k / 7 % 7][k % 7] = either_way(random, 4 * strength);
    for (int row = 0; row < SIDE; row++) {
        for (int column = 0; column < SIDE; column++) {
            double u = column - 13.5, v = row - 13.5;
            double slanted = scale_x * u + shear * v, tall = scale_y * v;
            double x = 13.5 + shift_x + cos(angle) * slanted - sin(angle) * tall;
            double y = 13.5 + shift_y + sin(angle) * slanted + cos(angle) * tall;
            for (int i = 0; i < 7; i++) {
                for (int j = 0; j < 7; j++) {
                    /* Control point i lies at pixel 7 (i - 1), counted from the picture's edge. */
                    double weight =
                        spline((row + 0.5) / 7 - (i - 1)) * spline((column + 0.5) / 7 - (j - 1));
                    x += weight * bend[0][i][j];
                    y += weight * bend[1][i][j];
                }
            }
            int left = (int)floor(x), top = (int)floor(y);
            double a = x - left, d = y - top;
            distorted[row * SIDE + column] = (1 - d) * ((1 - a) * pixel(picture, top, left) +
                                                        a * pixel(picture, top, left + 1)) +
                                             d * ((1 - a) * pixel(picture, top + 1, left) +
                                                  a * pixel(picture, top + 1, left + 1));
        }
    }
}

static void fill(random_generator *random, float picture[PIXELS]) {
    for (int i = 0; i < PIXELS; i++)
        picture[i] = random_uniform(random) < 0.5 ? 0 : (float)random_uniform(random);
}

static void definition(void) {
    random_generator random, same;
    double worst = 0;
    for (uint32_t seed = 0; seed < 200; seed++) {
        random_seed(&random, seed);
        double strength = seed % 5 * 0.5, exact[PIXELS];
        float picture[PIXELS], distorted[PIXELS];
        fill(&random, picture);
        same = random;
        image_distort(&distortion, &random, strength, picture, distorted);
        plain(&same, strength, picture, exact);
        CHECK(random.state == same.state, "seed %u: another number of random numbers", seed);
        for (int i = 0; i < PIXELS; i++) worst = check_larger(worst, fabs(distorted[i] - exact[i]));
    }
    CHECK(worst <= 2e-5, "off by %g", worst);
    printf("# largest difference %.2g\n", worst);
}

static void background(void) {
    random_generator random;
    random_seed(&random, 3);
    float picture[PIXELS] = {0}, distorted[PIXELS];
    static const float BLANK[PIXELS];
    for (int round = 0; round < 100; round++) {
        image_distort(&distortion, &random, 2, BLANK, distorted);
        CHECK(memcmp(distorted, BLANK, sizeof distorted) == 0, "round %d: ink on a blank", round);
    }
    picture[14 * SIDE + 14] = 1;
    for (int round = 0; round < 300; round++) {
        image_distort(&distortion, &random, 1, picture, distorted);
        for (int i = 0; i < PIXELS; i++) {
            double away = hypot(i / SIDE - 14, i % SIDE - 14);
            CHECK(distorted[i] >= 0 && distorted[i] <= 1, "%g at %d", distorted[i], i);
            CHECK(away < 10 || distorted[i] == 0, "round %d: %g at %d", round, distorted[i], i);
        }
    }
}

static void far_out(void) {
    /* So strong that most points come from outside of the picture. */
    enum { ROUNDS = 100 };
    random_generator random, same;
    random_seed(&random, 5);
    float picture[PIXELS], distorted[PIXELS];
    double exact[PIXELS];
    int blank = 0;
    for (int i = 0; i < PIXELS; i++) picture[i] = 1;
    for (int round = 0; round < ROUNDS; round++) {
        same = random;
        image_distort(&distortion, &random, 100, picture, distorted);
        plain(&same, 100, picture, exact);
        for (int i = 0; i < PIXELS; i++) {
            CHECK(distorted[i] >= 0 && distorted[i] <= 1, "%g at %d", distorted[i], i);
            CHECK(fabs(distorted[i] - exact[i]) <= 1e-2, "%g at %d, not %g", distorted[i], i,
                  exact[i]);
            blank += distorted[i] == 0;
        }
    }
    CHECK(blank > ROUNDS * PIXELS / 2 && blank < ROUNDS * PIXELS, "%d of %d pixels are background",
          blank, ROUNDS * PIXELS);
}

int main(void) {
    image_distortion_init(&distortion);
    check_case("a distortion is what the header says");
    definition();
    check_case("background stays exactly so, and ink stays near where it was");
    background();
    check_case("points from far outside are background");
    far_out();
    return check_end();
}
