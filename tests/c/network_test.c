/* The network's weights: where they start, and how they are set, read and copied. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "dense.h"
#include "network.h"
#include "random.h"

static const int HIDDEN[] = {1, 2, 3, 5, 199, 200, 201, HIDDEN_MAX};
enum { HIDDEN_COUNT = sizeof HIDDEN / sizeof *HIDDEN };

/* Both have trained on the same picture before, and have a pending update: copying does not flush
 * it. */
static void copies(void) {
    random_generator random;
    random_seed(&random, 13);
    for (int h = 0; h < HIDDEN_COUNT; h++) {
        int n = HIDDEN[h], steps = n < 10 ? NETWORK_REFRESH + 20 : 20;
        network original, copy;
        CHECK(network_init(&original, n, 0.3f), "no memory");
        original.rule = (network_rule){true, 0.1f, 0.001f};
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
        CHECK(copy.learning_rate == 0.3f && copy.rule.cross_entropy &&
                  copy.rule.adversarial == 0.1f && copy.rule.decay == 0.001f,
              "other settings");
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

int main(void) {
    check_case("a copy trains on to the same bits, in memory of its own");
    copies();
    check_case("weights that are set can be read again to the bit");
    round_trips();
    check_case("weights that are set forget what was trained before");
    set_weights_forget();
    check_case("starting weights have the notebook's mean and deviation");
    starting_weights();
    check_case("starting weights are drawn in the notebook's order");
    starting_weights_in_order();
    check_case("randomizing forgets what was trained before, and seeds differ");
    randomize_forgets();
    return check_end();
}
