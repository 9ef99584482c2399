/* The network's queries and steps against the notebook's formulas, written densely and in double.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "dense.h"
#include "imagine.h"
#include "network.h"
#include "random.h"

static const int HIDDEN[] = {1, 2, 3, 5, 199, 200, 201, HIDDEN_MAX};
enum { HIDDEN_COUNT = sizeof HIDDEN / sizeof *HIDDEN };

static void queries(void) {
    random_generator random;
    random_seed(&random, 1);
    float inputs[PIXELS];
    for (int h = 0; h < HIDDEN_COUNT; h++) {
        network network;
        CHECK(network_init(&network, HIDDEN[h], 0.3f), "no memory");
        network_randomize(&network, 5);
        for (int rarity = 1; rarity <= 1000; rarity *= 10) {
            random_inputs(&random, rarity, inputs);
            double error = query_error(&network, inputs);
            CHECK(error <= 1e-6, "%d hidden nodes, ink 1 in %d: off by %g", HIDDEN[h], rarity,
                  error);
            for (int s = 0; s < 10; s++) train_on(&network, inputs, s);
            error = query_error(&network, inputs);
            CHECK(error <= 1e-6, "%d hidden nodes, trained, ink 1 in %d: off by %g", HIDDEN[h],
                  rarity, error);
        }
        network_free(&network);
    }
}

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

static void learning_rate_scales(void) {
    random_generator random;
    random_seed(&random, 2);
    float inputs[PIXELS];
    random_inputs(&random, 4, inputs);
    weights start = weights_alloc(5), whole = weights_alloc(5), part = weights_alloc(5);
    network network;
    CHECK(network_init(&network, 5, 1), "no memory");
    network_randomize(&network, 1);
    weights_read(&start, &network);
    train_on(&network, inputs, 8);
    weights_read(&whole, &network);
    network_randomize(&network, 1);
    network.learning_rate = 0.25f;
    train_on(&network, inputs, 8);
    weights_read(&part, &network);
    for (int i = 0; i < 5 * PIXELS; i++) {
        double quarter = (whole.wih_exact[i] - start.wih_exact[i]) / 4;
        CHECK(fabs(part.wih_exact[i] - start.wih_exact[i] - quarter) <= 1e-7, "wih[%d]", i);
    }
    for (int i = 0; i < 5 * DIGITS; i++) {
        double quarter = (whole.who_exact[i] - start.who_exact[i]) / 4;
        CHECK(fabs(part.who_exact[i] - start.who_exact[i] - quarter) <= 1e-7, "who[%d]", i);
    }
    weights_free(&start);
    weights_free(&whole);
    weights_free(&part);
    network_free(&network);
}

static void answers_before_the_step(void) {
    random_generator random;
    random_seed(&random, 3);
    float inputs[PIXELS], targets[DIGITS];
    random_inputs(&random, 4, inputs);
    network_targets(targets, 2);
    ink picture;
    network_signals asked, trained;
    network network;
    CHECK(network_init(&network, 7, 0.5f), "no memory");
    network_randomize(&network, 9);
    ink_from_inputs(&picture, inputs);
    network_query(&network, &picture, &asked);
    *network_next_picture(&network) = picture;
    network_train(&network, targets, &trained);
    CHECK(memcmp(asked.outputs, trained.outputs, sizeof asked.outputs) == 0, "other outputs");
    CHECK(memcmp(asked.hidden, trained.hidden, 2 * sizeof(f32x4)) == 0, "other hidden signals");
    network_query(&network, &picture, &trained);
    CHECK(asked.outputs[2] < trained.outputs[2], "output 2 fell from %g to %g", asked.outputs[2],
          trained.outputs[2]);
    network_free(&network);
}

/* However often it is looked at meanwhile, training ends at the same bits. */
static void looks_between_steps(void) {
    random_generator random;
    random_seed(&random, 12);
    network alone, watched;
    CHECK(network_init(&alone, 21, 0.3f) && network_init(&watched, 21, 0.3f), "no memory");
    network_randomize(&alone, 5);
    network_randomize(&watched, 5);
    alone.rule = watched.rule = (network_rule){true, 0.1f, 0.001f};
    weights one = weights_alloc(21), other = weights_alloc(21);
    for (int step = 0; step < 2 * NETWORK_REFRESH + 5; step++) {
        float inputs[PIXELS], targets[DIGITS];
        imagine_steps backwards;
        random_inputs(&random, 3, inputs);
        train_on(&alone, inputs, step % 10);
        train_on(&watched, inputs, step % 10);
        network_targets(targets, step % 10);
        ink picture;
        network_signals signals;
        ink_from_inputs(&picture, inputs);
        if (step % 3 == 0) network_query(&watched, &picture, &signals);
        if (step % 7 == 0) weights_read(&other, &watched);
        if (step % 11 == 0) imagine_backquery(&watched, targets, &backwards);
        if (step % 13 == 0) imagine_ascend(&watched, targets, 2, 0.1f, inputs);
    }
    weights_read(&one, &alone);
    weights_read(&other, &watched);
    CHECK(memcmp(one.wih, other.wih, 21 * PIXELS * sizeof(float)) == 0, "other wih");
    CHECK(memcmp(one.who, other.who, 21 * DIGITS * sizeof(float)) == 0, "other who");
    weights_free(&one);
    weights_free(&other);
    network_free(&alone);
    network_free(&watched);
}

static void padding_stays_zero(void) {
    random_generator random;
    random_seed(&random, 6);
    float inputs[PIXELS];
    for (int h = 0; h < HIDDEN_COUNT; h++) {
        network network;
        int n = HIDDEN[h], steps = n < 10 ? NETWORK_REFRESH + 50 : 30;
        CHECK(network_init(&network, n, 0.3f), "no memory");
        network_randomize(&network, 1);
        for (int s = 0; s < steps; s++) {
            random_inputs(&random, 5, inputs);
            train_on(&network, inputs, s % 10);
        }
        ink picture;
        network_signals signals;
        ink_from_inputs(&picture, inputs);
        network_query(&network, &picture, &signals);
        int width = 4 * network.V;
        CHECK(width - n >= 0 && width - n < 8, "%d nodes fill %d", n, width);
        for (int j = n; j < width; j++) {
            CHECK(((float *)signals.hidden)[j] == 0, "%d nodes: hidden[%d]", n, j);
            CHECK(((float *)network.offset)[j] == 0, "%d nodes: offset[%d]", n, j);
            CHECK(((float *)network.background_sum)[j] == 0, "%d nodes: background_sum[%d]", n, j);
            for (int i = 0; i < PIXELS; i++)
                CHECK(((float *)network.wih)[i * width + j] == 0, "%d nodes: wih[%d][%d]", n, i, j);
            for (int k = 0; k < DIGITS; k++)
                CHECK(network.who[j / 4 * DIGITS + k][j % 4] == 0, "%d nodes: who[%d][%d]", n, k,
                      j);
        }
        network_free(&network);
    }
}

static void background_sum_is_refreshed(void) {
    enum { N = 5 };
    random_generator random;
    random_seed(&random, 7);
    float inputs[PIXELS];
    network network;
    CHECK(network_init(&network, N, 0.2f), "no memory");
    network_randomize(&network, 1);
    int width = 4 * network.V;
    for (int s = 1; s <= 3 * NETWORK_REFRESH; s++) {
        random_inputs(&random, 5, inputs);
        train_on(&network, inputs, s % 10);
        bool due = s % NETWORK_REFRESH == 0;
        if (!due && s % 7 != 0) continue;
        network_flush(&network);
        for (int j = 0; j < N; j++) {
            float sum = 0;
            double exact = 0;
            for (int i = 0; i < PIXELS; i++) {
                float weight = ((float *)network.wih)[i * width + j] + ((float *)network.offset)[j];
                sum += weight;
                exact += weight;
            }
            float carried = ((float *)network.background_sum)[j];
            CHECK(fabs(carried - 0.01 * exact) <= 1e-5, "step %d, node %d: %g, not %g", s, j,
                  carried, 0.01 * exact);
            if (due)
                CHECK(carried == BACKGROUND * sum, "step %d, node %d: %.9g, not %.9g", s, j,
                      carried, BACKGROUND * sum);
        }
    }
    network_free(&network);
}

static void queries_do_not_drift(void) {
    random_generator random;
    random_seed(&random, 8);
    float inputs[PIXELS];
    double worst = 0;
    network network;
    CHECK(network_init(&network, 20, 0.2f), "no memory");
    network_randomize(&network, 1);
    /* Twenty pictures to learn, so that weights grow as they do in earnest. */
    static float pictures[20][PIXELS];
    for (int p = 0; p < 20; p++) random_inputs(&random, 5, pictures[p]);
    for (int s = 1; s <= 20 * NETWORK_REFRESH + 500; s++) {
        train_on(&network, pictures[s % 20], s % 10);
        if (s % 97 != 0) continue;
        random_inputs(&random, 1 + s % 20, inputs);
        double error = query_error(&network, inputs);
        worst = fmax(worst, error);
        CHECK(error <= 2e-6, "after %d steps: off by %g", s, error);
    }
    printf("# largest difference %.2g\n", worst);
    network_free(&network);
}

static void targets_and_answers(void) {
    float targets[DIGITS];
    for (int label = 0; label < DIGITS; label++) {
        network_targets(targets, label);
        for (int k = 0; k < DIGITS; k++)
            CHECK(targets[k] == (k == label ? 0.99f : 0.01f), "label %d, target %d", label, k);
        CHECK(network_answer(targets) == label, "answer to %d", label);
    }
    network_targets(targets, NO_DIGIT);
    for (int k = 0; k < DIGITS; k++) CHECK(targets[k] == 0.01f, "no digit, target %d", k);
    float equal[DIGITS] = {0.1f, 0.2f, 0.9f, 0.9f, 0, 0.9f};
    CHECK(network_answer(equal) == 2, "answer %d", network_answer(equal));
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
    for (int h = 0; h < HIDDEN_COUNT - 1; h++) {
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
    check_case("a sparse query equals a plain one of 784 inputs in double");
    queries();
    check_case("who's step is half the squared error's slope, wih's that of cross-entropy");
    steps_go_downhill();
    check_case("a quarter of the learning rate makes a quarter of the step");
    learning_rate_scales();
    check_case("training tells the answer as it was before the step");
    answers_before_the_step();
    check_case("looking at a network between steps changes nothing in the end");
    looks_between_steps();
    check_case("the nodes that fill up a vector stay at 0");
    padding_stays_zero();
    check_case("the background sum is computed afresh every 1,024 steps");
    background_sum_is_refreshed();
    check_case("queries do not drift from the weights over 20 refreshes");
    queries_do_not_drift();
    check_case(
        "targets are 0.01 and 0.99, only 0.01 for no digit; the answer is the largest output");
    targets_and_answers();
    check_case("a pixel in eight moves against the answer, and the step learns from that");
    pictures_move();
    check_case("all weights decay at each step");
    weights_decay();
    return check_end();
}
