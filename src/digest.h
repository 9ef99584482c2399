/* A number of 64 bits that stands for some bytes: it tells damaged or other bytes from the same
 * ones. Not for secrets: whoever wants to can find bytes with the same digest.
 *
 * Like FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv), but eight bytes at a time, with the
 * upper half of each product folded into the lower. For given bytes each step is a one-to-one map
 * of the digest so far, so a change within one group of eight is always noticed.
 */
#ifndef GLASSBOX_DIGEST_H
#define GLASSBOX_DIGEST_H

#include <stddef.h>
#include <stdint.h>

/* The digest of nothing. */
static const uint64_t DIGEST_START = 0xcbf29ce484222325u;

/* The digest of what `digest` stands for, followed by some bytes. */
uint64_t digest_add(uint64_t digest, const uint8_t *bytes, size_t size);

#endif
