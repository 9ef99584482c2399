#include "digest.h"

#include <string.h>

static uint64_t mix(uint64_t digest, uint64_t word) {
    uint64_t product = (digest ^ word) * 0x9e3779b97f4a7c15u; /* odd: 2^64 / the golden ratio */
    return product ^ product >> 32;
}

uint64_t digest_add(uint64_t digest, const uint8_t *bytes, size_t size) {
    for (; size >= sizeof(uint64_t); bytes += sizeof(uint64_t), size -= sizeof(uint64_t)) {
        uint64_t word;
        memcpy(&word, bytes, sizeof word);
        digest = mix(digest, word);
    }
    for (; size > 0; bytes++, size--) digest = mix(digest, *bytes);
    return digest;
}
