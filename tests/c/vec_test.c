/* The vector kernels against their naive twins, bit for bit. */
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "random.h"
#include "vec.h"
#include "vec_naive.h"

enum { ROWS = 784, WIDEST = 256 };

/* Around the blocks of 16 vectors, and the largest network's. */
static const int SIZES[] = {2, 4, 6, 8, 10, 14, 16, 18, 20, 30, 32, 34, 40, 46, 48, 50, WIDEST};
/* Around the groups of 4 and 8 rows. */
static const int COUNTS[] = {0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 13, 150, ROWS};
enum { SIZE_COUNT = sizeof SIZES / sizeof *SIZES, COUNT_COUNT = sizeof COUNTS / sizeof *COUNTS };

static f32x4 *vectors(int count) {
    return aligned_alloc(sizeof(f32x4), (size_t)count * sizeof(f32x4));
}

/* The same numbers for a kernel and for its twin: sums of these depend on their order. */
static void fill(random_generator *random, float *one, float *other, int count) {
    for (int i = 0; i < count; i++) one[i] = other[i] = (float)(random_uniform(random) - 0.5);
}

/* Rising rows, as pictures have them, and an amount for every row there is. */
static void choose_rows(random_generator *random, uint16_t *row, float *amount, int count) {
    int left = count;
    for (int r = 0; r < ROWS; r++) {
        amount[r] = (float)random_uniform(random);
        if (random_uniform(random) * (ROWS - r) >= left) continue;
        row[count - left] = (uint16_t)r;
        left--;
    }
}

static void sums_of_rows(void) {
    random_generator random;
    random_seed(&random, 1);
    for (int s = 0; s < SIZE_COUNT; s++) {
        for (int c = 0; c < COUNT_COUNT; c++) {
            int V = SIZES[s], count = COUNTS[c];
            uint16_t row[ROWS];
            float amount[ROWS];
            f32x4 *matrix = vectors(ROWS * V), *same = vectors(ROWS * V);
            f32x4 *out = vectors(V), *twin = vectors(V);
            fill(&random, (float *)matrix, (float *)same, ROWS * 4 * V);
            fill(&random, (float *)out, (float *)twin, 4 * V);
            choose_rows(&random, row, amount, count);
            vec_add_rows(out, matrix, row, count, amount, V);
            vec_add_rows_naive((float *)twin, (float *)matrix, row, count, amount, 4 * V);
            CHECK(memcmp(out, twin, V * sizeof *out) == 0, "V %d, %d rows", V, count);
            CHECK(memcmp(matrix, same, ROWS * V * sizeof *matrix) == 0, "V %d: matrix", V);
            free(matrix);
            free(same);
            free(out);
            free(twin);
        }
    }
}

static void outer_products(void) {
    random_generator random;
    random_seed(&random, 2);
    for (int s = 0; s < SIZE_COUNT; s++) {
        for (int c = 0; c < COUNT_COUNT; c++) {
            int V = SIZES[s], count = COUNTS[c];
            uint16_t row[ROWS];
            float amount[ROWS];
            f32x4 *matrix = vectors(ROWS * V), *twin = vectors(ROWS * V);
            f32x4 *delta = vectors(V), *same = vectors(V);
            fill(&random, (float *)matrix, (float *)twin, ROWS * 4 * V);
            fill(&random, (float *)delta, (float *)same, 4 * V);
            choose_rows(&random, row, amount, count);
            vec_add_outer(matrix, row, count, amount, delta, V);
            vec_add_outer_naive((float *)twin, row, count, amount, (float *)delta, 4 * V);
            CHECK(memcmp(matrix, twin, ROWS * V * sizeof *matrix) == 0, "V %d, %d rows", V, count);
            CHECK(memcmp(delta, same, V * sizeof *delta) == 0, "V %d: delta", V);
            free(matrix);
            free(twin);
            free(delta);
            free(same);
        }
    }
}

static void outer_products_and_sums(void) {
    random_generator random;
    random_seed(&random, 8);
    for (int s = 0; s < SIZE_COUNT; s++) {
        for (int c = 0; c < COUNT_COUNT; c++) {
            int V = SIZES[s], n = 4 * V, count = COUNTS[c];
            uint16_t row[ROWS];
            float old[ROWS], amount[ROWS];
            f32x4 *matrix = vectors(ROWS * V), *twin_matrix = vectors(ROWS * V);
            f32x4 *out = vectors(V), *twin_out = vectors(V), *delta = vectors(V);
            fill(&random, (float *)matrix, (float *)twin_matrix, ROWS * n);
            fill(&random, (float *)out, (float *)twin_out, n);
            fill(&random, (float *)delta, (float *)delta, n);
            choose_rows(&random, row, old, count);
            choose_rows(&random, row, amount, count);
            vec_add_outer_rows(out, matrix, row, count, old, delta, amount, V);
            vec_add_outer_naive((float *)twin_matrix, row, count, old, (float *)delta, n);
            vec_add_rows_naive((float *)twin_out, (float *)twin_matrix, row, count, amount, n);
            CHECK(memcmp(matrix, twin_matrix, ROWS * V * sizeof *matrix) == 0, "V %d, %d rows", V,
                  count);
            CHECK(memcmp(out, twin_out, V * sizeof *out) == 0, "V %d, %d rows: out", V, count);
            free(matrix);
            free(twin_matrix);
            free(out);
            free(twin_out);
            free(delta);
        }
    }
}

static void dot_product_of_each_row(void) {
    random_generator random;
    random_seed(&random, 9);
    for (int s = 0; s < SIZE_COUNT; s++) {
        for (int c = 0; c < COUNT_COUNT; c++) {
            int V = SIZES[s], count = COUNTS[c];
            uint16_t row[ROWS];
            float out[ROWS], twin[ROWS], unused[ROWS];
            f32x4 *matrix = vectors(ROWS * V), *same = vectors(ROWS * V);
            f32x4 *x = vectors(V), *same_x = vectors(V);
            fill(&random, (float *)matrix, (float *)same, ROWS * 4 * V);
            fill(&random, (float *)x, (float *)same_x, 4 * V);
            choose_rows(&random, row, unused, count);
            vec_dot_each(out, matrix, row, count, x, V);
            vec_dot_each_naive(twin, (float *)same, row, count, (float *)same_x, 4 * V);
            CHECK(memcmp(out, twin, count * sizeof *out) == 0, "V %d, %d rows", V, count);
            free(matrix);
            free(same);
            free(x);
            free(same_x);
        }
    }
}

static void scaled(void) {
    f32x4 x[5] = {{1, -2, 3, 0.1f}, {4}, {5}, {6}, {7, 7, 7, 7}};
    vec_scale(x, 0.3f, 4);
    CHECK(x[0][0] == 0.3f && x[0][1] == -2 * 0.3f && x[0][3] == 0.1f * 0.3f && x[3][0] == 6 * 0.3f,
          "%g, %g, %g, %g", x[0][0], x[0][1], x[0][3], x[3][0]);
    CHECK(x[4][0] == 7, "beyond the end: %g", x[4][0]);
}

static void dot_products(void) {
    random_generator random;
    random_seed(&random, 3);
    for (int s = 0; s < SIZE_COUNT; s++) {
        int V = SIZES[s];
        float out[10], twin[10];
        f32x4 *matrix = vectors(10 * V), *same = vectors(10 * V);
        f32x4 *x = vectors(V), *same_x = vectors(V);
        fill(&random, (float *)matrix, (float *)same, 10 * 4 * V);
        fill(&random, (float *)x, (float *)same_x, 4 * V);
        vec_dot_rows(out, matrix, x, V);
        vec_dot_rows_naive(twin, (float *)matrix, (float *)x, 4 * V);
        CHECK(memcmp(out, twin, sizeof out) == 0, "V %d", V);
        CHECK(memcmp(matrix, same, 10 * V * sizeof *matrix) == 0, "V %d: matrix", V);
        CHECK(memcmp(x, same_x, V * sizeof *x) == 0, "V %d: x", V);
        free(matrix);
        free(same);
        free(x);
        free(same_x);
    }
}

static void sums_by_weight(void) {
    random_generator random;
    random_seed(&random, 4);
    for (int s = 0; s < SIZE_COUNT; s++) {
        int V = SIZES[s];
        float weight[10], same_weight[10];
        f32x4 *matrix = vectors(10 * V), *same = vectors(10 * V);
        f32x4 *out = vectors(V), *twin = vectors(V);
        fill(&random, weight, same_weight, 10);
        fill(&random, (float *)matrix, (float *)same, 10 * 4 * V);
        fill(&random, (float *)out, (float *)twin, 4 * V); /* what is in `out` must not matter */
        ((float *)twin)[0] += 1;
        vec_back_rows(out, matrix, weight, V);
        vec_back_rows_naive((float *)twin, (float *)matrix, weight, 4 * V);
        CHECK(memcmp(out, twin, V * sizeof *out) == 0, "V %d", V);
        CHECK(memcmp(matrix, same, 10 * V * sizeof *matrix) == 0, "V %d: matrix", V);
        free(matrix);
        free(same);
        free(out);
        free(twin);
    }
}

static void steps(void) {
    random_generator random;
    random_seed(&random, 5);
    for (int s = 0; s < SIZE_COUNT; s++) {
        int V = SIZES[s];
        float step[10], same_step[10];
        f32x4 *matrix = vectors(10 * V), *twin = vectors(10 * V);
        f32x4 *x = vectors(V), *same_x = vectors(V);
        fill(&random, step, same_step, 10);
        fill(&random, (float *)matrix, (float *)twin, 10 * 4 * V);
        fill(&random, (float *)x, (float *)same_x, 4 * V);
        vec_step_rows(matrix, step, x, V);
        vec_step_rows_naive((float *)twin, step, (float *)x, 4 * V);
        CHECK(memcmp(matrix, twin, 10 * V * sizeof *matrix) == 0, "V %d", V);
        CHECK(memcmp(x, same_x, V * sizeof *x) == 0, "V %d: x", V);
        free(matrix);
        free(twin);
        free(x);
        free(same_x);
    }
}

static float sigmoid(float x) {
    f32x4 vector = {x, x, x, x};
    vec_sigmoid(&vector, 1);
    return vector[0];
}

static void sigmoid_is_near(void) {
    double worst = 0;
    for (int i = -60000; i <= 60000; i++) {
        float x = (float)i / 1000;
        double error = fabs(sigmoid(x) - 1 / (1 + exp(-(double)x)));
        if (error > worst) worst = error;
        CHECK(error <= 2e-7, "x %g: off by %g", x, error);
    }
    printf("# largest error %.3g\n", worst);
}

static void sigmoid_is_relatively_near(void) {
    /* On the falling side small results must be right, too: they scale the hidden nodes' steps. */
    for (int i = -40000; i <= 0; i++) {
        float x = (float)i / 1000;
        double exact = 1 / (1 + exp(-(double)x));
        CHECK(fabs(sigmoid(x) / exact - 1) <= 1e-6, "x %g: %g, not %g", x, sigmoid(x), exact);
    }
}

static void sigmoid_saturates(void) {
    static const float FAR[] = {40.5f, 87, 88, 89, 103, 127, 128, 1000, 1e10f, FLT_MAX, INFINITY};
    for (size_t i = 0; i < sizeof FAR / sizeof *FAR; i++) {
        float low = sigmoid(-FAR[i]), high = sigmoid(FAR[i]);
        CHECK(high == 1, "x %g: %g", FAR[i], high);
        CHECK(low == sigmoid(-40), "x %g: %g", -FAR[i], low);
        CHECK(isnormal(low) && low > 0 && low < 1e-17f, "x %g: %g", -FAR[i], low);
        CHECK(isnormal(low * 1e-19f), "x %g: a product with %g is denormal", -FAR[i], low);
    }
    CHECK(sigmoid(0) == 0.5f, "sigmoid(0) is %.9g", sigmoid(0));
    CHECK(sigmoid(-0.0f) == 0.5f, "sigmoid(-0) is %.9g", sigmoid(-0.0f));
}

static void sigmoid_takes_each_lane(void) {
    f32x4 x[3];
    float *lanes = (float *)x;
    for (int i = 0; i < 12; i++) lanes[i] = (float)(i * i - 50) / 10;
    vec_sigmoid(x, 3);
    for (int i = 0; i < 12; i++) {
        float alone = sigmoid((float)(i * i - 50) / 10);
        CHECK(lanes[i] == alone, "lane %d: %.9g, alone %.9g", i, lanes[i], alone);
    }
}

int main(void) {
    check_case("the dot products of rows equal the naive ones");
    dot_product_of_each_row();
    check_case("vectors are scaled");
    scaled();
    check_case("vec_add_rows equals its naive twin at every size and leaves the matrix alone");
    sums_of_rows();
    check_case("vec_add_outer equals its naive twin at every size and leaves delta alone");
    outer_products();
    check_case("vec_add_outer_rows equals the one twin after the other at every size");
    outer_products_and_sums();
    check_case("vec_dot_rows equals its naive twin at every size and changes nothing");
    dot_products();
    check_case("vec_back_rows equals its naive twin at every size, whatever was in out");
    sums_by_weight();
    check_case("vec_step_rows equals its naive twin at every size and leaves x alone");
    steps();
    check_case("vec_sigmoid is within 2e-7 of the true one");
    sigmoid_is_near();
    check_case("vec_sigmoid is within a millionth of small results");
    sigmoid_is_relatively_near();
    check_case("vec_sigmoid saturates without denormals, up to infinity");
    sigmoid_saturates();
    check_case("vec_sigmoid treats every lane alike");
    sigmoid_takes_each_lane();
    return check_end();
}
