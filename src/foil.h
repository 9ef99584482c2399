/* A foil: a picture that is as little changed as can be, and gets another answer. */
#ifndef GLASSBOX_FOIL_H
#define GLASSBOX_FOIL_H

#include <stdbool.h>

#include "network.h"

/* Changes a picture as little as it can, in Euclidean distance, so that the network answers
 * `digit`, and that output is above `least`: on, along the slope of the digit's margin, until it
 * does (S. Moosavi-Dezfooli, A. Fawzi, P. Frossard, "DeepFool", 2016), then along the border
 * between the answers, towards the picture as it was (as in F. Croce, M. Hein, "Minimally distorted
 * Adversarial Examples with a Fast Adaptive Boundary Attack", 2020). A picture that has that answer
 * already stays. False: none was found; nothing has changed. */
bool foil_find(network *network, int digit, float least, float inputs[PIXELS]);

#endif
