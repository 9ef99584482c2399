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

int main(void) {
    check_case("a sparse query equals a plain one of 784 inputs in double");
    queries();
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
    return check_end();
}
