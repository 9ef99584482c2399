/* The digest of some bytes: what it is defined as, and what it notices. */
#include <string.h>

#include "check.h"
#include "digest.h"
#include "random.h"

enum { SIZE = 100 };

static void fill(uint8_t bytes[SIZE]) {
    random_generator random;
    random_seed(&random, 1);
    for (int i = 0; i < SIZE; i++) bytes[i] = (uint8_t)random_bits(&random);
}

/* By python3:
 *
 *   M = 2**64 - 1
 *   def mix(d, w): p = ((d ^ w) * 0x9e3779b97f4a7c15) & M; return p ^ p >> 32
 *   d = 0xcbf29ce484222325
 *   d = mix(d, int.from_bytes(b'glassbox', 'little'))
 *   for byte in b'run': d = mix(d, byte)
 */
static void definition(void) {
    const uint8_t text[] = "glassboxrun";
    uint64_t digest = digest_add(DIGEST_START, text, 8);
    CHECK(digest == 0x8227d4b40bdaacdeu, "eight bytes: %llx", (unsigned long long)digest);
    digest = digest_add(DIGEST_START, text, 11);
    CHECK(digest == 0xcb6b652f6a7bd7eeu, "eleven bytes: %llx", (unsigned long long)digest);
    CHECK(digest_add(DIGEST_START, text, 0) == DIGEST_START, "nothing");
}

static void parts(void) {
    uint8_t bytes[SIZE];
    fill(bytes);
    uint64_t whole = digest_add(DIGEST_START, bytes, SIZE);
    for (size_t cut = 0; cut < SIZE; cut += 8) {
        uint64_t digest = digest_add(DIGEST_START, bytes, cut);
        digest = digest_add(digest, bytes + cut, SIZE - cut);
        CHECK(digest == whole, "cut at %zu", cut);
    }
}

static void changes(void) {
    uint8_t bytes[SIZE];
    fill(bytes);
    uint64_t whole = digest_add(DIGEST_START, bytes, SIZE);
    for (int bit = 0; bit < 8 * SIZE; bit++) {
        bytes[bit / 8] ^= (uint8_t)(1 << bit % 8);
        CHECK(digest_add(DIGEST_START, bytes, SIZE) != whole, "bit %d", bit);
        bytes[bit / 8] ^= (uint8_t)(1 << bit % 8);
    }
    for (size_t size = 0; size < SIZE; size++)
        CHECK(digest_add(DIGEST_START, bytes, size) != whole, "the first %zu bytes", size);
    /* The highest bits of two groups: without the folding, they would cancel each other. */
    bytes[7] ^= 0x80;
    bytes[15] ^= 0x80;
    CHECK(digest_add(DIGEST_START, bytes, SIZE) != whole, "two changes");
}

int main(void) {
    check_case("the digest is what its definition says");
    definition();
    check_case("it is the same in parts that are cut between groups of eight");
    parts();
    check_case("it notices each bit and each length");
    changes();
    return check_end();
}
