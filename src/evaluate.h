/* Measures a network on labelled records. */
#ifndef GLASSBOX_EVALUATE_H
#define GLASSBOX_EVALUATE_H

#include "dataset.h"
#include "network.h"

/* Queries a network with records from..to - 1 of a set. Counts digits in confusion[10 * label +
 * answer], which it adds to, and writes the outputs (to - from, 10). Returns the sum of their
 * network_error. Trains nothing. */
double evaluate(network *network, const dataset *records, int from, int to,
                uint32_t confusion[DIGITS * DIGITS], float *outputs);

#endif
