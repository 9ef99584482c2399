/* The generator: its very numbers, and their moments. */
#include <math.h>
#include <stdint.h>

#include "check.h"
#include "random.h"

/* PCG-XSH-RR written down once more, from the paper's text and with plain loops. */
static uint32_t twin_bits(uint64_t *state) {
    uint64_t before = *state;
    *state = before * 6364136223846793005u + 1442695040888963407u;
    uint32_t word = (uint32_t)((before ^ (before >> 18)) >> 27);
    for (uint64_t turn = before >> 59; turn > 0; turn--) word = (word >> 1) | (word << 31);
    return word;
}

static void first_numbers(void) {
    static const struct {
        uint32_t seed, bits[3];
    } KNOWN[] = {
        {0u, {0xe823a24eu, 0x7a7ecbd9u, 0x89fd6c06u}},
        {1u, {0x54352d7fu, 0x6ac20236u, 0x0768dd4cu}},
        {2u, {0xce4c72aau, 0x8b5bb5b3u, 0xbe372fbcu}},
        {4294967295u, {0x64c7a822u, 0x46134030u, 0x23dd6c91u}},
    };
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
        random_generator random;
        random_seed(&random, KNOWN[i].seed);
        for (int n = 0; n < 3; n++) {
            uint32_t bits = random_bits(&random);
            CHECK(bits == KNOWN[i].bits[n], "seed %u, number %d: 0x%08x", KNOWN[i].seed, n, bits);
        }
    }
}

static void same_as_twin(void) {
    for (uint32_t seed = 0; seed < 50; seed++) {
        random_generator random;
        random_seed(&random, seed * 86028121u);
        uint64_t state = 1442695040888963407u + seed * 86028121u;
        twin_bits(&state);
        for (int n = 0; n < 1000; n++) {
            uint32_t bits = random_bits(&random), twin = twin_bits(&state);
            CHECK(bits == twin, "seed %u, number %d: 0x%08x", seed * 86028121u, n, bits);
        }
    }
}

/* Mean, variance, skewness and kurtosis of n numbers. */
static void moments(double (*next)(random_generator *), int n, double found[4]) {
    random_generator random;
    random_seed(&random, 1);
    double sum[4] = {0};
    for (int i = 0; i < n; i++) {
        double x = next(&random), power = 1;
        for (int p = 0; p < 4; p++) sum[p] += power *= x;
    }
    for (int p = 0; p < 4; p++) found[p] = sum[p] / n;
}

static void uniform_moments(void) {
    double found[4];
    moments(random_uniform, 400000, found);
    for (int p = 0; p < 4; p++)
        CHECK(fabs(found[p] - 1.0 / (p + 2)) < 0.002, "moment %d is %g", p + 1, found[p]);
}

static void uniform_range(void) {
    random_generator random;
    random_seed(&random, 3);
    double low = 1, high = 0;
    for (int i = 0; i < 100000; i++) {
        double x = random_uniform(&random);
        low = fmin(low, x);
        high = fmax(high, x);
        CHECK(x * 0x1p32 == floor(x * 0x1p32), "%.17g is no multiple of 2^-32", x);
    }
    CHECK(low >= 0 && low < 1e-4, "smallest %g", low);
    CHECK(high < 1 && high > 1 - 1e-4, "largest %.17g", high);
}

static void normal_moments(void) {
    static const double EXPECTED[] = {0, 1, 0, 3};
    static const double LIMIT[] = {0.006, 0.01, 0.03, 0.06};
    double found[4];
    moments(random_normal, 400000, found);
    for (int p = 0; p < 4; p++)
        CHECK(fabs(found[p] - EXPECTED[p]) < LIMIT[p], "moment %d is %g", p + 1, found[p]);
}

static void normal_shares(void) {
    random_generator random;
    random_seed(&random, 4);
    int within[3] = {0}, n = 200000;
    for (int i = 0; i < n; i++) {
        double size = fabs(random_normal(&random));
        for (int s = 0; s < 3; s++) within[s] += size < s + 1;
    }
    for (int s = 0; s < 3; s++) {
        double share = (double)within[s] / n, expected = erf((s + 1) / sqrt(2));
        CHECK(fabs(share - expected) < 0.004, "within %d: %g, not %g", s + 1, share, expected);
    }
}

static void no_hidden_state(void) {
    random_generator random, copy;
    random_seed(&random, 5);
    random_normal(&random);
    copy = random;
    double once = random_normal(&random), again = random_normal(&copy);
    CHECK(once == again, "%.17g, then %.17g", once, again);
}

int main(void) {
    check_case("seeds start with the numbers that the header and other programs have");
    first_numbers();
    check_case("the numbers are PCG32's for many seeds");
    same_as_twin();
    check_case("uniform numbers have the moments of uniform numbers");
    uniform_moments();
    check_case("uniform numbers are multiples of 2^-32 from 0 up to below 1");
    uniform_range();
    check_case("normal numbers have the moments of normal numbers");
    normal_moments();
    check_case("normal numbers fall within one, two and three deviations as often as they should");
    normal_shares();
    check_case("the state is all there is to know");
    no_hidden_state();
    return check_end();
}
