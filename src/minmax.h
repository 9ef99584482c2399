/* The lesser and the greater of two numbers. fmin and fmax look for NaN, for which they are calls
 * in WebAssembly: they take longer than what is done with the number. So would min and max, in
 * drawing.c, where the compiler is to make code small.
 */
#ifndef GLASSBOX_MINMAX_H
#define GLASSBOX_MINMAX_H

static __attribute__((always_inline)) inline double min(double a, double b) {
    return a < b ? a : b;
}

static __attribute__((always_inline)) inline double max(double a, double b) {
    return a > b ? a : b;
}

static inline float minf(float a, float b) {
    return a < b ? a : b;
}

static inline float maxf(float a, float b) {
    return a > b ? a : b;
}

#endif
