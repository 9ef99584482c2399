#include "vec.h"

#include <stdint.h>

typedef int32_t i32x4 __attribute__((vector_size(16)));

static inline f32x4 splat(float value) {
    return (f32x4){value, value, value, value};
}

/* Where mask is all ones, a; where it is zero, b. */
static inline f32x4 choose(i32x4 mask, f32x4 a, f32x4 b) {
    return (f32x4)((mask & (i32x4)a) | (~mask & (i32x4)b));
}

/* Columns of the matrix are walked in strips whose accumulators stay in registers: 16 of those in
 * SSE and in what browsers make of SIMD128, so ten, with some left for the operands. The strip's
 * width is a constant in each call below, so the inner loops unroll. */
enum { STRIP = 10 };

static inline __attribute__((always_inline)) void add_rows_strip(f32x4 *out, const f32x4 *matrix,
                                                                 const int *row,
                                                                 const float *amount, int count,
                                                                 int V, int width) {
    f32x4 sum[STRIP];
    for (int v = 0; v < width; v++) sum[v] = out[v];
    for (int p = 0; p < count; p++) {
        const f32x4 *from = matrix + row[p] * V;
        f32x4 a = splat(amount[p]);
        for (int v = 0; v < width; v++) sum[v] += a * from[v];
    }
    for (int v = 0; v < width; v++) out[v] = sum[v];
}

void vec_add_rows(f32x4 *out, const f32x4 *matrix, const int *row, const float *amount, int count,
                  int V) {
    int v = 0;
    for (; v + STRIP <= V; v += STRIP)
        add_rows_strip(out + v, matrix + v, row, amount, count, V, STRIP);
    for (; v < V; v++) add_rows_strip(out + v, matrix + v, row, amount, count, V, 1);
}

static inline __attribute__((always_inline)) void add_outer_strip(f32x4 *matrix, const int *row,
                                                                  const float *amount,
                                                                  const f32x4 *delta, int count,
                                                                  int V, int width) {
    f32x4 d[STRIP];
    for (int v = 0; v < width; v++) d[v] = delta[v];
    for (int p = 0; p < count; p++) {
        f32x4 *to = matrix + row[p] * V;
        f32x4 a = splat(amount[p]);
        for (int v = 0; v < width; v++) to[v] += a * d[v];
    }
}

void vec_add_outer(f32x4 *matrix, const int *row, const float *amount, const f32x4 *delta,
                   int count, int V) {
    int v = 0;
    for (; v + STRIP <= V; v += STRIP)
        add_outer_strip(matrix + v, row, amount, delta + v, count, V, STRIP);
    for (; v < V; v++) add_outer_strip(matrix + v, row, amount, delta + v, count, V, 1);
}

void vec_dot_rows(float out[10], const f32x4 *matrix, const f32x4 *x, int V) {
    f32x4 total[10] = {0};
    for (int start = 0; start < V; start += VEC_BLOCK) {
        int end = start + VEC_BLOCK < V ? start + VEC_BLOCK : V;
        f32x4 block[10] = {0};
        for (int v = start; v < end; v++)
            for (int k = 0; k < 10; k++) block[k] += matrix[k * V + v] * x[v];
        for (int k = 0; k < 10; k++) total[k] += block[k];
    }
    for (int k = 0; k < 10; k++) out[k] = (total[k][0] + total[k][1]) + (total[k][2] + total[k][3]);
}

void vec_split_back(f32x4 *out, f32x4 *matrix, const float weight[10], const float step[10],
                    const f32x4 *x, int V) {
    for (int v = 0; v < V; v++) {
        f32x4 sum = splat(0);
        for (int k = 0; k < 10; k++) {
            f32x4 *element = matrix + k * V + v;
            sum += splat(weight[k]) * *element;
            *element += splat(step[k]) * x[v];
        }
        out[v] = sum;
    }
}

/* e^x for |x| <= 40: x = n ln 2 + r, e^x = 2^n e^r; the polynomial for e^r is Cephes' expf
 * (S. L. Moshier). */
static inline f32x4 exponential(f32x4 x) {
    /* Adding 1.5 * 2^23 leaves the nearest integer in the low bits: a rounding that every engine
     * does alike. */
    const f32x4 shifter = splat(12582912.0f);
    f32x4 shifted = x * splat(1.44269504f) + shifter;
    f32x4 n = shifted - shifter;
    f32x4 r = x - n * splat(0.693359375f) - n * splat(-2.12194440e-4f);
    f32x4 p = splat(1.9875691500e-4f);
    p = p * r + splat(1.3981999507e-3f);
    p = p * r + splat(8.3334519073e-3f);
    p = p * r + splat(4.1665795894e-2f);
    p = p * r + splat(1.6666665459e-1f);
    p = p * r + splat(5.0000001201e-1f);
    p = p * r * r + r + splat(1.0f);
    i32x4 exponent = ((i32x4)shifted - (i32x4)shifter + 127) << 23;
    return p * (f32x4)exponent;
}

void vec_sigmoid(f32x4 *x, int V) {
    const f32x4 limit = splat(40.0f);
    for (int v = 0; v < V; v++) {
        f32x4 minus = -x[v];
        minus = choose(minus > limit, limit, minus);
        minus = choose(minus < -limit, -limit, minus);
        x[v] = splat(1.0f) / (splat(1.0f) + exponential(minus));
    }
}
