/* What a network imagines: from an answer back to a picture, in two ways.
 *
 * Backquery, the notebook's, runs the weights backwards in one go. What it finds is what the
 * weights are tuned to; the network seldom takes it for the digit.
 *
 * Ascent asks the network again and again and changes the picture a little each time, towards the
 * answer: the backpropagation that train() does for wih, carried on to the pixels. The network does
 * take what it finds for the digit.
 */
#ifndef GLASSBOX_IMAGINE_H
#define GLASSBOX_IMAGINE_H

#include "network.h"

/* A backquery, step by step. Of `hidden_sums` and `hidden` the first hidden_nodes are valid. */
typedef struct {
    double logits[DIGITS];          /* of the targets */
    double hidden_sums[HIDDEN_MAX]; /* who^T . logits */
    double hidden[HIDDEN_MAX];      /* these, rescaled to 0.01..0.99 */
    double sums[PIXELS];            /* wih^T . logit(hidden) */
    double inputs[PIXELS];          /* these, rescaled alike */
} imagine_steps;

/* Runs the network backwards from targets in (0, 1). Rescaling is by the smallest and the largest
 * value; where all are equal there is nothing to scale by, and they become 0.5. */
void imagine_backquery(network *network, const float targets[DIGITS], imagine_steps *steps);

/* How much better the answer gets by each pixel: minus the slope of the cross-entropy between
 * targets and outputs, which wih's own update follows (network.h). The slope of squared error would
 * vanish where an output is sure and wrong. Returns how far the output that is furthest off is from
 * its target. */
float imagine_slope(network *network, const float targets[DIGITS], const float inputs[PIXELS],
                    float slope[PIXELS]);

/* Changes a picture so that the answer comes closer to the targets, 0..1, in some steps:
 *
 *   push    = slope, softened as if by a pen that is wider than a pixel
 *   inputs += rate * (off * push / (largest push) - 0.015), held in 0.01..1
 *
 * with `off` as imagine_slope returns it: the more wrong the answer, the further. The last term
 * fades ink that nothing calls for. Where no pixel makes a difference, nothing changes. A step
 * depends on the picture alone: ten steps and ten more are twenty. */
void imagine_ascend(network *network, const float targets[DIGITS], int steps, float rate,
                    float inputs[PIXELS]);

#endif
