#include <math.h>
#include <string.h>

#include "bilinear.h"
#include "elementary.h"
#include "image.h"
#include "minmax.h"

/* The four pixels "around" a point outside of the picture: background, after its last row. */
enum { OUTSIDE = PIXELS };

static const double CENTRE = (SIDE - 1) / 2.0;

/* A fraction that stays below 1 in single precision: at 1 itself, a + (b - a) may miss b, and a
 * rotated picture would have inputs below the background. */
static float fraction(double exact) {
    return minf((float)exact, 0x1.fffffep-1f);
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
            rotation->groups[i / 4].along[i % 4] = outside ? 0 : fraction(x - left);
            rotation->groups[i / 4].down[i % 4] = outside ? 0 : fraction(y - top);
            rotation->groups[i / 4].corner[i % 4] =
                (int16_t)(outside ? OUTSIDE : top * SIDE + left);
        }
    }
}

/* The box of the rotated picture, in whole groups of four columns. It contains the rotated corners
 * of the source box extended by one pixel, because interpolation spreads ink to the next pixel. */
static ink_box turned_box(const image_rotation *rotation, ink_box box) {
    double low_row = SIDE, high_row = 0, low_column = SIDE, high_column = 0;
    for (int corner = 0; corner < 4; corner++) {
        double y = (corner & 1 ? box.bottom : box.top - 1) - CENTRE;
        double x = (corner & 2 ? box.right : box.left - 1) - CENTRE;
        double row = rotation->cosine * y - rotation->sine * x + CENTRE;
        double column = rotation->sine * y + rotation->cosine * x + CENTRE;
        low_row = min(low_row, row);
        high_row = max(high_row, row);
        low_column = min(low_column, column);
        high_column = max(high_column, column);
    }
    return (ink_box){
        .top = (int)max(low_row, 0),
        .bottom = (int)min(high_row + 1, SIDE),
        .left = (int)max(low_column, 0) & ~3,
        .right = ((int)min(high_column + 1, SIDE) + 3) & ~3,
    };
}

void image_rotate(const image_rotation *rotation, const float picture[PADDED], ink_box box,
                  float background, float turned[PIXELS]) {
    for (int i = 0; i < PIXELS; i++) turned[i] = background;
    ink_box to = turned_box(rotation, box);
    for (int row = to.top; row < to.bottom; row++) {
        for (int g = (row * SIDE + to.left) / 4; g < (row * SIDE + to.right) / 4; g++) {
            const float *at[4];
            for (int n = 0; n < 4; n++) at[n] = picture + rotation->groups[g].corner[n];
            f32x4 along, down;
            memcpy(&along, rotation->groups[g].along, sizeof along);
            memcpy(&down, rotation->groups[g].down, sizeof down);
            f32x4 point = bilinear(at, SIDE, along, down);
            memcpy(turned + 4 * g, &point, sizeof point);
        }
    }
}
