/* A run from the command line, natively: for programs that are compared with the module. */
#ifndef GLASSBOX_START_RUN_H
#define GLASSBOX_START_RUN_H

#include <stdio.h>
#include <stdlib.h>

#include "run.h"

#define SETTING_NAME(type, name, min, max) #name " "
#define SETTINGS_USAGE SETTINGS(SETTING_NAME) "< train.csv"

/* Starts a run with these settings, in the order of src/settings.h, on the records that come by
 * standard input. False: no memory, no such settings or no such file. */
static bool start_run(run *run, records *records, char **arguments) {
    double numbers[SETTINGS_COUNT];
    settings settings;
    for (int i = 0; i < SETTINGS_COUNT; i++) numbers[i] = atof(arguments[i]);
    records_init(records);
    if (!settings_from_numbers(&settings, numbers) || !run_init(run, records, &settings))
        return false;
    static uint8_t bytes[1 << 16];
    size_t size;
    while ((size = fread(bytes, 1, sizeof bytes, stdin)) > 0)
        if (records_write(records, RECORDS_TRAIN, bytes, size) != RECORDS_OK) return false;
    return records_end(records, RECORDS_TRAIN) == RECORDS_OK;
}

#endif
