/* The naive twins of the kernels in vec.h: plain loops that say what a kernel means. Arguments and
 * sums as in vec.h, with n floats in a row instead of V vectors; ten rows are side by side as
 * there, by four floats. vec_add_outer_rows means vec_add_outer, then vec_add_rows.
 */
#ifndef GLASSBOX_VEC_NAIVE_H
#define GLASSBOX_VEC_NAIVE_H

#include "vec.h"

static inline void vec_add_rows_naive(float *out, const float *matrix, const uint16_t *row,
                                      int count, const float *amount, int n) {
    for (int j = 0; j < n; j++)
        for (int p = 0; p < count; p++) out[j] += amount[row[p]] * matrix[row[p] * n + j];
}

static inline void vec_add_outer_naive(float *matrix, const uint16_t *row, int count,
                                       const float *amount, const float *delta, int n) {
    for (int p = 0; p < count; p++)
        for (int j = 0; j < n; j++) matrix[row[p] * n + j] += amount[row[p]] * delta[j];
}

static inline void vec_dot_each_naive(float *out, const float *matrix, const uint16_t *row,
                                      int count, const float *x, int n) {
    for (int p = 0; p < count; p++) {
        float lane[4] = {0};
        for (int j = 0; j < n; j++) lane[j % 4] += matrix[row[p] * n + j] * x[j];
        out[p] = (lane[0] + lane[1]) + (lane[2] + lane[3]);
    }
}

/* Float j of row k of ten. */
static inline int at(int j, int k) {
    return 40 * (j / 4) + 4 * k + j % 4;
}

static inline void vec_dot_rows_naive(float out[10], const float *matrix, const float *x, int n) {
    for (int k = 0; k < 10; k++) {
        float lane[4] = {0};
        for (int start = 0; start < n; start += 4 * VEC_BLOCK) {
            float block[4] = {0};
            for (int j = start; j < start + 4 * VEC_BLOCK && j < n; j++)
                block[j % 4] += matrix[at(j, k)] * x[j];
            for (int i = 0; i < 4; i++) lane[i] += block[i];
        }
        out[k] = (lane[0] + lane[1]) + (lane[2] + lane[3]);
    }
}

static inline void vec_back_rows_naive(float *out, const float *matrix, const float weight[10],
                                       int n) {
    for (int j = 0; j < n; j++) {
        out[j] = 0;
        for (int k = 0; k < 10; k++) out[j] += weight[k] * matrix[at(j, k)];
    }
}

static inline void vec_step_rows_naive(float *matrix, const float step[10], const float *x, int n) {
    for (int j = 0; j < n; j++)
        for (int k = 0; k < 10; k++) matrix[at(j, k)] += step[k] * x[j];
}

#endif
