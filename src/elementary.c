#include "elementary.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

static const double LN2 = 0.693147180559945309417;
static const double RADIANS_PER_DEGREE = 0.0174532925199432957692;

double elementary_log(double x) {
    /* x = m * 2^e with m in [sqrt(1/2), sqrt(2)), so that the series below is short. */
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    int e = (int)(bits >> 52) - 1023;
    bits = (bits & 0x000fffffffffffffu) | 0x3ff0000000000000u;
    double m;
    memcpy(&m, &bits, sizeof m);
    if (m > 1.41421356237309504880) {
        m /= 2;
        e += 1;
    }
    /* log m = 2 artanh s = 2 (s + s^3/3 + s^5/5 + ...), |s| <= 0.172: s^23/23 < 2^-60. */
    double s = (m - 1) / (m + 1);
    double s2 = s * s;
    double series = 0;
    for (int n = 21; n >= 1; n -= 2) series = series * s2 + 1.0 / n;
    return e * LN2 + 2 * s * series;
}

double elementary_logit(double x) {
    return elementary_log(x / (1 - x));
}

/* Taylor series of cos and sin for |x| <= pi/4; the first term left out is below 2^-56. */
static double cos_near_zero(double x) {
    double sum = 0;
    for (int n = 16; n >= 2; n -= 2) sum = (1 - sum) * x * x / (n * (n - 1));
    return 1 - sum;
}

static double sin_near_zero(double x) {
    double sum = 0;
    for (int n = 17; n >= 3; n -= 2) sum = (1 - sum) * x * x / (n * (n - 1));
    return x * (1 - sum);
}

double elementary_cos(double degrees) {
    /* Folding happens in degrees, where it is exact: pi is not a double. */
    double quarter = floor(degrees / 90 + 0.5);
    double x = (degrees - 90 * quarter) * RADIANS_PER_DEGREE;
    switch ((int)(quarter - 4 * floor(quarter / 4))) {
    case 0:
        return cos_near_zero(x);
    case 1:
        return -sin_near_zero(x);
    case 2:
        return -cos_near_zero(x);
    default:
        return sin_near_zero(x);
    }
}

double elementary_sin(double degrees) {
    return elementary_cos(degrees - 90);
}
