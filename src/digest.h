/* A 64-bit checksum, which shows whether bytes are damaged or differ. It is not cryptographic:
 * other bytes with the same digest are easy to find.
 *
 * Like FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv), but eight bytes at a time, with the
 * upper half of each product folded into the lower. For given bytes each step is a one-to-one map
 * of the digest so far, so a change within one group of eight is always noticed.
 */
#ifndef GLASSBOX_DIGEST_H
#define GLASSBOX_DIGEST_H

#include <stddef.h>
#include <stdint.h>

/* The digest of no bytes. */
static const uint64_t DIGEST_START = 0xcbf29ce484222325u;

/* Continues a digest with more bytes. */
uint64_t digest_add(uint64_t digest, const uint8_t *bytes, size_t size);

#endif
