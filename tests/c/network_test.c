/* The network against the notebook's formulas, written densely and in double. */
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

/* Largest difference of a query's signals from the dense ones on the weights as they are read out.
 */
static double query_error(network *network, const float inputs[PIXELS]) {
    weights weights = weights_alloc(network->hidden_nodes);
    weights_read(&weights, network);
    double *hidden = alloc_zeroed(weights.n, sizeof(double)), outputs[DIGITS], worst = 0;
    dense_query(&weights, inputs, hidden, outputs);
    ink picture;
    network_signals signals;
    ink_from_inputs(&picture, inputs);
    network_query(network, &picture, &signals);
    for (int j = 0; j < weights.n; j++)
        worst = check_larger(worst, fabs(((float *)signals.hidden)[j] - hidden[j]));
    for (int k = 0; k < DIGITS; k++)
        worst = check_larger(worst, fabs(signals.outputs[k] - outputs[k]));
    free(hidden);
    weights_free(&weights);
    return worst;
}

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
    network.cross_entropy = rule;
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

/* Both have trained on the same picture before, and have a pending update: copying does not flush
 * it. */
static void copies(void) {
    random_generator random;
    random_seed(&random, 13);
    for (int h = 0; h < HIDDEN_COUNT; h++) {
        int n = HIDDEN[h], steps = n < 10 ? NETWORK_REFRESH + 20 : 20;
        network original, copy;
        CHECK(network_init(&original, n, 0.3f), "no memory");
        original.cross_entropy = true;
        network_randomize(&original, 5);
        weights one = weights_alloc(n), other = weights_alloc(n);
        for (int s = 0; s < steps; s++) {
            float inputs[PIXELS];
            random_inputs(&random, 3, inputs);
            train_on(&original, inputs, s % 10);
            if (s == 7) CHECK(network_copy(&copy, &original), "no memory");
            if (s > 7) train_on(&copy, inputs, s % 10);
        }
        CHECK(original.update_pending, "no update is pending");
        CHECK(copy.learning_rate == 0.3f && copy.cross_entropy, "other settings");
        CHECK(copy.wih != original.wih && copy.who != original.who, "the memory is shared");
        weights_read(&one, &original);
        network_free(&original);
        weights_read(&other, &copy);
        CHECK(memcmp(one.wih, other.wih, n * PIXELS * sizeof(float)) == 0, "%d nodes: wih", n);
        CHECK(memcmp(one.who, other.who, n * DIGITS * sizeof(float)) == 0, "%d nodes: who", n);
        weights_free(&one);
        weights_free(&other);
        network_free(&copy);
    }
}

/* However often it is looked at meanwhile, training ends at the same bits. */
static void looks_between_steps(void) {
    random_generator random;
    random_seed(&random, 12);
    network alone, watched;
    CHECK(network_init(&alone, 21, 0.3f) && network_init(&watched, 21, 0.3f), "no memory");
    network_randomize(&alone, 5);
    network_randomize(&watched, 5);
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

static void round_trips(void) {
    random_generator random;
    random_seed(&random, 4);
    network network;
    CHECK(network_init(&network, 200, 0.2f), "no memory");
    for (int h = 0; h < HIDDEN_COUNT; h++) {
        int n = HIDDEN[h];
        weights in = weights_alloc(n), out = weights_alloc(n);
        weights_randomize(&in, &random);
        CHECK(network_set_weights(&network, n, in.wih, in.who), "no memory");
        weights_read(&out, &network);
        CHECK(network.hidden_nodes == n, "%d hidden nodes", network.hidden_nodes);
        CHECK(network.learning_rate == 0.2f, "learning rate %g", network.learning_rate);
        CHECK(memcmp(in.wih, out.wih, n * PIXELS * sizeof(float)) == 0, "%d nodes: wih", n);
        CHECK(memcmp(in.who, out.who, n * DIGITS * sizeof(float)) == 0, "%d nodes: who", n);
        float inputs[PIXELS];
        random_inputs(&random, 5, inputs);
        double error = query_error(&network, inputs);
        CHECK(error <= 1e-6, "%d nodes: the query is off by %g", n, error);
        weights_free(&in);
        weights_free(&out);
    }
    network_free(&network);
}

/* What was trained before must not show in weights that are set. */
static void set_weights_forget(void) {
    random_generator random;
    random_seed(&random, 5);
    float inputs[PIXELS];
    weights first = weights_alloc(6), second = weights_alloc(6), start = weights_alloc(6);
    weights_randomize(&start, &random);
    network used, fresh;
    CHECK(network_init(&used, 6, 0.3f) && network_init(&fresh, 6, 0.3f), "no memory");
    network_randomize(&used, 1);
    for (int s = 0; s < NETWORK_REFRESH / 2; s++) {
        random_inputs(&random, 5, inputs);
        train_on(&used, inputs, s % 10);
    }
    network_set_weights(&used, 6, start.wih, start.who);
    network_set_weights(&fresh, 6, start.wih, start.who);
    for (int s = 0; s < NETWORK_REFRESH + 10; s++) {
        random_inputs(&random, 5, inputs);
        train_on(&used, inputs, s % 10);
        train_on(&fresh, inputs, s % 10);
    }
    weights_read(&first, &used);
    weights_read(&second, &fresh);
    CHECK(memcmp(first.wih, second.wih, 6 * PIXELS * sizeof(float)) == 0, "other wih");
    CHECK(memcmp(first.who, second.who, 6 * DIGITS * sizeof(float)) == 0, "other who");
    weights_free(&first);
    weights_free(&second);
    weights_free(&start);
    network_free(&used);
    network_free(&fresh);
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

/* Mean and deviation of weights. */
static void check_normal(const char *name, int n, const float *weights, int count,
                         double deviation) {
    double sum = 0, squares = 0;
    for (int i = 0; i < count; i++) {
        sum += weights[i];
        squares += (double)weights[i] * weights[i];
    }
    double mean = sum / count, found = sqrt(squares / count - mean * mean);
    CHECK(fabs(mean) < 4 * deviation / sqrt(count), "%s of %d: mean %g", name, n, mean);
    CHECK(fabs(found / deviation - 1) < 4 / sqrt(2.0 * count), "%s of %d: deviation %g, not %g",
          name, n, found, deviation);
}

static void starting_weights(void) {
    static const int SIZES[] = {5, 100, 200, HIDDEN_MAX};
    for (size_t s = 0; s < sizeof SIZES / sizeof *SIZES; s++) {
        int n = SIZES[s];
        weights weights = weights_alloc(n);
        network network;
        CHECK(network_init(&network, n, 0.2f), "no memory");
        network_randomize(&network, 1);
        weights_read(&weights, &network);
        check_normal("wih", n, weights.wih, n * PIXELS, 1 / 28.0);
        check_normal("who", n, weights.who, n * DIGITS, 1 / sqrt(n));
        weights_free(&weights);
        network_free(&network);
    }
}

static void starting_weights_in_order(void) {
    random_generator random;
    random_seed(&random, 77);
    weights weights = weights_alloc(3);
    network network;
    CHECK(network_init(&network, 3, 0.2f), "no memory");
    network_randomize(&network, 77);
    weights_read(&weights, &network);
    for (int i = 0; i < 3 * PIXELS; i++) {
        float expected = (float)(random_normal(&random) / 28);
        CHECK(weights.wih[i] == expected, "wih[%d]: %g, not %g", i, weights.wih[i], expected);
    }
    for (int i = 0; i < 3 * DIGITS; i++) {
        double expected = random_normal(&random) / sqrt(3);
        CHECK(fabs(weights.who[i] - expected) < 1e-7, "who[%d]: %g, not %g", i, weights.who[i],
              expected);
    }
    weights_free(&weights);
    network_free(&network);
}

static void randomize_forgets(void) {
    random_generator random;
    random_seed(&random, 10);
    float inputs[PIXELS];
    weights first = weights_alloc(9), again = weights_alloc(9), other = weights_alloc(9);
    network network;
    CHECK(network_init(&network, 9, 0.2f), "no memory");
    network_randomize(&network, 3);
    weights_read(&first, &network);
    for (int s = 0; s < 100; s++) {
        random_inputs(&random, 5, inputs);
        train_on(&network, inputs, s % 10);
    }
    network_randomize(&network, 3);
    weights_read(&again, &network);
    CHECK(memcmp(first.wih, again.wih, 9 * PIXELS * sizeof(float)) == 0, "other wih");
    CHECK(memcmp(first.who, again.who, 9 * DIGITS * sizeof(float)) == 0, "other who");
    double error = query_error(&network, inputs);
    CHECK(error <= 1e-6, "the query is off by %g", error);
    network_randomize(&network, 4);
    weights_read(&other, &network);
    CHECK(memcmp(first.wih, other.wih, 9 * PIXELS * sizeof(float)) != 0, "seeds 3 and 4");
    weights_free(&first);
    weights_free(&again);
    weights_free(&other);
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
    float equal[DIGITS] = {0.1f, 0.2f, 0.9f, 0.9f, 0, 0.9f};
    CHECK(network_answer(equal) == 2, "answer %d", network_answer(equal));
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
    check_case("a copy trains on to the same bits, in memory of its own");
    copies();
    check_case("weights that are set can be read again to the bit");
    round_trips();
    check_case("weights that are set forget what was trained before");
    set_weights_forget();
    check_case("the nodes that fill up a vector stay at 0");
    padding_stays_zero();
    check_case("the background sum is computed afresh every 1,024 steps");
    background_sum_is_refreshed();
    check_case("queries do not drift from the weights over 20 refreshes");
    queries_do_not_drift();
    check_case("starting weights have the notebook's mean and deviation");
    starting_weights();
    check_case("starting weights are drawn in the notebook's order");
    starting_weights_in_order();
    check_case("randomizing forgets what was trained before, and seeds differ");
    randomize_forgets();
    check_case("targets are 0.01 and 0.99, the answer is the largest output");
    targets_and_answers();
    return check_end();
}
