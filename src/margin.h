/* The margin of a digit in a network's answer: its logit less the largest of the others'. `least`
 * is taken for another output, which is always the same; 0: there is none. */
#ifndef GLASSBOX_MARGIN_H
#define GLASSBOX_MARGIN_H

#include "network.h"

/* Returns the margin of a digit in the answer to a picture. `slope` tells how each pixel raises it,
 * but instead of the largest of the other logits it takes the mean of all of them, weighted by
 * their odds, which changes smoothly. */
double margin_slope(network *network, int digit, float least, const float inputs[PIXELS],
                    float slope[PIXELS]);

#endif
