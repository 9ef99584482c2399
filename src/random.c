#include "random.h"

#include <math.h>

#include "elementary.h"

/* Multiplier and increment of the paper's reference implementation. */
static const uint64_t MULTIPLIER = 6364136223846793005u;
static const uint64_t INCREMENT = 1442695040888963407u;

uint32_t random_bits(random_generator *random) {
    uint64_t state = random->state;
    random->state = state * MULTIPLIER + INCREMENT;
    uint32_t shifted = (uint32_t)(((state >> 18) ^ state) >> 27);
    uint32_t turn = (uint32_t)(state >> 59);
    return (shifted >> turn) | (shifted << (-turn & 31));
}

void random_seed(random_generator *random, uint32_t seed) {
    random->state = INCREMENT + seed;
    random_bits(random);
}

double random_uniform(random_generator *random) {
    return random_bits(random) * 0x1p-32;
}

double random_normal(random_generator *random) {
    /* A point in the unit disc gives two independent normals; the second one is dropped, so that
     * the generator has no other state. */
    double x, y, square;
    do {
        x = 2 * random_uniform(random) - 1;
        y = 2 * random_uniform(random) - 1;
        square = x * x + y * y;
    } while (square >= 1 || square == 0);
    return x * sqrt(-2 * elementary_log(square) / square);
}
