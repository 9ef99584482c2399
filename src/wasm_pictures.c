/* Pictures for JavaScript: rotated ones, and drawings. */
#include "image.h"
#include "wasm.h"

EXPORT void glassbox_rotate(const float inputs[PIXELS], double degrees, float turned[PIXELS]) {
    float picture[PADDED];
    for (int i = 0; i < PADDED; i++) picture[i] = i < PIXELS ? inputs[i] : BACKGROUND;
    image_rotation rotation;
    image_rotation_init(&rotation, degrees);
    image_rotate(&rotation, picture, INK_ANYWHERE, BACKGROUND, turned);
}

static void to_inputs(const uint8_t pixels[PIXELS], float inputs[PIXELS]) {
    for (int i = 0; i < PIXELS; i++) inputs[i] = BACKGROUND + ink_amount(pixels[i]);
}

/* False: no ink. */
EXPORT bool glassbox_drawing(const double *points, const int *lengths, int strokes,
                             uint8_t pixels[PIXELS], float inputs[PIXELS]) {
    if (!image_drawing(points, lengths, strokes, pixels)) return false;
    to_inputs(pixels, inputs);
    return true;
}

/* False: no ink. */
EXPORT bool glassbox_drawing_stages(const double *points, const int *lengths, int strokes,
                                    uint8_t thin[IMAGE_BOX_PIXELS], uint8_t inked[IMAGE_BOX_PIXELS],
                                    uint8_t pixels[PIXELS], float inputs[PIXELS]) {
    if (!image_drawing_stages(points, lengths, strokes, thin, inked, pixels)) return false;
    to_inputs(pixels, inputs);
    return true;
}

/* False: no ink. */
EXPORT bool glassbox_raw_drawing(const double *points, const int *lengths, int strokes,
                                 double width, double height, double pen, uint8_t pixels[PIXELS],
                                 float inputs[PIXELS]) {
    image_frame frame = {width, height, pen};
    if (!image_raw_drawing(points, lengths, strokes, frame, pixels)) return false;
    to_inputs(pixels, inputs);
    return true;
}
