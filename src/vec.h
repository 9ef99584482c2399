/* The vector kernels, which take nearly all of the time.
 *
 * They process four floats at a time with the compiler's vector extensions: SIMD128 in WebAssembly
 * and SSE natively, from the same source. Every kernel sums in a fixed order, whatever the size of
 * its blocks, so it equals its naive twin (tests/c/vec_naive.h) to the bit. Neither may be compiled
 * with fused multiply-adds or -ffast-math.
 *
 * Sizes: V, an even number, is the number of vectors in a row of 4 V floats. Rows are 16-byte
 * aligned.
 */
#ifndef GLASSBOX_VEC_H
#define GLASSBOX_VEC_H

#include <stdint.h>

typedef float f32x4 __attribute__((vector_size(16)));
typedef int32_t i32x4 __attribute__((vector_size(16)));

/* The number of vectors in a block of vec_dot_rows. It affects the result. With threads, each would
 * sum whole blocks. */
enum { VEC_BLOCK = 16 };

/* out[V] += sum over p of amount[row[p]] * matrix[row[p]][V], p from 0 to count - 1, in that order.
 */
void vec_add_rows(f32x4 *out, const f32x4 *matrix, const uint16_t *row, int count,
                  const float *amount, int V);

/* matrix[row[p]][V] += amount[row[p]] * delta[V] for p from 0 to count - 1; no row occurs twice. */
void vec_add_outer(f32x4 *matrix, const uint16_t *row, int count, const float *amount,
                   const f32x4 *delta, int V);

/* vec_add_outer with `old`, then vec_add_rows with `amount`, on the same rows. Each row is fetched
 * and stored once for both: the weights do not fit into the first-level cache, and fetching them
 * takes as long as the arithmetic. */
void vec_add_outer_rows(f32x4 *out, f32x4 *matrix, const uint16_t *row, int count, const float *old,
                        const f32x4 *delta, const float *amount, int V);

/* x[V] *= factor. V may be odd. */
void vec_scale(f32x4 *x, float factor, int V);

/* out[p] = matrix[row[p]][V] . x[V] for p from 0 to count - 1. Lanes are summed over the vectors,
 * then with each other as (0 + 1) + (2 + 3). */
void vec_dot_each(float *out, const f32x4 *matrix, const uint16_t *row, int count, const f32x4 *x,
                  int V);

/* out[k] = sum over v of matrix[10 * v + k] . x[v] for ten interleaved rows k: vector v of all ten,
 * then vector v + 1. Lanes are summed over the vectors of a block, then over the blocks in order,
 * then with each other as (0 + 1) + (2 + 3). */
void vec_dot_rows(float out[10], const f32x4 *matrix, const f32x4 *x, int V);

/* out[v] = sum over k of weight[k] * matrix[10 * v + k], for the same ten rows. */
void vec_back_rows(f32x4 *out, const f32x4 *matrix, const float weight[10], int V);

/* matrix[10 * v + k] += step[k] * x[v], for the same ten rows. In a pass with vec_back_rows there
 * would not be enough registers for all weights and steps. */
void vec_step_rows(f32x4 *matrix, const float step[10], const f32x4 *x, int V);

/* x[V] = 1 / (1 + exp(-x[V])), within 2e-7. Arguments are clamped to -40..40: beyond these,
 * products with the result would be denormal numbers, which are slow. */
void vec_sigmoid(f32x4 *x, int V);

#endif
