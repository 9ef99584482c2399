/* The margin and its slope against central differences of a dense network in double. */
#include "margin.h"

#include <math.h>

#include "check.h"
#include "dense.h"

static double logit(double output) {
    return log(output / (1 - output));
}

/* The digit's logit less the logarithm of the sum of the others' odds: its slope is the digit's
 * less the mean of the others', weighted by their odds. */
static double smooth_margin(const weights *weights, int digit, const float inputs[PIXELS]) {
    double hidden[32], outputs[DIGITS], odds = 0;
    dense_query(weights, inputs, hidden, outputs);
    for (int k = 0; k < DIGITS; k++)
        if (k != digit) odds += outputs[k] / (1 - outputs[k]);
    return logit(outputs[digit]) - log(odds);
}

static void margins(void) {
    random_generator random;
    random_seed(&random, 3);
    for (int n = 1; n <= 25; n += 4) {
        network network;
        CHECK(network_init(&network, n, 0.3f), "no memory");
        network_randomize(&network, 2);
        float inputs[PIXELS], slope[PIXELS], steepest = 0;
        for (int s = 0; s < 30; s++) {
            random_inputs(&random, 5, inputs);
            train_on(&network, inputs, s % 10);
        }
        int digit = n % DIGITS;
        double got = margin_slope(&network, digit, 0, inputs, slope);
        weights weights = weights_alloc(n);
        weights_read(&weights, &network);
        double hidden[32], outputs[DIGITS], most = -INFINITY;
        dense_query(&weights, inputs, hidden, outputs);
        for (int k = 0; k < DIGITS; k++)
            if (k != digit) most = fmax(most, logit(outputs[k]));
        CHECK(fabs(got - (logit(outputs[digit]) - most)) < 1e-4, "%d nodes: margin %g, not %g", n,
              got, logit(outputs[digit]) - most);
        for (int i = 0; i < PIXELS; i++) {
            float kept = inputs[i], up = kept + 1e-3f, down = kept - 1e-3f;
            inputs[i] = up;
            double above = smooth_margin(&weights, digit, inputs);
            inputs[i] = down;
            double below = smooth_margin(&weights, digit, inputs);
            inputs[i] = kept;
            double expected = (above - below) / ((double)up - (double)down);
            CHECK(fabs((double)slope[i] - expected) < 1e-5, "%d nodes, pixel %d: %g, not %g", n, i,
                  slope[i], expected);
            steepest = fmaxf(steepest, fabsf(slope[i]));
        }
        CHECK(steepest > 0.001f, "%d nodes: the slope is at most %g", n, steepest);
        weights_free(&weights);
        network_free(&network);
    }
}

int main(void) {
    check_case("a margin is that of the logits, and its slope that of the odds");
    margins();
    return check_end();
}
