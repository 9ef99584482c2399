#include "ink.h"

#include <string.h>

#include "vec.h"

typedef uint8_t u8x16 __attribute__((vector_size(16)));
typedef uint8_t u8x8 __attribute__((vector_size(8)));
typedef uint16_t u16x8 __attribute__((vector_size(16)));

/* A row is seven groups of four pixels. */
enum { GROUP = 4, GROUPS = SIDE / GROUP };

void ink_complete(ink *ink) {
    /* A sum for each group, so that no addition has to wait for another. */
    f32x4 totals[GROUPS] = {0};
    const f32x4 *group = (const f32x4 *)ink->amount;
    for (int row = 0; row < SIDE; row++, group += GROUPS) {
        i32x4 bits = {0};
        for (int g = GROUPS - 1; g >= 0; g--) {
            totals[g] += group[g];
            bits = bits << GROUP | ((group[g] != 0) & (i32x4){1, 2, 4, 8});
        }
        ink->inked[row] = (uint32_t)(bits[0] | bits[1] | bits[2] | bits[3]);
    }
    f32x4 total = {0};
    for (int g = 0; g < GROUPS; g++) total += totals[g];
    ink->total = (total[0] + total[1]) + (total[2] + total[3]);
    memset(ink->amount + PIXELS, 0, sizeof ink->amount - PIXELS * sizeof *ink->amount);
}

void ink_from_inputs(ink *ink, const float inputs[PIXELS]) {
    for (int i = 0; i < PIXELS; i++) ink->amount[i] = inputs[i] - BACKGROUND;
    ink_complete(ink);
}

void ink_to_inputs(const ink *ink, float inputs[PIXELS]) {
    for (int i = 0; i < PIXELS; i++) {
        float input = BACKGROUND + ink->amount[i];
        inputs[i] = input < 1 ? input : 1;
    }
}

void ink_from_greys(ink *ink, const uint8_t greys[PIXELS]) {
    /* As a plain loop over ink_amount, which compilers make nine times slower: each byte is widened
     * by three zero bytes after it (little-endian, as WebAssembly is). */
    const u8x16 zero = {0};
    f32x4 *amount = (f32x4 *)ink->amount;
    for (int i = 0; i < PIXELS; i += 16, amount += 4) {
        u8x16 bytes;
        memcpy(&bytes, greys + i, sizeof bytes);
#define WIDEN(a)                                                                                   \
    (i32x4) __builtin_shufflevector(bytes, zero, a, 16, 16, 16, (a) + 1, 16, 16, 16, (a) + 2, 16,  \
                                    16, 16, (a) + 3, 16, 16, 16)
        amount[0] = __builtin_convertvector(WIDEN(0), f32x4) * ink_amount(1);
        amount[1] = __builtin_convertvector(WIDEN(4), f32x4) * ink_amount(1);
        amount[2] = __builtin_convertvector(WIDEN(8), f32x4) * ink_amount(1);
        amount[3] = __builtin_convertvector(WIDEN(12), f32x4) * ink_amount(1);
#undef WIDEN
    }
    ink_complete(ink);
}

/* For lists, a row is four parts of seven pixels. */
enum { PART = 7 };

/* The positions of the bits that are set in a number below 128, in ascending order, a byte each. */
#define POSITION(n, bit)                                                                           \
    ((uint64_t)((n) >> (bit)&1) * (bit) << 8 * __builtin_popcount((n) & ((1 << (bit)) - 1)))
#define POSITIONS(n)                                                                               \
    (POSITION(n, 1) | POSITION(n, 2) | POSITION(n, 3) | POSITION(n, 4) | POSITION(n, 5) |          \
     POSITION(n, 6))
#define POSITIONS_4(n) POSITIONS(n), POSITIONS((n) + 1), POSITIONS((n) + 2), POSITIONS((n) + 3)
#define POSITIONS_16(n)                                                                            \
    POSITIONS_4(n), POSITIONS_4((n) + 4), POSITIONS_4((n) + 8), POSITIONS_4((n) + 12)
static const uint64_t POSITIONS_OF[1 << PART] = {
    POSITIONS_16(0),  POSITIONS_16(16), POSITIONS_16(32), POSITIONS_16(48),
    POSITIONS_16(64), POSITIONS_16(80), POSITIONS_16(96), POSITIONS_16(112),
};

/* Lists the pixels of a part whose bits are set, and returns the list's new end. Eight are always
 * written, and what does not count is overwritten: there is no branch to mispredict. */
static inline uint16_t *list_part(uint16_t *end, u16x8 first, uint32_t bits) {
    bits &= (1 << PART) - 1;
    u8x8 positions;
    memcpy(&positions, &POSITIONS_OF[bits], sizeof positions);
    u16x8 pixels = first + __builtin_convertvector(positions, u16x8);
    memcpy(end, &pixels, sizeof pixels);
    return end + __builtin_popcount(bits);
}

void ink_list_pixels(ink_list *list, const uint32_t inked[SIDE]) {
    uint16_t *end = list->pixel;
    u16x8 first = {0};
    for (int row = 0; row < SIDE; row++)
        for (int shift = 0; shift < SIDE; shift += PART, first += PART)
            end = list_part(end, first, inked[row] >> shift);
    list->count = (int)(end - list->pixel);
}

void ink_list_split(ink_list *shared, ink_list *own, ink_list *gone, const uint32_t now[SIDE],
                    const uint32_t before[SIDE]) {
    uint16_t *shared_end = shared->pixel, *own_end = own->pixel, *gone_end = gone->pixel;
    u16x8 first = {0};
    for (int row = 0; row < SIDE; row++) {
        uint32_t a = now[row], b = before[row];
        for (int shift = 0; shift < SIDE; shift += PART, first += PART) {
            shared_end = list_part(shared_end, first, (a & b) >> shift);
            own_end = list_part(own_end, first, (a & ~b) >> shift);
            gone_end = list_part(gone_end, first, (b & ~a) >> shift);
        }
    }
    shared->count = (int)(shared_end - shared->pixel);
    own->count = (int)(own_end - own->pixel);
    gone->count = (int)(gone_end - gone->pixel);
}

ink_box ink_box_of(const ink *ink) {
    ink_box box = {SIDE, 0, SIDE, 0};
    uint32_t columns = 0;
    for (int row = 0; row < SIDE; row++) {
        columns |= ink->inked[row];
        if (!ink->inked[row]) continue;
        if (box.top == SIDE) box.top = row;
        box.bottom = row + 1;
    }
    if (columns) {
        box.left = __builtin_ctz(columns);
        box.right = 32 - __builtin_clz(columns);
    }
    return box;
}
