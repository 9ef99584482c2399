/* What the tests of records, runs and evaluation share: small files and runs. */
#ifndef GLASSBOX_TRAINING_H
#define GLASSBOX_TRAINING_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "random.h"
#include "run.h"

enum { HIDDEN = 6, WEIGHTS = HIDDEN * (PIXELS + DIGITS), LINE = 5 * CSV_COLUMNS };

static const settings SMALL = {
    .hidden_nodes = HIDDEN, .learning_rate = 0.2f, .epochs = 2, .angle = 10, .seed = 3};

/* A file of random records, as bytes. */
typedef struct {
    uint8_t *bytes;
    size_t size;
    int count;
    uint8_t (*records)[CSV_COLUMNS];
} file;

static inline file file_create(int count, uint32_t seed) {
    random_generator random;
    random_seed(&random, seed);
    file made = {malloc((size_t)count * LINE), 0, count, malloc((size_t)count * CSV_COLUMNS)};
    if (!made.bytes || !made.records) abort();
    for (int r = 0; r < count; r++) {
        for (int c = 0; c < CSV_COLUMNS; c++) {
            uint8_t value = 0;
            if (c == 0)
                value = (uint8_t)(random_bits(&random) % 10);
            else if (random_bits(&random) % 5 == 0)
                value = (uint8_t)random_bits(&random);
            made.records[r][c] = value;
            made.size += (size_t)snprintf((char *)made.bytes + made.size, 6, "%d%c", value,
                                          c + 1 < CSV_COLUMNS ? ',' : '\n');
        }
    }
    return made;
}

static inline void file_free(file *file) {
    free(file->bytes);
    free(file->records);
}

/* Where the first `records` lines end. */
static inline size_t file_offset(const file *file, int records) {
    size_t at = 0;
    while (records > 0) records -= file->bytes[at++] == '\n';
    return at;
}

static inline void write_part(records *records, records_kind kind, const file *file, size_t from,
                              size_t to) {
    records_status status = records_write(records, kind, file->bytes + from, to - from);
    CHECK(status == RECORDS_OK, "bytes %zu to %zu: status %d", from, to, (int)status);
}

static inline void load(records *records, records_kind kind, const file *file) {
    write_part(records, kind, file, 0, file->size);
    CHECK(records_end(records, kind) == RECORDS_OK, "the file does not end well");
    CHECK(records_in_use(records, kind)->count == file->count, "%d records",
          records_in_use(records, kind)->count);
}

/* A run without records. */
static inline bool start(run *run, records *records, const settings *settings) {
    records_init(records);
    return run_init(run, records, settings);
}

static inline void run_to_end(run *run) {
    while (run_train(run, 1000) > 0) {
    }
    CHECK(run_progress_now(run).done, "the run is not done");
}

/* All weights of a network: wih, then who. */
static inline void read_weights(network *network, float weights[WEIGHTS]) {
    network_get_weights(network, weights, weights + HIDDEN * PIXELS);
}

static inline void check_weights(run *run, const float expected[WEIGHTS], const char *what) {
    float weights[WEIGHTS];
    CHECK(run->network.hidden_nodes == HIDDEN, "%s: %d hidden nodes", what,
          run->network.hidden_nodes);
    read_weights(&run->network, weights);
    CHECK(memcmp(weights, expected, sizeof weights) == 0, "%s: other weights", what);
}

static inline void check_progress(const run *run, uint32_t epoch, uint32_t step, uint32_t steps,
                                  bool done) {
    run_progress now = run_progress_now(run);
    CHECK(now.epoch == epoch && now.step == step && now.steps == steps && now.done == done,
          "epoch %u, step %u of %u, done %d; not epoch %u, step %u of %u, done %d", now.epoch,
          now.step, now.steps, now.done, epoch, step, steps, done);
}

/* The weights after a whole run that is done plainly: load, then run. */
static inline void plain_run(const settings *settings, const file *file, float weights[WEIGHTS]) {
    static records records;
    static run run;
    CHECK(start(&run, &records, settings), "no memory");
    load(&records, RECORDS_TRAIN, file);
    run_to_end(&run);
    read_weights(&run.network, weights);
    run_free(&run);
    records_free(&records);
}

static inline void starting_weights(const settings *settings, float weights[WEIGHTS]) {
    network network;
    CHECK(network_init(&network, HIDDEN, settings->learning_rate), "no memory");
    network_randomize(&network, settings->seed);
    read_weights(&network, weights);
    network_free(&network);
}

static inline bool same_picture(const ink *one, const ink *other) {
    return memcmp(one->amount, other->amount, sizeof one->amount) == 0 &&
           memcmp(one->inked, other->inked, sizeof one->inked) == 0 && one->total == other->total;
}

#endif
