#include "ink.h"

void ink_from_amounts(ink *ink, const float amounts[PIXELS]) {
    int count = 0;
    float total = 0;
    for (int i = 0; i < PIXELS; i++) {
        /* Written always, kept only if inked: no branch to mispredict. */
        ink->pixel[count] = i;
        ink->amount[count] = amounts[i];
        total += amounts[i];
        count += amounts[i] != 0;
    }
    ink->count = count;
    ink->total = total;
}

void ink_from_inputs(ink *ink, const float inputs[PIXELS]) {
    float amounts[PIXELS];
    for (int i = 0; i < PIXELS; i++) amounts[i] = inputs[i] - BACKGROUND;
    ink_from_amounts(ink, amounts);
}

float ink_amount(uint8_t pixel) {
    return pixel / 255.0f * 0.99f;
}
