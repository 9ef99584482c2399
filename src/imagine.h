/* What a network imagines: two ways from targets back to a picture.
 *
 * Backquery, the notebook's way, runs the weights backwards once. Its picture shows what the
 * weights are tuned to, but the network rarely recognises it as the digit.
 *
 * Ascent queries the network repeatedly and changes the picture a little each time, so that the
 * outputs come closer to the targets. It continues train()'s backpropagation to the pixels. The
 * network recognises its pictures.
 */
#ifndef GLASSBOX_IMAGINE_H
#define GLASSBOX_IMAGINE_H

#include "network.h"

/* The steps of a backquery. The first hidden_nodes of `hidden_sums` and `hidden` are valid. */
typedef struct {
    double logits[DIGITS];          /* of the targets */
    double hidden_sums[HIDDEN_MAX]; /* who^T . logits */
    double hidden[HIDDEN_MAX];      /* the same, rescaled to 0.01..0.99 */
    double sums[PIXELS];            /* wih^T . logit(hidden) */
    double inputs[PIXELS];          /* the same, rescaled likewise */
} imagine_steps;

/* Runs the network backwards from targets in (0, 1). Values are rescaled so that the smallest
 * becomes 0.01 and the largest 0.99; if all are equal, they become 0.5. */
void imagine_backquery(network *network, const float targets[DIGITS], imagine_steps *steps);

/* How much each pixel improves the answer: the negative gradient of the cross-entropy between
 * targets and outputs, which the update of wih follows, too (network.h). The gradient of squared
 * error would vanish if an output is confident and wrong. Returns the largest distance of an output
 * from its target. */
float imagine_slope(network *network, const float targets[DIGITS], const float inputs[PIXELS],
                    float slope[PIXELS]);

/* Softens a picture as if by a pen a little wider than a pixel: 1 2 1 in either direction. */
void imagine_soften(float picture[PIXELS]);

/* Changes a picture in steps so that the outputs come closer to the targets, 0..1:
 *
 *   push    = slope, softened as if by a pen that is wider than a pixel
 *   inputs += step_size * (distance * push / (largest push) - 0.015), clamped to 0.01..1
 *
 * with the distance that imagine_slope returns: the larger the error, the larger the change. The
 * last term fades ink that nothing needs. If no pixel makes a difference, nothing changes. A step
 * depends on the picture alone, so ten steps and another ten equal twenty. */
void imagine_ascend(network *network, const float targets[DIGITS], int steps, float step_size,
                    float inputs[PIXELS]);

#endif
