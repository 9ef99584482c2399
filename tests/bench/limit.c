/* The two loops that say what WebAssembly's SIMD can do on this machine: arithmetic that never
 * leaves the registers, and a pass over as many weights as a network has, which do not fit into the
 * first-level cache.
 */
#include "vec.h"

#define EXPORT(name) __attribute__((export_name(name)))

/* Twelve chains, so that each addition has time to finish before the next one needs it. */
enum { CHAINS = 12, WEIGHTS = 784 * 50 };

/* `rounds` times twelve multiplications and additions of vectors. */
EXPORT("glassbox_multiply_add") float glassbox_multiply_add(int rounds, float factor) {
    f32x4 sum[CHAINS];
    for (int i = 0; i < CHAINS; i++) sum[i] = (f32x4){1, 2, 3, (float)i};
    for (int r = 0; r < rounds; r++)
        for (int i = 0; i < CHAINS; i++) sum[i] = sum[i] * factor + factor;
    float total = 0;
    for (int i = 0; i < CHAINS; i++) total += sum[i][0] + sum[i][3];
    return total;
}

/* Reads, changes and writes 784 x 200 weights `rounds` times. */
EXPORT("glassbox_stream") float glassbox_stream(int rounds, float change) {
    static f32x4 weights[WEIGHTS];
    for (int r = 0; r < rounds; r++)
        for (int i = 0; i < WEIGHTS; i++) weights[i] += change;
    return weights[WEIGHTS - 1][0];
}
