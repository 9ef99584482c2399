#include "evaluate.h"

#include <string.h>

double evaluate(network *network, const dataset *records, int from, int to,
                uint32_t confusion[DIGITS * DIGITS], float *outputs) {
    double error = 0;
    for (int i = from; i < to; i++, outputs += DIGITS) {
        const uint8_t *record = dataset_record(records, i);
        ink picture;
        network_signals signals;
        float targets[DIGITS];
        ink_from_greys(&picture, record + 1);
        network_query(network, &picture, &signals);
        network_targets(targets, record[0]);
        if (record[0] != NO_DIGIT)
            confusion[DIGITS * record[0] + network_answer(signals.outputs)]++;
        error += network_error(signals.outputs, targets);
        memcpy(outputs, signals.outputs, sizeof signals.outputs);
    }
    return error;
}
