/* Seeded random numbers: PCG32 (M. E. O'Neill, "PCG: A Family of Simple Fast Space-Efficient
 * Statistically Good Algorithms for Random Number Generation", 2014; XSH-RR, 64 bits of state).
 *
 * The same seed gives the same numbers everywhere. Seed 1 starts with the bits
 * 0x54352d7f 0x6ac20236 0x0768dd4c.
 */
#ifndef GLASSBOX_RANDOM_H
#define GLASSBOX_RANDOM_H

#include <stdint.h>

typedef struct {
    uint64_t state;
} random_generator;

void random_seed(random_generator *random, uint32_t seed);

/* 32 random bits. */
uint32_t random_bits(random_generator *random);

/* Uniform in [0, 1), a multiple of 2^-32. */
double random_uniform(random_generator *random);

/* Normal with mean 0 and standard deviation 1 (Marsaglia's polar method). */
double random_normal(random_generator *random);

#endif
