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

/* Several rows are walked side by side, from end to end: what all of them add to or are changed by
 * then stays in a register, and each row is a stream that the processor fetches ahead. Four rows,
 * two vectors at a time, is what the compilers of all three browsers do well on; with more, some
 * run out of registers. `rows` is a constant in each call below, so that the inner loops unroll. */
#define INLINE static inline __attribute__((always_inline))
enum { SIDE_BY_SIDE = 4 };

INLINE void add_rows(f32x4 *out, const f32x4 *matrix, const int *row, const float *amount, int V,
                     int rows) {
    const f32x4 *from[SIDE_BY_SIDE];
    f32x4 a[SIDE_BY_SIDE];
    for (int r = 0; r < rows; r++) {
        from[r] = matrix + row[r] * V;
        a[r] = splat(amount[row[r]]);
    }
    for (int v = 0; v < V; v += 2) {
        f32x4 sum[2] = {out[v], out[v + 1]};
        for (int r = 0; r < rows; r++) {
            sum[0] += a[r] * from[r][v];
            sum[1] += a[r] * from[r][v + 1];
        }
        out[v] = sum[0];
        out[v + 1] = sum[1];
    }
}

void vec_add_rows(f32x4 *out, const f32x4 *matrix, const int *row, int count, const float *amount,
                  int V) {
    int p = 0;
    for (; p + SIDE_BY_SIDE <= count; p += SIDE_BY_SIDE)
        add_rows(out, matrix, row + p, amount, V, SIDE_BY_SIDE);
    for (; p < count; p++) add_rows(out, matrix, row + p, amount, V, 1);
}

INLINE void add_outer(f32x4 *matrix, const int *row, const float *amount, const f32x4 *delta, int V,
                      int rows) {
    f32x4 *to[SIDE_BY_SIDE];
    f32x4 a[SIDE_BY_SIDE];
    for (int r = 0; r < rows; r++) {
        to[r] = matrix + row[r] * V;
        a[r] = splat(amount[row[r]]);
    }
    for (int v = 0; v < V; v += 2) {
        f32x4 d[2] = {delta[v], delta[v + 1]};
        for (int r = 0; r < rows; r++) {
            to[r][v] += a[r] * d[0];
            to[r][v + 1] += a[r] * d[1];
        }
    }
}

void vec_add_outer(f32x4 *matrix, const int *row, int count, const float *amount,
                   const f32x4 *delta, int V) {
    int p = 0;
    for (; p + SIDE_BY_SIDE <= count; p += SIDE_BY_SIDE)
        add_outer(matrix, row + p, amount, delta, V, SIDE_BY_SIDE);
    for (; p < count; p++) add_outer(matrix, row + p, amount, delta, V, 1);
}

INLINE void add_outer_rows(f32x4 *out, f32x4 *matrix, const int *row, const float *old,
                           const f32x4 *delta, const float *amount, int V, int rows) {
    f32x4 *at[SIDE_BY_SIDE];
    f32x4 o[SIDE_BY_SIDE], a[SIDE_BY_SIDE];
    for (int r = 0; r < rows; r++) {
        at[r] = matrix + row[r] * V;
        o[r] = splat(old[row[r]]);
        a[r] = splat(amount[row[r]]);
    }
    for (int v = 0; v < V; v += 2) {
        f32x4 d[2] = {delta[v], delta[v + 1]}, sum[2] = {out[v], out[v + 1]};
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < 2; i++) {
                f32x4 weight = at[r][v + i] + o[r] * d[i];
                at[r][v + i] = weight;
                sum[i] += a[r] * weight;
            }
        }
        out[v] = sum[0];
        out[v + 1] = sum[1];
    }
}

void vec_add_outer_rows(f32x4 *out, f32x4 *matrix, const int *row, int count, const float *old,
                        const f32x4 *delta, const float *amount, int V) {
    int p = 0;
    for (; p + SIDE_BY_SIDE <= count; p += SIDE_BY_SIDE)
        add_outer_rows(out, matrix, row + p, old, delta, amount, V, SIDE_BY_SIDE);
    for (; p < count; p++) add_outer_rows(out, matrix, row + p, old, delta, amount, V, 1);
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
