/* What a step follows: slopes, pictures that move against the answer, weights that decay. */
#include <math.h>

#include "check.h"
#include "dense.h"
#include "network.h"
#include "random.h"

static const int HIDDEN[] = {1, 2, 3, 5, 199, 200, 201};
enum { HIDDEN_COUNT = sizeof HIDDEN / sizeof *HIDDEN };

/* Half the squared error, which who's step goes down. */
static double squared_error(const double outputs[DIGITS], const float targets[DIGITS]) {
    double sum = 0;
    for (int k = 0; k < DIGITS; k++) sum += pow(targets[k] - outputs[k], 2) / 2;
    return sum;
}

/* Central difference by one weight of the set. */
static double slope(weights *weights, double *weight, const float inputs[PIXELS],
                    const float targets[DIGITS],
                    double (*loss)(const double[DIGITS], const float[DIGITS])) {
    enum { MOST = 8 };
    const double h = 1e-5;
    double hidden[MOST], outputs[DIGITS], kept = *weight;
    *weight = kept + h;
    dense_query(weights, inputs, hidden, outputs);
    double up = loss(outputs, targets);
    *weight = kept - h;
    dense_query(weights, inputs, hidden, outputs);
    double down = loss(outputs, targets);
    *weight = kept;
    return (up - down) / (2 * h);
}

/* One step against the slopes: of who on squared error, or by the rule of cross-entropy on a third
 * of that. */
static void gradients(int n, bool rule, double *worst, double *largest_wih, double *largest_who) {
    random_generator random;
    random_seed(&random, 7 + n);
    float inputs[PIXELS], targets[DIGITS];
    random_inputs(&random, 4, inputs);
    network_targets(targets, 3);
    network network;
    CHECK(network_init(&network, n, 1), "no memory");
    network.rule.cross_entropy = rule;
    network_randomize(&network, n);
    weights before = weights_alloc(n), after = weights_alloc(n);
    weights_read(&before, &network);
    train_on(&network, inputs, 3);
    weights_read(&after, &network);
    for (int i = 0; i < n * DIGITS; i++) {
        double *weight = &before.who_exact[i];
        double downhill = rule ? -slope(&before, weight, inputs, targets, cross_entropy) / 3
                               : -slope(&before, weight, inputs, targets, squared_error);
        double step = after.who_exact[i] - before.who_exact[i];
        *worst = fmax(*worst, fabs(step - downhill));
        *largest_who = fmax(*largest_who, fabs(downhill));
        CHECK(fabs(step - downhill) <= 1e-6, "%d nodes, who[%d]: %g, not %g", n, i, step, downhill);
    }
    for (int i = 0; i < n * PIXELS; i++) {
        double downhill = -slope(&before, &before.wih_exact[i], inputs, targets, cross_entropy);
        double step = after.wih_exact[i] - before.wih_exact[i];
        *worst = fmax(*worst, fabs(step - downhill));
        *largest_wih = fmax(*largest_wih, fabs(downhill));
        CHECK(fabs(step - downhill) <= 1e-6, "%d nodes, wih[%d]: %g, not %g", n, i, step, downhill);
    }
    weights_free(&before);
    weights_free(&after);
    network_free(&network);
}

static void steps_go_downhill(void) {
    double worst = 0;
    for (int n = 1; n <= 6; n++) {
        for (int rule = 0; rule < 2; rule++) {
            double wih = 0, who = 0;
            gradients(n, rule, &worst, &wih, &who);
            CHECK(wih > 0.01, "%d nodes: the gradient of wih is at most %g", n, wih);
            CHECK(who > 0.01, "%d nodes: the gradient of who is at most %g", n, who);
        }
    }
    printf("# largest difference %.2g\n", worst);
}

/* Twins that have trained on the same pictures, and the picture that they learn from next. */
typedef struct {
    network moving, plain;
    weights weights;
    float inputs[PIXELS], targets[DIGITS];
} twins;

static twins twins_create(int n, int step, float far, random_generator *random) {
    twins made;
    CHECK(network_init(&made.moving, n, 0.3f), "no memory");
    network_randomize(&made.moving, 5);
    for (int s = 0; s < step; s++) {
        random_inputs(random, 5, made.inputs);
        train_on(&made.moving, made.inputs, s % 10);
    }
    CHECK(network_copy(&made.plain, &made.moving), "no memory");
    made.moving.rule.adversarial = far;
    made.weights = weights_alloc(n);
    weights_read(&made.weights, &made.plain);
    random_inputs(random, 5, made.inputs);
    network_targets(made.targets, step % 10);
    return made;
}

static void twins_free(twins *twins) {
    network_free(&twins->moving);
    network_free(&twins->plain);
    weights_free(&twins->weights);
}

/* At most one pixel has moved in each group of eight. Returns how many have. */
static int check_moved(twins *twins, const float moved[PIXELS], float far) {
    int count = 0, group[PIXELS / 8] = {0};
    for (int i = 0; i < PIXELS; i++) {
        float before = twins->inputs[i];
        if (moved[i] == before) continue;
        count++;
        CHECK(++group[i / 8] == 1, "pixel %d is another one of its group", i);
        double slope =
            dense_slope(&twins->weights, &twins->inputs[i], twins->inputs, twins->targets);
        double to = fmin(fmax(before + (slope > 0 ? 0.99 : -0.99) * far, 0.01), 1);
        /* Where a slope is as small as rounding errors, its sign may be another. */
        if (fabs(slope) > 1e-6)
            CHECK(fabs(moved[i] - to) < 1e-6, "pixel %d: from %g to %g, not %g", i, before,
                  moved[i], to);
    }
    return count;
}

static void pictures_move(void) {
    random_generator random;
    random_seed(&random, 14);
    for (int h = 0; h < HIDDEN_COUNT; h++) {
        for (int step = 0; step < 20; step += 3) {
            float far = 0.05f * (1 + (float)step), moved[PIXELS];
            twins twins = twins_create(HIDDEN[h], step, far, &random);
            network_signals signals;
            ink_from_inputs(network_next_picture(&twins.moving), twins.inputs);
            network_train(&twins.moving, twins.targets, &signals);
            ink_to_inputs(network_last_picture(&twins.moving), moved);
            int count = check_moved(&twins, moved, far);
            /* Paper moves only where ink makes the answer worse. */
            CHECK(count > PIXELS / 8 / 4, "%d pixels have moved", count);

            /* It has learned from the moved picture. */
            network_signals expected;
            ink_from_inputs(network_next_picture(&twins.plain), moved);
            network_train(&twins.plain, twins.targets, &expected);
            for (int k = 0; k < DIGITS; k++)
                CHECK(fabsf(signals.outputs[k] - expected.outputs[k]) < 1e-6f,
                      "%d nodes, output %d: %g, not %g", HIDDEN[h], k, signals.outputs[k],
                      expected.outputs[k]);
            weights weights = weights_alloc(HIDDEN[h]);
            weights_read(&weights, &twins.moving);
            weights_read(&twins.weights, &twins.plain);
            double worst = 0;
            for (int i = 0; i < weights.n * PIXELS; i++)
                worst =
                    check_larger(worst, fabs(weights.wih_exact[i] - twins.weights.wih_exact[i]));
            for (int i = 0; i < weights.n * DIGITS; i++)
                worst =
                    check_larger(worst, fabs(weights.who_exact[i] - twins.weights.who_exact[i]));
            CHECK(worst < 1e-6, "%d nodes: weights are off by %g", HIDDEN[h], worst);
            weights_free(&weights);
            twins_free(&twins);
        }
    }
}

/* The twin multiplies every weight by hand. */
static void weights_decay(void) {
    enum { N = 5 };
    random_generator random;
    random_seed(&random, 15);
    network decaying, twin;
    CHECK(network_init(&decaying, N, 0.3f) && network_init(&twin, N, 0.3f), "no memory");
    decaying.rule = (network_rule){.cross_entropy = true, .decay = 0.01f};
    twin.rule.cross_entropy = true;
    network_randomize(&decaying, 5);
    network_randomize(&twin, 5);
    weights one = weights_alloc(N), other = weights_alloc(N);
    double worst = 0, largest = 0;
    for (int step = 1; step <= NETWORK_REFRESH + 50; step++) {
        float inputs[PIXELS];
        random_inputs(&random, 5, inputs);
        train_on(&decaying, inputs, step % 10);
        train_on(&twin, inputs, step % 10);
        weights_read(&other, &twin);
        for (int i = 0; i < N * PIXELS; i++) other.wih[i] *= 1 - 0.3f * 0.01f;
        for (int i = 0; i < N * DIGITS; i++) other.who[i] *= 1 - 0.3f * 0.01f;
        CHECK(network_set_weights(&twin, N, other.wih, other.who), "no memory");
        if (step % 41 != 0) continue;
        weights_read(&one, &decaying);
        for (int i = 0; i < N * PIXELS; i++) {
            worst = check_larger(worst, fabs((double)one.wih[i] - (double)other.wih[i]));
            largest = fmax(largest, fabs((double)one.wih[i]));
        }
        for (int i = 0; i < N * DIGITS; i++)
            worst = check_larger(worst, fabs((double)one.who[i] - (double)other.who[i]));
        double error = query_error(&decaying, inputs);
        CHECK(error <= 2e-6, "step %d: the query is off by %g", step, error);
    }
    CHECK(worst < 1e-5 && largest > 0.01, "off by %g, of up to %g", worst, largest);
    weights_free(&one);
    weights_free(&other);
    network_free(&decaying);
    network_free(&twin);
}

int main(void) {
    check_case("who's step is half the squared error's slope, wih's that of cross-entropy");
    steps_go_downhill();
    check_case("a pixel in eight moves against the answer, and the step learns from that");
    pictures_move();
    check_case("all weights decay at each step");
    weights_decay();
    return check_end();
}
