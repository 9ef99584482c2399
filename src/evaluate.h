/* How well a network does on labelled records. */
#ifndef GLASSBOX_EVALUATE_H
#define GLASSBOX_EVALUATE_H

#include "dataset.h"
#include "network.h"

/* Asks a network about records from..to - 1 of a set. Adds to confusion[10 * label + answer], and
 * writes the answers to outputs (to - from, 10). Returns the sum of their network_error. Trains
 * nothing. */
double evaluate(network *network, const dataset *records, int from, int to,
                uint32_t confusion[DIGITS * DIGITS], float *outputs);

#endif
