#include "ink.h"

#include <string.h>

#include "vec.h"

typedef uint8_t u8x16 __attribute__((vector_size(16)));

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

/* The positions of the bits that are set in a number below 16. */
static const i32x4 POSITIONS[16] = {
    {0}, {0},    {1},    {0, 1},    {2},    {0, 2},    {1, 2},    {0, 1, 2},
    {3}, {0, 3}, {1, 3}, {0, 1, 3}, {2, 3}, {0, 2, 3}, {1, 2, 3}, {0, 1, 2, 3},
};

void ink_list_pixels(ink_list *list, const uint32_t inked[SIDE]) {
    int count = 0;
    for (int row = 0; row < SIDE; row++) {
        if (!inked[row]) continue;
        /* Four positions are always written, and what does not count is overwritten: there is no
         * branch to mispredict. */
        for (int g = 0; g < GROUPS; g++) {
            uint32_t bits = inked[row] >> GROUP * g & 15;
            i32x4 pixels = POSITIONS[bits] + (row * SIDE + GROUP * g);
            memcpy(list->pixel + count, &pixels, sizeof pixels);
            count += __builtin_popcount(bits);
        }
    }
    list->count = count;
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
