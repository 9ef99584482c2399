/* What a network imagines: from an answer back to a picture, in two ways.
 *
 * Backquery, the notebook's way, runs the weights backwards once. It finds what the weights are
 * tuned to, which the network seldom takes for the digit.
 *
 * Ascent asks the network again and again, and each time changes the picture a little towards the
 * answer: the backpropagation that train() does for wih, continued to the pixels. It finds pictures
 * that the network does take for the digit.
 */
#ifndef GLASSBOX_IMAGINE_H
#define GLASSBOX_IMAGINE_H

#include "network.h"

/* The steps of a backquery. Of `hidden_sums` and `hidden` the first hidden_nodes are valid. */
typedef struct {
    double logits[DIGITS];          /* of the targets */
    double hidden_sums[HIDDEN_MAX]; /* who^T . logits */
    double hidden[HIDDEN_MAX];      /* the same, rescaled to 0.01..0.99 */
    double sums[PIXELS];            /* wih^T . logit(hidden) */
    double inputs[PIXELS];          /* the same, rescaled likewise */
} imagine_steps;

/* Runs the network backwards from targets in (0, 1). Values are rescaled by the smallest and the
 * largest of them; if all are equal, they become 0.5. */
void imagine_backquery(network *network, const float targets[DIGITS], imagine_steps *steps);

/* How much each pixel improves the answer: minus the slope of the cross-entropy between targets and
 * outputs, which wih's own update follows (network.h). The slope of squared error would vanish
 * where an output is confident and wrong. Returns the largest distance of an output from its
 * target. */
float imagine_slope(network *network, const float targets[DIGITS], const float inputs[PIXELS],
                    float slope[PIXELS]);

/* Changes a picture so that the answer comes closer to the targets, 0..1, in some steps:
 *
 *   push    = slope, softened as if by a pen that is wider than a pixel
 *   inputs += step_size * (distance * push / (largest push) - 0.015), clamped to 0.01..1
 *
 * with the distance that imagine_slope returns: the more wrong the answer, the larger the change.
 * The last term fades ink that nothing calls for. Where no pixel makes a difference, nothing
 * changes. A step depends on the picture alone: ten steps and ten more are twenty. */
void imagine_ascend(network *network, const float targets[DIGITS], int steps, float step_size,
                    float inputs[PIXELS]);

#endif
