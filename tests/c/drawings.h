/* What the tests of drawings draw. */
#ifndef GLASSBOX_DRAWINGS_H
#define GLASSBOX_DRAWINGS_H

#include <math.h>

#include "image.h"

enum { POINTS = 64 };

/* Strokes as image_drawing takes them. */
typedef struct {
    const char *name;
    double points[2 * POINTS];
    int lengths[8];
    int strokes;
} drawing;

static const double TURN = 6.283185307179586;

static inline drawing seven(void) {
    return (drawing){"a seven", {10, 10, 90, 10, 40, 130, 30, 70, 75, 65}, {3, 2}, 2};
}

static inline drawing bar(void) {
    return (drawing){"an upright bar", {0, 0, 0, 50, 0, 100}, {3}, 1};
}

static inline drawing line(void) {
    return (drawing){"a level line", {0, 0, 100, 0}, {2}, 1};
}

static inline drawing ring(void) {
    drawing made = {"a ring", {0}, {33}, 1};
    for (int i = 0; i < 33; i++) {
        made.points[2 * i] = 30 * cos(TURN * i / 32);
        made.points[2 * i + 1] = 45 * sin(TURN * i / 32);
    }
    return made;
}

/* Heavy at the bottom: its centre of mass is far from its box's. */
static inline drawing heavy(void) {
    return (drawing){"a hook", {80, 0, 0, 100, 60, 100, 0, 90, 60, 85}, {5}, 1};
}

typedef struct {
    int left, right, top, bottom; /* of the inked pixels; right and bottom are included */
    double x, y;                  /* centre of mass, pixel i's middle being at i + 0.5 */
} extent;

static inline extent measure(const uint8_t pixels[PIXELS]) {
    extent found = {SIDE, -1, SIDE, -1, 0, 0};
    double mass = 0;
    for (int i = 0; i < PIXELS; i++) {
        int row = i / SIDE, column = i % SIDE;
        mass += pixels[i];
        found.x += pixels[i] * (column + 0.5);
        found.y += pixels[i] * (row + 0.5);
        if (pixels[i] == 0) continue;
        if (column < found.left) found.left = column;
        if (column > found.right) found.right = column;
        if (row < found.top) found.top = row;
        if (row > found.bottom) found.bottom = row;
    }
    found.x /= mass;
    found.y /= mass;
    return found;
}

#endif
