#include <math.h>

#include "elementary.h"
#include "image.h"

/* The source picture gets a column to its right and a row below it, since a point on its last ones
 * has no further neighbours, and after these a corner of background for points outside. */
enum { PADDED = SIDE + 1, OUTSIDE = PADDED * PADDED };

static const double CENTRE = (SIDE - 1) / 2.0;

/* A share of 0..1, less than 1 in single precision too: at 1 itself, a + (b - a) may miss b, and a
 * turned picture would have inputs below the background. */
static float share(double exact) {
    return fminf((float)exact, 0x1.fffffep-1f);
}

void image_rotation_init(image_rotation *rotation, double degrees) {
    /* fmod is exact, however large the angle. */
    double turn = fmod(degrees, 360);
    if (turn < 0) turn += 360;
    double c = elementary_cos(turn), s = elementary_sin(turn);
    rotation->cosine = c;
    rotation->sine = s;
    /* Written as scipy computes it (matrix [[c, s], [-s, c]] about the centre), in double, so that
     * a source point on the picture's very edge falls on the same side of it. */
    double row_offset = CENTRE - (c * CENTRE + s * CENTRE);
    double column_offset = CENTRE - (-s * CENTRE + c * CENTRE);
    for (int row = 0; row < SIDE; row++) {
        for (int column = 0; column < SIDE; column++) {
            int i = row * SIDE + column;
            double y = row_offset + c * row + s * column;
            double x = column_offset + -s * row + c * column;
            bool outside = y < 0 || y > SIDE - 1 || x < 0 || x > SIDE - 1;
            int top = outside ? 0 : (int)y, left = outside ? 0 : (int)x;
            rotation->corner[i] = (int16_t)(outside ? OUTSIDE : top * PADDED + left);
            rotation->along[i] = outside ? 0 : share(x - left);
            rotation->down[i] = outside ? 0 : share(y - top);
        }
    }
}

/* Where the turned picture can have ink: around the turned corners of the box, which reaches one
 * pixel further than its ink, since points between pixels take from both. */
static ink_box turned_box(const image_rotation *rotation, ink_box box) {
    double low_row = SIDE, high_row = 0, low_column = SIDE, high_column = 0;
    for (int corner = 0; corner < 4; corner++) {
        double y = (corner & 1 ? box.bottom : box.top - 1) - CENTRE;
        double x = (corner & 2 ? box.right : box.left - 1) - CENTRE;
        double row = rotation->cosine * y - rotation->sine * x + CENTRE;
        double column = rotation->sine * y + rotation->cosine * x + CENTRE;
        low_row = fmin(low_row, row);
        high_row = fmax(high_row, row);
        low_column = fmin(low_column, column);
        high_column = fmax(high_column, column);
    }
    return (ink_box){
        .top = (int)fmax(low_row, 0),
        .bottom = (int)fmin(high_row + 1, SIDE),
        .left = (int)fmax(low_column, 0),
        .right = (int)fmin(high_column + 1, SIDE),
    };
}

ink_box image_rotate(const image_rotation *rotation, const float picture[PIXELS], ink_box box,
                     float background, float turned[PIXELS]) {
    float padded[PADDED * PADDED + PADDED + 2];
    for (int i = 0; i < PADDED * PADDED + PADDED + 2; i++) padded[i] = background;
    for (int row = box.top; row < box.bottom; row++)
        for (int column = box.left; column < box.right; column++)
            padded[row * PADDED + column] = picture[row * SIDE + column];

    ink_box to = turned_box(rotation, box);
    for (int i = 0; i < PIXELS; i++) turned[i] = background;
    for (int row = to.top; row < to.bottom; row++) {
        for (int i = row * SIDE + to.left; i < row * SIDE + to.right; i++) {
            const float *corner = padded + rotation->corner[i];
            float a = corner[0], b = corner[1], c = corner[PADDED], d = corner[PADDED + 1];
            /* As a + t (b - a), not (1 - t) a + t b: exact where a = b, so background stays so. */
            float top = a + rotation->along[i] * (b - a);
            float bottom = c + rotation->along[i] * (d - c);
            turned[i] = top + rotation->down[i] * (bottom - top);
        }
    }
    return to;
}
