/* Backquery and ascent against their formulas, written densely and in double. */
#include "imagine.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "dense.h"
#include "random.h"

static const int HIDDEN[] = {1, 2, 3, 5, 199, 200, 201, HIDDEN_MAX};
enum { HIDDEN_COUNT = sizeof HIDDEN / sizeof *HIDDEN };

/* A network that has learned a little and has a pending update. */
static void init_trained(network *network, int n, random_generator *random) {
    float inputs[PIXELS];
    CHECK(network_init(network, n, 0.2f), "no memory");
    network_randomize(network, 1);
    for (int s = 0; s < 50; s++) {
        random_inputs(random, 5, inputs);
        train_on(network, inputs, s % 10);
    }
    CHECK(network->update_pending, "no update is pending");
}

static void rescale(const double *values, int n, double *scaled) {
    double low = INFINITY, high = -INFINITY;
    for (int i = 0; i < n; i++) {
        low = fmin(low, values[i]);
        high = fmax(high, values[i]);
    }
    for (int i = 0; i < n; i++) scaled[i] = (values[i] - low) / (high - low) * 0.98 + 0.01;
}

/* The notebook's backquery. */
static void dense_backquery(const weights *weights, const float targets[DIGITS],
                            imagine_steps *steps) {
    for (int k = 0; k < DIGITS; k++) steps->logits[k] = log(targets[k] / (1 - (double)targets[k]));
    for (int j = 0; j < weights->n; j++) {
        steps->hidden_sums[j] = 0;
        for (int k = 0; k < DIGITS; k++)
            steps->hidden_sums[j] += weights->who_exact[k * weights->n + j] * steps->logits[k];
    }
    rescale(steps->hidden_sums, weights->n, steps->hidden);
    for (int i = 0; i < PIXELS; i++) {
        steps->sums[i] = 0;
        for (int j = 0; j < weights->n; j++)
            steps->sums[i] +=
                weights->wih_exact[j * PIXELS + i] * log(steps->hidden[j] / (1 - steps->hidden[j]));
    }
    rescale(steps->sums, PIXELS, steps->inputs);
}

static void compare(const char *what, const double *got, const double *wanted, int count,
                    double bound, double *worst) {
    for (int i = 0; i < count; i++) {
        double error = fabs(got[i] - wanted[i]);
        *worst = fmax(*worst, error);
        CHECK(error <= bound, "%s[%d] of %d: %g, not %g", what, i, count, got[i], wanted[i]);
    }
}

static void backqueries(void) {
    random_generator random;
    random_seed(&random, 9);
    double worst = 0, other = 0;
    for (int h = 1; h < HIDDEN_COUNT; h++) {
        int n = HIDDEN[h];
        network network;
        init_trained(&network, n, &random);
        float targets[DIGITS];
        for (int label = 0; label < DIGITS; label++) {
            imagine_steps steps, expected;
            float inputs[PIXELS];
            random_inputs(&random, 5, inputs);
            train_on(&network, inputs, label);
            network_targets(targets, label);
            imagine_backquery(&network, targets, &steps);
            weights weights = weights_alloc(n);
            weights_read(&weights, &network);
            dense_backquery(&weights, targets, &expected);
            compare("logits", steps.logits, expected.logits, DIGITS, 1e-12, &other);
            compare("hidden_sums", steps.hidden_sums, expected.hidden_sums, n, 1e-10, &other);
            compare("hidden", steps.hidden, expected.hidden, n, 1e-10, &other);
            compare("sums", steps.sums, expected.sums, PIXELS, 1e-4, &other);
            compare("inputs", steps.inputs, expected.inputs, PIXELS, 1e-5, &worst);
            weights_free(&weights);
        }
        network_free(&network);
    }
    printf("# largest difference %.2g\n", worst);
}

static void backquery_of_one_node(void) {
    network network;
    float targets[DIGITS];
    imagine_steps steps;
    CHECK(network_init(&network, 1, 0.2f), "no memory");
    network_randomize(&network, 1);
    for (int label = 0; label < DIGITS; label++) {
        network_targets(targets, label);
        imagine_backquery(&network, targets, &steps);
        CHECK(steps.hidden[0] == 0.5, "label %d: %g", label, steps.hidden[0]);
        for (int i = 0; i < PIXELS; i++)
            CHECK(steps.inputs[i] == 0.5, "label %d, pixel %d: %g", label, i, steps.inputs[i]);
    }
    network_free(&network);
}

static void slopes(void) {
    random_generator random;
    random_seed(&random, 11);
    double worst = 0;
    for (int n = 1; n <= 21; n += 4) {
        double steepest = 0;
        for (int rarity = 1; rarity <= 1000; rarity *= 10) {
            network network;
            init_trained(&network, n, &random);
            float inputs[PIXELS], targets[DIGITS], slope[PIXELS];
            random_inputs(&random, rarity, inputs);
            network_targets(targets, n % DIGITS);
            float off = imagine_slope(&network, targets, inputs, slope);
            weights weights = weights_alloc(n);
            weights_read(&weights, &network);
            for (int i = 0; i < PIXELS; i++) {
                double downhill = -dense_slope(&weights, &inputs[i], inputs, targets);
                worst = fmax(worst, fabs(slope[i] - downhill));
                steepest = fmax(steepest, fabs(downhill));
                CHECK(fabs(slope[i] - downhill) <= 1e-6, "%d nodes, pixel %d: %g, not %g", n, i,
                      slope[i], downhill);
            }
            double hidden[32], outputs[DIGITS], furthest = 0;
            dense_query(&weights, inputs, hidden, outputs);
            for (int k = 0; k < DIGITS; k++)
                furthest = fmax(furthest, fabs(targets[k] - outputs[k]));
            CHECK(fabs(off - furthest) <= 1e-6, "%d nodes: off by %g, not %g", n, off, furthest);
            weights_free(&weights);
            network_free(&network);
        }
        CHECK(steepest > 0.01, "%d nodes: the slope is at most %g", n, steepest);
    }
    printf("# largest difference %.2g\n", worst);
}

/* Five times 1 2 1, 2 4 2, 1 2 1 sixteenths of the pixels around each. */
static void dense_pen(double push[SIDE][SIDE]) {
    for (int time = 0; time < 5; time++) {
        double soft[SIDE][SIDE] = {{0}};
        for (int row = 0; row < SIDE; row++)
            for (int column = 0; column < SIDE; column++)
                for (int r = row - 1; r <= row + 1; r++)
                    for (int c = column - 1; c <= column + 1; c++)
                        if (r >= 0 && r < SIDE && c >= 0 && c < SIDE)
                            soft[row][column] +=
                                push[r][c] * (r == row ? 2 : 1) * (c == column ? 2 : 1) / 16;
        memcpy(push, soft, sizeof soft);
    }
}

/* One step of ascent, from its slope on. */
static void dense_ascend(network *network, const float targets[DIGITS], double rate,
                         const float inputs[PIXELS], double moved[PIXELS]) {
    float slope[PIXELS];
    double push[SIDE][SIDE], largest = 0;
    double off = imagine_slope(network, targets, inputs, slope);
    for (int i = 0; i < PIXELS; i++) push[i / SIDE][i % SIDE] = slope[i];
    dense_pen(push);
    for (int i = 0; i < PIXELS; i++) largest = fmax(largest, fabs(push[i / SIDE][i % SIDE]));
    for (int i = 0; i < PIXELS; i++) {
        double to = inputs[i] + rate * (off * push[i / SIDE][i % SIDE] / largest - 0.015);
        moved[i] = fmin(fmax(to, 0.01), 1);
    }
}

static void ascents(void) {
    random_generator random;
    random_seed(&random, 12);
    double worst = 0;
    int low = 0, high = 0;
    for (int h = 0; h < HIDDEN_COUNT; h++) {
        network network;
        init_trained(&network, HIDDEN[h], &random);
        for (int label = 0; label < DIGITS; label++) {
            float inputs[PIXELS], targets[DIGITS], rate = label < 5 ? 0.1f : 0.7f;
            double expected[PIXELS];
            random_inputs(&random, label == 0 ? 1000 : 1, inputs);
            network_targets(targets, label);
            dense_ascend(&network, targets, rate, inputs, expected);
            imagine_ascend(&network, targets, 1, rate, inputs);
            for (int i = 0; i < PIXELS; i++) {
                double error = fabs(inputs[i] - expected[i]);
                worst = fmax(worst, error);
                CHECK(error <= 1e-5, "%d nodes, %d, pixel %d: %g, not %g", HIDDEN[h], label, i,
                      inputs[i], expected[i]);
                CHECK(inputs[i] >= BACKGROUND && inputs[i] <= 1, "pixel %d: %g", i, inputs[i]);
                low += inputs[i] == BACKGROUND;
                high += inputs[i] == 1;
            }
        }
        network_free(&network);
    }
    CHECK(low > 0 && high > 0, "%d pixels are held at 0.01, %d at 1", low, high);
    printf("# largest difference %.2g\n", worst);
}

static void ascent_in_parts(void) {
    random_generator random;
    random_seed(&random, 13);
    network network;
    init_trained(&network, 37, &random);
    float whole[PIXELS], parts[PIXELS], start[PIXELS], targets[DIGITS];
    random_inputs(&random, 5, start);
    network_targets(targets, 4);
    memcpy(whole, start, sizeof start);
    memcpy(parts, start, sizeof start);
    imagine_ascend(&network, targets, 20, 0.1f, whole);
    imagine_ascend(&network, targets, 0, 0.1f, parts);
    CHECK(memcmp(parts, start, sizeof start) == 0, "no steps change something");
    imagine_ascend(&network, targets, 3, 0.1f, parts);
    CHECK(memcmp(parts, start, sizeof start) != 0, "three steps change nothing");
    imagine_ascend(&network, targets, 17, 0.1f, parts);
    CHECK(memcmp(parts, whole, sizeof whole) == 0, "another picture");
    float slope[PIXELS];
    float before = imagine_slope(&network, targets, start, slope);
    float after = imagine_slope(&network, targets, whole, slope);
    CHECK(after < before, "off by %g, after %g", after, before);
    network_free(&network);
}

static void ascent_without_slope(void) {
    random_generator random;
    random_seed(&random, 14);
    network network;
    float inputs[PIXELS], kept[PIXELS], targets[DIGITS];
    CHECK(network_init(&network, 3, 0.1f), "no memory");
    random_inputs(&random, 2, inputs);
    memcpy(kept, inputs, sizeof inputs);
    network_targets(targets, 4);
    imagine_ascend(&network, targets, 20, 0.1f, inputs);
    CHECK(memcmp(inputs, kept, sizeof inputs) == 0, "another picture");
    network_free(&network);
}

int main(void) {
    check_case("a backquery equals the notebook's in double, step by step");
    backqueries();
    check_case("a backquery of one hidden node is grey all over");
    backquery_of_one_node();
    check_case("the slope is that of cross-entropy, by central difference");
    slopes();
    check_case("a step of ascent is the softened slope, scaled, faded and held in range");
    ascents();
    check_case("three steps of ascent and seventeen more are twenty, to the bit, and lead nearer");
    ascent_in_parts();
    check_case("where no pixel makes a difference, ascent leaves the picture alone");
    ascent_without_slope();
    return check_end();
}
