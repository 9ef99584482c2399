#include "ink.h"

ink_box ink_box_of(const uint8_t pixels[PIXELS]) {
    ink_box box = {SIDE, 0, SIDE, 0};
    uint8_t columns[SIDE] = {0};
    for (int row = 0; row < SIDE; row++) {
        uint8_t inked = 0;
        for (int column = 0; column < SIDE; column++) {
            inked |= pixels[row * SIDE + column];
            columns[column] |= pixels[row * SIDE + column];
        }
        if (!inked) continue;
        if (box.top == SIDE) box.top = row;
        box.bottom = row + 1;
    }
    for (int column = 0; column < SIDE; column++) {
        if (!columns[column]) continue;
        if (box.left == SIDE) box.left = column;
        box.right = column + 1;
    }
    return box;
}

void ink_find(ink *ink, ink_box box) {
    int count = 0;
    float total = 0;
    for (int row = box.top; row < box.bottom; row++) {
        for (int i = row * SIDE + box.left; i < row * SIDE + box.right; i++) {
            /* Written always, kept only if inked: no branch to mispredict. */
            ink->pixel[count] = i;
            total += ink->amount[i];
            count += ink->amount[i] != 0;
        }
    }
    ink->count = count;
    ink->total = total;
}

void ink_from_inputs(ink *ink, const float inputs[PIXELS]) {
    for (int i = 0; i < PIXELS; i++) ink->amount[i] = inputs[i] - BACKGROUND;
    ink_find(ink, INK_ANYWHERE);
}

float ink_amount(uint8_t pixel) {
    return pixel / 255.0f * 0.99f;
}
