/* A run from the command line, natively: for programs that are compared with the module. */
#ifndef GLASSBOX_START_RUN_H
#define GLASSBOX_START_RUN_H

#include <stdio.h>
#include <stdlib.h>

#include "trainer.h"

enum { SETTINGS_COUNT = 10 };
#define SETTINGS_USAGE                                                                             \
    "hidden_nodes learning_rate epochs angle distortion records cross_entropy falling_rate "       \
    "flash_cards seed < train.csv"

/* Starts a run with these settings, in the order of web/settings.js, on the records that come by
 * standard input. False: no memory, or no such file. */
static bool start_run(trainer *trainer, char **settings) {
    trainer_settings chosen = {
        .hidden_nodes = atoi(settings[0]),
        .learning_rate = (float)atof(settings[1]),
        .epochs = atoi(settings[2]),
        .angle = atof(settings[3]),
        .distortion = atof(settings[4]),
        .records = atoi(settings[5]),
        .cross_entropy = atoi(settings[6]),
        .falling_rate = atoi(settings[7]),
        .flash_cards = (float)atof(settings[8]),
        .seed = (uint32_t)strtoul(settings[9], NULL, 10),
    };
    static uint8_t bytes[1 << 16];
    if (!trainer_init(trainer, &chosen)) return false;
    size_t size;
    while ((size = fread(bytes, 1, sizeof bytes, stdin)) > 0)
        if (trainer_write(trainer, TRAINER_TRAIN, bytes, size) != TRAINER_OK) return false;
    return trainer_end(trainer, TRAINER_TRAIN) == TRAINER_OK;
}

#endif
