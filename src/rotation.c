#include <math.h>

#include "elementary.h"
#include "image.h"

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
    /* Written as scipy computes it (matrix [[c, s], [-s, c]] about the centre), in double, so that
     * a source point on the picture's very edge falls on the same side of it. */
    double centre = (SIDE - 1) / 2.0;
    double row_offset = centre - (c * centre + s * centre);
    double column_offset = centre - (-s * centre + c * centre);
    for (int row = 0; row < SIDE; row++) {
        for (int column = 0; column < SIDE; column++) {
            int i = row * SIDE + column;
            double y = row_offset + c * row + s * column;
            double x = column_offset + -s * row + c * column;
            if (y < 0 || y > SIDE - 1 || x < 0 || x > SIDE - 1) {
                rotation->corner[i][0] = -1;
                continue;
            }
            int top = (int)y, left = (int)x;
            /* On the last row or column there is no neighbour, and its share is 0. */
            int right = left + (left < SIDE - 1), bottom = top + (top < SIDE - 1);
            rotation->corner[i][0] = (int16_t)(top * SIDE + left);
            rotation->corner[i][1] = (int16_t)(top * SIDE + right);
            rotation->corner[i][2] = (int16_t)(bottom * SIDE + left);
            rotation->corner[i][3] = (int16_t)(bottom * SIDE + right);
            rotation->along[i] = share(x - left);
            rotation->down[i] = share(y - top);
        }
    }
}

void image_rotate(const image_rotation *rotation, const float picture[PIXELS], float background,
                  float turned[PIXELS]) {
    for (int i = 0; i < PIXELS; i++) {
        const int16_t *corner = rotation->corner[i];
        if (corner[0] < 0) {
            turned[i] = background;
            continue;
        }
        /* As a + t (b - a), not (1 - t) a + t b: exact where a = b, so background stays so. */
        float a = picture[corner[0]], b = picture[corner[1]];
        float c = picture[corner[2]], d = picture[corner[3]];
        float top = a + rotation->along[i] * (b - a);
        float bottom = c + rotation->along[i] * (d - c);
        turned[i] = top + rotation->down[i] * (bottom - top);
    }
}
