/* The naive twins of the kernels in vec.h: the plain loops that say what a kernel means. Only the
 * tests use them. Arguments and sums as in vec.h, with n floats in a row instead of V vectors; ten
 * rows are side by side as there, by four floats.
 * vec_add_outer_rows means one of these after the other.
 */
#ifndef GLASSBOX_VEC_NAIVE_H
#define GLASSBOX_VEC_NAIVE_H

void vec_add_rows_naive(float *out, const float *matrix, const int *row, int count,
                        const float *amount, int n);
void vec_add_outer_naive(float *matrix, const int *row, int count, const float *amount,
                         const float *delta, int n);
void vec_dot_rows_naive(float out[10], const float *matrix, const float *x, int n);
void vec_split_back_naive(float *out, float *matrix, const float weight[10], const float step[10],
                          const float *x, int n);

#endif
