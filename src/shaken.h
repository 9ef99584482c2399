/* Shaken ascent: what a network imagines for a digit, as a picture that people can read.
 *
 * Ascent (imagine.h) stops where the network is content, often with a few strokes. This one shakes
 * the picture meanwhile and goes on, so that only what holds wherever the picture lies remains (A.
 * Mordvintsev, C. Olah, M. Tyka, "Inceptionism", 2015). The better a network withstands moved
 * pictures (network.h), the clearer it is.
 */
#ifndef GLASSBOX_SHAKEN_H
#define GLASSBOX_SHAKEN_H

#include "network.h"

/* From a grey page, in 80 steps. Each takes the slope where the picture is shifted by up to three
 * pixels: of the digit's logit, which is always to rise, and of the others', each weighted by its
 * output. The picture follows the trend of these slopes, less and less. It has at most about as
 * much ink as MNIST's digits have on average, and its darkest pixel is full ink. If the pixels make
 * no difference to the network, the page stays grey. */
void shaken_ascent(network *network, int digit, float inputs[PIXELS]);

#endif
