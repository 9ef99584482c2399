/* The elementary functions against libm's. */
#include <float.h>
#include <math.h>

#include "check.h"
#include "elementary.h"
#include "random.h"

static const double UNIT = DBL_EPSILON; /* in the last place of a number from 1 to 2 */

static void logarithms(void) {
    random_generator random;
    random_seed(&random, 1);
    double worst = 0;
    for (int i = 0; i < 200000; i++) {
        double x = ldexp(1 + random_uniform(&random), (int)(random_uniform(&random) * 2000) - 1000);
        double error = fabs(elementary_log(x) / log(x) - 1);
        if (error > worst) worst = error;
        CHECK(error <= 4 * UNIT, "log(%.17g) is %.17g, not %.17g", x, elementary_log(x), log(x));
    }
    printf("# largest relative error %.2g units\n", worst / UNIT);
    CHECK(fabs(elementary_log(DBL_MIN) / log(DBL_MIN) - 1) <= 4 * UNIT, "at DBL_MIN");
    CHECK(fabs(elementary_log(DBL_MAX) / log(DBL_MAX) - 1) <= 4 * UNIT, "at DBL_MAX");
}

static void logarithms_near_one(void) {
    CHECK(elementary_log(1) == 0, "log(1) is %g", elementary_log(1));
    for (int e = -1; e >= -52; e--) {
        for (int sign = -1; sign <= 1; sign += 2) {
            double x = 1 + sign * ldexp(1, e);
            double error = fabs(elementary_log(x) / log(x) - 1);
            CHECK(error <= 4 * UNIT, "log(1 %+d * 2^%d): off by %g", sign, e, error);
        }
    }
    /* The fold at sqrt(2). */
    for (int i = -50; i <= 50; i++) {
        double x = sqrt(2) + i * UNIT;
        CHECK(fabs(elementary_log(x) / log(x) - 1) <= 4 * UNIT, "log(%.17g)", x);
    }
}

static void logits(void) {
    for (int i = 1; i < 10000; i++) {
        double x = i / 10000.0;
        double exact = log(x) - log1p(-x);
        CHECK(fabs(elementary_logit(x) - exact) <= 1e-14, "logit(%g) is %.17g, not %.17g", x,
              elementary_logit(x), exact);
        CHECK(fabs(1 / (1 + exp(-elementary_logit(x))) - x) <= 1e-14, "sigmoid(logit(%g))", x);
    }
    CHECK(elementary_logit(0.5) == 0, "logit(0.5) is %g", elementary_logit(0.5));
    CHECK(fabs(elementary_logit(1e-6) - log(1e-6 / (1 - 1e-6))) <= 1e-13, "logit(1e-6)");
}

static void sines(void) {
    const long double radians = acosl(-1) / 180;
    double worst = 0;
    for (int i = -720000; i <= 720000; i += 7) {
        double degrees = i / 1000.0;
        double cos_error = (double)fabsl(elementary_cos(degrees) - cosl(degrees * radians));
        double sin_error = (double)fabsl(elementary_sin(degrees) - sinl(degrees * radians));
        worst = fmax(worst, fmax(cos_error, sin_error));
        /* Beyond a turn, the angle itself has a coarser last place. */
        double limit = fabs(degrees) <= 360 ? 3 * UNIT : 8 * UNIT;
        CHECK(cos_error <= limit, "cos(%g) is off by %g", degrees, cos_error);
        CHECK(sin_error <= limit, "sin(%g) is off by %g", degrees, sin_error);
    }
    printf("# largest error %.2g units\n", worst / UNIT);
    for (int i = -81; i <= 81; i++) {
        double degrees = 12345.6 * i;
        double reduced = fmod(degrees, 360);
        double cos_error = (double)fabsl(elementary_cos(degrees) - cosl(reduced * radians));
        double sin_error = (double)fabsl(elementary_sin(degrees) - sinl(reduced * radians));
        CHECK(cos_error <= 1e-11 && sin_error <= 1e-11, "%g degrees: off by %g and %g", degrees,
              cos_error, sin_error);
    }
}

static void right_angles(void) {
    static const double COS[] = {1, 0, -1, 0};
    for (int quarter = -40; quarter <= 40; quarter++) {
        double c = elementary_cos(90.0 * quarter), s = elementary_sin(90.0 * quarter);
        CHECK(c == COS[quarter & 3], "cos(%d) is %.17g", 90 * quarter, c);
        CHECK(s == COS[(quarter - 1) & 3], "sin(%d) is %.17g", 90 * quarter, s);
    }
}

int main(void) {
    check_case("the logarithm is within four units in the last place of libm's");
    logarithms();
    check_case("the logarithm keeps that up near 1, and log(1) is 0");
    logarithms_near_one();
    check_case("the logit is the inverse of the sigmoid");
    logits();
    check_case("cosine and sine are within three units of the true ones for up to a turn");
    sines();
    check_case("cosine and sine are exact at every multiple of 90 degrees");
    right_angles();
    return check_end();
}
