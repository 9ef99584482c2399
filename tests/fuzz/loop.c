/* Fuzzes without libFuzzer: changes seeds at random, but the same in each run.
 *
 *   target bytes=1000000 [first=0]
 *   target write=directory      the seeds as files, for libFuzzer
 */
#include <string.h>

#include "fuzz.h"
#include "random.h"

enum {
    NOTED =
        1000,  /* how often the input is named, so that a fault can be looked for from there on */
    SEEDS = 64 /* at most */
};

static void note(uint32_t input) {
    printf("# first=%u\n", input);
    fflush(stdout);
}

static uint32_t below(random_generator *random, size_t limit) {
    return random_bits(random) % (uint32_t)limit;
}

/* Puts `count` bytes of `part` in the place of `removed` bytes at `at`; fewer where there is no
 * room. */
static size_t splice(uint8_t *bytes, size_t size, size_t at, size_t removed, const uint8_t *part,
                     size_t count) {
    size_t rest = size - at - removed;
    if (at + count + rest > FUZZ_MOST) count = FUZZ_MOST - at - rest;
    memmove(bytes + at + count, bytes + at + removed, rest);
    memcpy(bytes + at, part, count);
    return at + count + rest;
}

/* Changes an input in one place, and returns its new size. */
static size_t change(uint8_t *bytes, size_t size, random_generator *random) {
    static const uint8_t EXTREMES[] = {0, 1, 0x7f, 0x80, 0xff};
    size_t at = below(random, size), most = size - at < 64 ? size - at : 64;
    size_t length = 1 + below(random, most);
    uint8_t part[64];
    memcpy(part, bytes + at, length);
    int tokens = 0;
    while (fuzz_tokens[tokens]) tokens++;
    const char *token = tokens > 0 ? fuzz_tokens[below(random, (size_t)tokens)] : "";
    switch (below(random, 7)) {
    case 0:
        bytes[at] ^= (uint8_t)(1 << below(random, 8));
        return size;
    case 1:
        bytes[at] = EXTREMES[below(random, sizeof EXTREMES)];
        return size;
    case 2:
        return at > 0 ? at : size;
    case 3:
        return splice(bytes, size, at, length < size ? length : 0, part, 0);
    case 4:
        return splice(bytes, size, at, 0, part, length);
    case 5:
        return splice(bytes, size, at, below(random, 2) * length, (const uint8_t *)token,
                      strlen(token));
    default:
        memcpy(bytes + below(random, size - length + 1), part, length);
        return size;
    }
}

/* The seeds, each made once: that can take longer than trying it. */
static struct {
    uint8_t *bytes;
    size_t size;
} seeds[SEEDS];

/* Returns how many there are. */
static int make_seeds(void) {
    static uint8_t bytes[FUZZ_MOST];
    int count = 0;
    for (size_t size; (size = fuzz_seed(count, bytes)) > 0; count++) {
        FUZZ_CHECK(count < SEEDS);
        seeds[count].bytes = malloc(size);
        FUZZ_CHECK(seeds[count].bytes);
        memcpy(seeds[count].bytes, bytes, size);
        seeds[count].size = size;
    }
    return count;
}

/* Fuzzes until so many bytes have been tried. Input `first` depends on nothing before it. */
static void fuzz(unsigned long long wanted, uint32_t first) {
    static uint8_t bytes[FUZZ_MOST];
    unsigned long long done = 0;
    uint32_t input = first;
    int count = make_seeds();
    FUZZ_CHECK(count > 0);
    for (; done < wanted; input++) {
        random_generator random;
        random_seed(&random, input);
        uint32_t seed = input % (uint32_t)count;
        size_t size = seeds[seed].size;
        memcpy(bytes, seeds[seed].bytes, size);
        for (uint32_t changes = below(&random, 8); changes > 0 && size > 0; changes--)
            size = change(bytes, size, &random);
        /* In memory of its own, so that a sanitizer sees a read beyond it. */
        uint8_t *copy = malloc(size > 0 ? size : 1);
        FUZZ_CHECK(copy);
        memcpy(copy, bytes, size);
        if (input % NOTED == 0) note(input);
        LLVMFuzzerTestOneInput(copy, size);
        free(copy);
        done += size;
    }
    for (int i = 0; i < count; i++) free(seeds[i].bytes);
    printf("%u inputs, %llu bytes\n", input - first, done);
}

static int write_seeds(const char *directory) {
    static uint8_t bytes[FUZZ_MOST];
    size_t size;
    for (int i = 0; (size = fuzz_seed(i, bytes)) > 0; i++) {
        char path[256];
        snprintf(path, sizeof path, "%s/seed-%d", directory, i);
        FILE *file = fopen(path, "wb");
        if (!file || fwrite(bytes, 1, size, file) != size || fclose(file) != 0) return 1;
    }
    return 0;
}

int main(int count, char **arguments) {
    unsigned long long bytes = 0;
    unsigned first = 0;
    for (int i = 1; i < count; i++) {
        if (strncmp(arguments[i], "write=", 6) == 0) return write_seeds(arguments[i] + 6);
        if (sscanf(arguments[i], "bytes=%llu", &bytes) == 1) continue;
        if (sscanf(arguments[i], "first=%u", &first) == 1) continue;
        fprintf(stderr, "usage: %s bytes=1000000 [first=0] | write=directory\n", arguments[0]);
        return 2;
    }
    fuzz(bytes, first);
    return 0;
}
