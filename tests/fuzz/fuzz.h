/* What fuzz targets share. Each target is a program with libFuzzer's entry point, and with seeds:
 * valid inputs, which are then changed. It is driven by libFuzzer (`make fuzz`) where clang has it,
 * else by loop.c, as in `make test`.
 */
#ifndef GLASSBOX_FUZZ_H
#define GLASSBOX_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* The most bytes of an input. */
enum { FUZZ_MOST = 1 << 17 };

/* Tries an input. Sanitizers and FUZZ_CHECK end the program where something is wrong. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Writes the seed of this index, from 0 on, and returns its size; 0: there are no more. */
size_t fuzz_seed(int index, uint8_t bytes[FUZZ_MOST]);

/* Parts that inputs are made of, as strings; the last is NULL. */
extern const char *const fuzz_tokens[];

#define FUZZ_CHECK(condition)                                                                      \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: not %s\n", __FILE__, __LINE__, #condition);                    \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

#endif
