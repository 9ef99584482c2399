/* What the tests of saved runs share. */
#ifndef GLASSBOX_SAVED_H
#define GLASSBOX_SAVED_H

#include "run_save.h"
#include "training.h"

/* A run with its records. */
typedef struct {
    records records;
    run run;
} training;

typedef struct {
    uint8_t *bytes;
    size_t size;
} saved;

static inline void begin(training *training, const settings *settings) {
    CHECK(start(&training->run, &training->records, settings), "no memory");
}

static inline void end(training *training) {
    run_free(&training->run);
    records_free(&training->records);
}

static inline saved save(run *run) {
    saved saved = {NULL, run_save_size(run)};
    saved.bytes = malloc(saved.size);
    if (!saved.bytes) abort();
    run_save_status status = run_save(run, saved.bytes);
    CHECK(status == RUN_SAVE_OK, "step %u is not saved: status %d", run->step, (int)status);
    return saved;
}

static inline void restore(run *run, saved saved) {
    run_save_status status = run_restore(run, saved.bytes, saved.size);
    CHECK(status == RUN_SAVE_OK, "status %d", (int)status);
}

/* A saved run holds all that there is to know of it, so equal bytes are equal runs. */
static inline void check_same(run *run, saved expected, const char *what, uint32_t step) {
    saved now = save(run);
    bool same = now.size == expected.size && memcmp(now.bytes, expected.bytes, now.size) == 0;
    CHECK(same, "%s, step %u: another state", what, step);
    free(now.bytes);
}

#endif
