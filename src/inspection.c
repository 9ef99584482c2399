#include "inspection.h"

#include <stdbool.h>
#include <string.h>

enum { LOOKED_AT = 1000, TURNED = 200, BORDER = 4 * (SIDE - 1) };

/* The records to look at: every stride-th. */
static int stride(const dataset *dataset, int at_most) {
    return (dataset->count + at_most - 1) / at_most;
}

static bool is_border(int pixel) {
    int row = pixel / SIDE, column = pixel % SIDE;
    return row == 0 || row == SIDE - 1 || column == 0 || column == SIDE - 1;
}

/* The label that a last pixel may be: 1 may have been scaled with the pixels. */
static int label_of(const uint8_t record[DATASET_RECORD]) {
    return record[PIXELS] == 255 ? 1 : record[PIXELS];
}

/* Whether the last pixels could be labels. */
static bool last_is_label(const dataset *dataset) {
    bool differ = false;
    for (int i = 0; i < dataset->count; i++) {
        const uint8_t *record = dataset_record(dataset, i), *first = dataset_record(dataset, 0);
        bool is_first_pixel = record[0] <= 1 && record[0] == first[0];
        if (!is_first_pixel || label_of(record) >= DATASET_LABELS) return false;
        if (label_of(record) != label_of(first)) differ = true;
    }
    return differ;
}

void dataset_inspect(const dataset *dataset, inspection *inspection) {
    *inspection = (struct inspection){.last_is_label = last_is_label(dataset)};
    for (int i = 0; i < dataset->count; i++) {
        int label = dataset_record(dataset, i)[0];
        if (label != NO_DIGIT) inspection->labels[label]++;
    }
    int step = stride(dataset, LOOKED_AT), pictures = 0;
    long long border = 0;
    for (int i = 0; i < dataset->count; i += step, pictures++) {
        const uint8_t *pixels = dataset_record(dataset, i) + 1;
        for (int p = 0; p < PIXELS; p++) {
            if (pixels[p] > inspection->highest) inspection->highest = pixels[p];
            if (is_border(p)) border += pixels[p];
        }
    }
    if (pictures > 0) inspection->ground = (int)(border / ((long long)pictures * BORDER));
}

static void turn(const uint8_t pixels[PIXELS], int orientation, uint8_t turned[PIXELS]) {
    for (int row = 0; row < SIDE; row++) {
        for (int column = 0; column < SIDE; column++) {
            int y = orientation & 4 ? SIDE - 1 - row : row;
            int x = orientation & 2 ? SIDE - 1 - column : column;
            turned[SIDE * row + column] =
                orientation & 1 ? pixels[SIDE * x + y] : pixels[SIDE * y + x];
        }
    }
}

int dataset_read_turned(const dataset *dataset, network *network, int correct[ORIENTATIONS]) {
    int step = stride(dataset, TURNED), pictures = 0;
    memset(correct, 0, ORIENTATIONS * sizeof *correct);
    for (int i = 0; i < dataset->count; i += step, pictures++) {
        const uint8_t *record = dataset_record(dataset, i);
        for (int o = 0; o < ORIENTATIONS; o++) {
            uint8_t turned[PIXELS];
            ink picture;
            network_signals signals;
            turn(record + 1, o, turned);
            ink_from_greys(&picture, turned);
            network_query(network, &picture, &signals);
            correct[o] += network_answer(signals.outputs) == record[0];
        }
    }
    return pictures;
}

static uint8_t highest_of(const uint8_t pixels[PIXELS]) {
    uint8_t highest = 0;
    for (int p = 0; p < PIXELS; p++)
        if (pixels[p] > highest) highest = pixels[p];
    return highest;
}

static void correct_record(uint8_t record[DATASET_RECORD], int correction, int highest) {
    uint8_t *pixels = record + 1, before[PIXELS], label = (uint8_t)label_of(record);
    switch (correction) {
    case CORRECT_INVERT:
        for (int p = 0; p < PIXELS; p++) pixels[p] = (uint8_t)(255 - pixels[p]);
        break;
    case CORRECT_STRETCH:
        for (int p = 0; p < PIXELS; p++)
            pixels[p] = (uint8_t)((pixels[p] * 255 + highest / 2) / highest);
        break;
    case CORRECT_LABEL:
        /* The first pixel was taken for the label; 1 is a light ground, as light as any pixel. */
        memmove(pixels, record, PIXELS);
        record[0] = label;
        if (pixels[0] == 1) pixels[0] = highest_of(pixels);
        break;
    default:
        memcpy(before, pixels, PIXELS);
        turn(before, correction, pixels);
    }
}

static bool fits(const dataset *dataset, int correction) {
    for (int i = 0; i < dataset->count && correction == CORRECT_LABEL; i++)
        if (label_of(dataset_record(dataset, i)) >= DATASET_LABELS) return false;
    return true;
}

bool dataset_correct(dataset *dataset, int correction) {
    if (!fits(dataset, correction)) return false;
    int highest = 1;
    for (int i = 0; i < dataset->count; i++) {
        int own = highest_of(dataset_record(dataset, i) + 1);
        if (own > highest) highest = own;
    }
    for (int i = 0; i < dataset->count; i++)
        correct_record(dataset_at(dataset, i), correction, highest);
    return true;
}
