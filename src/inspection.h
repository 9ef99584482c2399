/* What is odd about labelled pictures from elsewhere, and how to put it right. MNIST's pictures are
 * light ink on a dark ground, upright, and behind their label.
 */
#ifndef GLASSBOX_INSPECTION_H
#define GLASSBOX_INSPECTION_H

#include "dataset.h"
#include "network.h"

/* Eight ways to turn and mirror a square: the sum of 1 to transpose, 2 to mirror left and right, 4
 * to mirror top and bottom, in this order. */
enum { ORIENTATIONS = 8 };

typedef enum {
    CORRECT_INVERT = ORIENTATIONS, /* below: turns the pictures by that orientation */
    CORRECT_STRETCH,               /* the highest pixel becomes 255, the others in proportion */
    CORRECT_LABEL                  /* the label is the last pixel */
} correction;

typedef struct inspection {
    int labels[DATASET_LABELS]; /* records of each */
    int ground;                 /* mean of the outermost pixels */
    int highest;                /* of all pixels */
    int last_is_label; /* 1: all labels are 0, or all 1; the last pixels are labels, and differ */
} inspection;

/* Looks at all labels, and at up to 1,000 pictures throughout the set. */
void dataset_inspect(const dataset *dataset, inspection *inspection);

/* Turns up to 200 pictures throughout the set into each orientation, and counts for how many of
 * them a network that can read gives the label. Returns how many it has looked at. */
int dataset_read_turned(const dataset *dataset, network *network, int correct[ORIENTATIONS]);

/* Corrects all records. False: CORRECT_LABEL would make a label above 9; nothing has changed. */
bool dataset_correct(dataset *dataset, int correction);

#endif
