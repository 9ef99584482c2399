#include "ink.h"

#include <string.h>

/* Columns 0..7, 8..15, 16..23 and 20..27 of a row, a byte each. */
enum { PARTS = 4 };
static const int PART_START[PARTS] = {0, 8, 16, SIDE - 8};

ink_box ink_box_of(const uint8_t pixels[PIXELS]) {
    ink_box box = {SIDE, 0, SIDE, 0};
    uint64_t columns[PARTS] = {0};
    for (int row = 0; row < SIDE; row++) {
        uint64_t inked = 0;
        for (int p = 0; p < PARTS; p++) {
            uint64_t part;
            memcpy(&part, pixels + row * SIDE + PART_START[p], sizeof part);
            columns[p] |= part;
            inked |= part;
        }
        if (!inked) continue;
        if (box.top == SIDE) box.top = row;
        box.bottom = row + 1;
    }
    for (int p = 0; p < PARTS; p++) {
        uint8_t inked[8];
        memcpy(inked, &columns[p], sizeof inked);
        for (int c = 0; c < 8; c++) {
            int column = PART_START[p] + c;
            if (!inked[c]) continue;
            if (column < box.left) box.left = column;
            box.right = column + 1;
        }
    }
    return box;
}

void ink_find(ink *ink, ink_box box) {
    int count = 0;
    /* A sum for each column, so that the additions need not wait for each other. */
    float totals[SIDE] = {0};
    for (int row = box.top; row < box.bottom; row++) {
        const float *amounts = ink->amount + row * SIDE;
        for (int column = 0; column < SIDE; column++) totals[column] += amounts[column];
        for (int column = box.left; column < box.right; column++) {
            /* Written always, kept only if inked: no branch to mispredict. */
            ink->pixel[count] = row * SIDE + column;
            count += amounts[column] != 0;
        }
    }
    ink->count = count;
    ink->total = 0;
    for (int column = 0; column < SIDE; column++) ink->total += totals[column];
}

void ink_from_inputs(ink *ink, const float inputs[PIXELS]) {
    for (int i = 0; i < PIXELS; i++) ink->amount[i] = inputs[i] - BACKGROUND;
    ink_find(ink, INK_ANYWHERE);
}

float ink_amount(uint8_t pixel) {
    return pixel / 255.0f * 0.99f;
}
