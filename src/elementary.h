/* Elementary functions that give the same bits everywhere.
 *
 * libm's log, sin and cos differ in the last bit between glibc, musl and browsers. These use only
 * IEEE addition, multiplication and division, which are the same everywhere. Errors are a few ulp,
 * which is accurate enough for weights and pixels.
 */
#ifndef GLASSBOX_ELEMENTARY_H
#define GLASSBOX_ELEMENTARY_H

/* Natural logarithm of x, a positive normal number. */
double elementary_log(double x);

/* ln(x / (1 - x)), the inverse of the sigmoid. 0 < x < 1. */
double elementary_logit(double x);

/* Cosine and sine of an angle in degrees, |degrees| < 1e6. Exact at every multiple of 90. */
double elementary_cos(double degrees);
double elementary_sin(double degrees);

#endif
