#include "vec.h"

static inline f32x4 splat(float value) {
    return (f32x4){value, value, value, value};
}

/* Several rows are processed side by side, from end to end: the vector that all of them add to or
 * are changed by stays in a register, and the processor prefetches each row as a stream. Pointers
 * are moved along, rather than an index that WebAssembly would add to each of them at every access,
 * by two vectors at a time. The first of the two is stored before the second is begun: V8 puts sums
 * off until they are stored, and would run out of registers. The number of rows, and of vectors of
 * each at a time, was found by trial in all three browsers. `rows` is a constant in each call, so
 * that the inner loops unroll. */
#define INLINE static inline __attribute__((always_inline))
enum { SIDE_BY_SIDE = 8 };

INLINE void add_rows(f32x4 *out, const f32x4 *matrix, const uint16_t *row, const float *amount,
                     int V, int rows) {
    const f32x4 *from[SIDE_BY_SIDE];
    f32x4 a[SIDE_BY_SIDE];
    for (int r = 0; r < rows; r++) {
        from[r] = matrix + row[r] * V;
        a[r] = splat(amount[row[r]]);
    }
    for (const f32x4 *end = out + V; out < end; out += 2) {
        for (int v = 0; v < 2; v++) {
            f32x4 sum = out[v];
            for (int r = 0; r < rows; r++) sum += a[r] * from[r][v];
            out[v] = sum;
        }
        for (int r = 0; r < rows; r++) from[r] += 2;
    }
}

void vec_add_rows(f32x4 *out, const f32x4 *matrix, const uint16_t *row, int count,
                  const float *amount, int V) {
    const uint16_t *end = row + count;
    for (; end - row >= 8; row += 8) add_rows(out, matrix, row, amount, V, 8);
    for (; end - row >= 4; row += 4) add_rows(out, matrix, row, amount, V, 4);
    for (; end - row >= 2; row += 2) add_rows(out, matrix, row, amount, V, 2);
    for (; end - row >= 1; row += 1) add_rows(out, matrix, row, amount, V, 1);
}

INLINE void add_outer(f32x4 *matrix, const uint16_t *row, const float *amount, const f32x4 *delta,
                      int V, int rows) {
    f32x4 *to[SIDE_BY_SIDE];
    f32x4 a[SIDE_BY_SIDE];
    for (int r = 0; r < rows; r++) {
        to[r] = matrix + row[r] * V;
        a[r] = splat(amount[row[r]]);
    }
    for (const f32x4 *end = delta + V; delta < end; delta += 2) {
        f32x4 d[2] = {delta[0], delta[1]};
        for (int r = 0; r < rows; r++) {
            to[r][0] += a[r] * d[0];
            to[r][1] += a[r] * d[1];
            to[r] += 2;
        }
    }
}

void vec_add_outer(f32x4 *matrix, const uint16_t *row, int count, const float *amount,
                   const f32x4 *delta, int V) {
    const uint16_t *end = row + count;
    for (; end - row >= 8; row += 8) add_outer(matrix, row, amount, delta, V, 8);
    for (; end - row >= 4; row += 4) add_outer(matrix, row, amount, delta, V, 4);
    for (; end - row >= 2; row += 2) add_outer(matrix, row, amount, delta, V, 2);
    for (; end - row >= 1; row += 1) add_outer(matrix, row, amount, delta, V, 1);
}

INLINE void add_outer_rows(f32x4 *out, f32x4 *matrix, const uint16_t *row, const float *old,
                           const f32x4 *delta, const float *amount, int V, int rows) {
    f32x4 *at[SIDE_BY_SIDE];
    f32x4 o[SIDE_BY_SIDE], a[SIDE_BY_SIDE];
    for (int r = 0; r < rows; r++) {
        at[r] = matrix + row[r] * V;
        o[r] = splat(old[row[r]]);
        a[r] = splat(amount[row[r]]);
    }
    for (const f32x4 *end = out + V; out < end; out += 2, delta += 2) {
        for (int v = 0; v < 2; v++) {
            f32x4 d = delta[v], sum = out[v];
            for (int r = 0; r < rows; r++) {
                f32x4 weight = at[r][v] + o[r] * d;
                at[r][v] = weight;
                sum += a[r] * weight;
            }
            out[v] = sum;
        }
        for (int r = 0; r < rows; r++) at[r] += 2;
    }
}

void vec_add_outer_rows(f32x4 *out, f32x4 *matrix, const uint16_t *row, int count, const float *old,
                        const f32x4 *delta, const float *amount, int V) {
    const uint16_t *end = row + count;
    for (; end - row >= 4; row += 4) add_outer_rows(out, matrix, row, old, delta, amount, V, 4);
    for (; end - row >= 2; row += 2) add_outer_rows(out, matrix, row, old, delta, amount, V, 2);
    for (; end - row >= 1; row += 1) add_outer_rows(out, matrix, row, old, delta, amount, V, 1);
}

void vec_scale(f32x4 *x, float factor, int V) {
    for (int v = 0; v < V; v++) x[v] *= factor;
}

INLINE void dot_each(float *out, const f32x4 *matrix, const uint16_t *row, const f32x4 *x, int V,
                     int rows) {
    const f32x4 *from[SIDE_BY_SIDE];
    f32x4 sum[SIDE_BY_SIDE] = {0};
    for (int r = 0; r < rows; r++) from[r] = matrix + row[r] * V;
    for (const f32x4 *end = x + V; x < end; x++)
        for (int r = 0; r < rows; r++) sum[r] += *from[r]++ * *x;
    for (int r = 0; r < rows; r++) out[r] = (sum[r][0] + sum[r][1]) + (sum[r][2] + sum[r][3]);
}

void vec_dot_each(float *out, const f32x4 *matrix, const uint16_t *row, int count, const f32x4 *x,
                  int V) {
    int p = 0;
    for (; count - p >= 8; p += 8) dot_each(out + p, matrix, row + p, x, V, 8);
    for (; count - p >= 1; p += 1) dot_each(out + p, matrix, row + p, x, V, 1);
}

void vec_dot_rows(float out[10], const f32x4 *matrix, const f32x4 *x, int V) {
    f32x4 total[10] = {0};
    for (int start = 0; start < V; start += VEC_BLOCK) {
        int end = start + VEC_BLOCK < V ? start + VEC_BLOCK : V;
        f32x4 block[10] = {0};
        for (int v = start; v < end; v++)
            for (int k = 0; k < 10; k++) block[k] += matrix[10 * v + k] * x[v];
        for (int k = 0; k < 10; k++) total[k] += block[k];
    }
    for (int k = 0; k < 10; k++) out[k] = (total[k][0] + total[k][1]) + (total[k][2] + total[k][3]);
}

void vec_back_rows(f32x4 *out, const f32x4 *matrix, const float weight[10], int V) {
    f32x4 w[10];
    for (int k = 0; k < 10; k++) w[k] = splat(weight[k]);
    for (const f32x4 *end = out + V; out < end; out++, matrix += 10) {
        f32x4 sum = {0};
        for (int k = 0; k < 10; k++) sum += w[k] * matrix[k];
        *out = sum;
    }
}

void vec_step_rows(f32x4 *matrix, const float step[10], const f32x4 *x, int V) {
    f32x4 s[10];
    for (int k = 0; k < 10; k++) s[k] = splat(step[k]);
    for (const f32x4 *end = x + V; x < end; x++, matrix += 10)
        for (int k = 0; k < 10; k++) matrix[k] += s[k] * *x;
}

/* e^x for |x| <= 40: x = n ln 2 + r, e^x = 2^n e^r. The polynomial for e^r on |r| <= ln 2 / 2 is
 * the minimax one of its degree: its relative error is at most 1.1e-7. */
static inline f32x4 exponential(f32x4 x) {
    /* Adding 1.5 * 2^23 leaves the nearest integer in the low bits: rounding that is the same
     * everywhere. */
    const f32x4 shifter = splat(12582912.0f);
    f32x4 shifted = x * splat(1.44269504f) + shifter;
    f32x4 n = shifted - shifter;
    f32x4 r = x - n * splat(0.693359375f) - n * splat(-2.12194440e-4f);
    f32x4 p = splat(8.312520571e-3f);
    p = p * r + splat(4.189015925e-2f);
    p = p * r + splat(1.666711420e-1f);
    p = p * r + splat(4.999923110e-1f);
    p = p * r * r + r + splat(1.0f);
    i32x4 exponent = ((i32x4)shifted - (i32x4)shifter + 127) << 23;
    return p * (f32x4)exponent;
}

void vec_sigmoid(f32x4 *x, int V) {
    const i32x4 sign = {INT32_MIN, INT32_MIN, INT32_MIN, INT32_MIN};
    const i32x4 limit = (i32x4)splat(40.0f);
    for (int v = 0; v < V; v++) {
        /* Without their signs, floats are in the order of the integers with the same bits;
         * comparing these takes one instruction everywhere. */
        i32x4 bits = (i32x4)x[v], magnitude = bits & ~sign;
        i32x4 near = magnitude < limit;
        magnitude = (magnitude & near) | (limit & ~near);
        f32x4 minus = (f32x4)(magnitude | (~bits & sign));
        x[v] = splat(1.0f) / (splat(1.0f) + exponential(minus));
    }
}
