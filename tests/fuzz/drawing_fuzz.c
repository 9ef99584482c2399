/* The drawing step: whatever the points, a picture comes out where there is one. */
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "fuzz.h"
#include "image.h"

enum { STROKES = 32, POINTS = 4096 };

/* The limit of src/image.h. */
static const double LIMIT = 1e100;

const char *const fuzz_tokens[] = {NULL};

/* Bytes as strokes: their number, their lengths, then coordinates as they are in memory. */
typedef struct {
    int strokes, points, lengths[STROKES];
    double coordinates[2 * POINTS];
} drawing;

static void read_drawing(drawing *drawing, const uint8_t *bytes, size_t size) {
    memset(drawing, 0, sizeof *drawing);
    if (size == 0) return;
    drawing->strokes = bytes[0] % (STROKES + 1);
    if (size < 1 + (size_t)drawing->strokes) drawing->strokes = (int)size - 1;
    const uint8_t *coordinates = bytes + 1 + drawing->strokes;
    int left = (int)((size_t)(bytes + size - coordinates) / (2 * sizeof(double)));
    if (left > POINTS) left = POINTS;
    for (int s = 0; s < drawing->strokes; s++) {
        int length = bytes[1 + s] < left ? bytes[1 + s] : left;
        drawing->lengths[s] = length;
        drawing->points += length;
        left -= length;
    }
    for (int i = 0; i < 2 * drawing->points; i++) {
        double value;
        memcpy(&value, coordinates + (size_t)i * sizeof value, sizeof value);
        /* JavaScript lets nothing else through. */
        drawing->coordinates[i] = isfinite(value) && fabs(value) <= LIMIT ? value : 0;
    }
}

static bool has_ink(const uint8_t *pixels, int count) {
    for (int i = 0; i < count; i++)
        if (pixels[i] > 0) return true;
    return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static drawing drawing;
    read_drawing(&drawing, bytes, size);
    uint8_t pixels[PIXELS], again[PIXELS], thin[IMAGE_BOX_PIXELS], inked[IMAGE_BOX_PIXELS];
    const double *points = drawing.coordinates;
    bool drawn = image_drawing(points, drawing.lengths, drawing.strokes, pixels);
    FUZZ_CHECK(drawn == (drawing.points > 0));
    FUZZ_CHECK(has_ink(pixels, PIXELS) == drawn);
    image_drawing(points, drawing.lengths, drawing.strokes, again);
    FUZZ_CHECK(memcmp(pixels, again, sizeof pixels) == 0);
    FUZZ_CHECK(image_drawing_stages(points, drawing.lengths, drawing.strokes, thin, inked, again) ==
               drawn);
    FUZZ_CHECK(memcmp(pixels, again, sizeof pixels) == 0);
    if (drawn) FUZZ_CHECK(has_ink(thin, IMAGE_BOX_PIXELS) && has_ink(inked, IMAGE_BOX_PIXELS));
    image_frame frame = {1, 1, 0.02};
    FUZZ_CHECK(image_raw_drawing(points, drawing.lengths, drawing.strokes, frame, again) == drawn);
    return 0;
}

/* Curls in strokes of many lengths. */
size_t fuzz_seed(int index, uint8_t bytes[FUZZ_MOST]) {
    if (index >= 6) return 0;
    int strokes = 1 + index, points = 0;
    bytes[0] = (uint8_t)strokes;
    for (int s = 0; s < strokes; s++) {
        bytes[1 + s] = (uint8_t)(1 + 40 * s);
        points += bytes[1 + s];
    }
    for (int i = 0; i < points; i++) {
        double at[2] = {cos(i * 0.1) * i * pow(10, index - 3), sin(i * 0.07 + index) * 50};
        memcpy(bytes + 1 + strokes + (size_t)i * sizeof at, at, sizeof at);
    }
    return 1 + (size_t)strokes + (size_t)points * 2 * sizeof(double);
}
