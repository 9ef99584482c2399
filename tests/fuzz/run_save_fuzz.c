/* Restoring a run: bytes that are not one are refused, and leave the run to the bit as it was. */
#include <string.h>

#include "digest.h"
#include "fuzz.h"
#include "run_save.h"

enum { RECORDS = 12, SAVED_MOST = 1 << 17 };

const char *const fuzz_tokens[] = {NULL};

static const settings SETTINGS[] = {
    {.hidden_nodes = 2, .learning_rate = 0.2f, .epochs = 2, .angle = 10, .seed = 3},
    {.hidden_nodes = 5, .learning_rate = 0.1f, .epochs = 3, .flash_cards = 1, .seed = 4},
};

static records training_records;

/* A run of these settings, at a step. */
static void start(run *run, int index, int steps) {
    if (training_records.sets[RECORDS_TRAIN].loaded.count == 0) {
        uint8_t record[DATASET_RECORD];
        for (int r = 0; r < RECORDS; r++) {
            record[0] = (uint8_t)(r % 10);
            for (int p = 1; p < DATASET_RECORD; p++)
                record[p] = (uint8_t)(p * (r + 3) % 11 ? 0 : p);
            FUZZ_CHECK(records_add(&training_records, RECORDS_TRAIN, record, 1) == RECORDS_OK);
        }
        FUZZ_CHECK(records_end(&training_records, RECORDS_TRAIN) == RECORDS_OK);
    }
    FUZZ_CHECK(run_init(run, &training_records, &SETTINGS[index]));
    run_train(run, steps);
}

static size_t save(run *run, uint8_t bytes[SAVED_MOST]) {
    size_t size = run_save_size(run);
    FUZZ_CHECK(size <= SAVED_MOST && run_save(run, bytes) == RUN_SAVE_OK);
    return size;
}

/* Puts the right digest at the end, without which almost nothing would get further. */
static void sign(uint8_t *bytes, size_t size) {
    uint64_t digest = digest_add(DIGEST_START, bytes, size - sizeof digest);
    for (size_t i = 0; i < sizeof digest; i++)
        bytes[size - sizeof digest + i] = (uint8_t)(digest >> 8 * i);
}

typedef run_save_status restore(run *run, const uint8_t *bytes, size_t size);

static void try(restore *restore, const uint8_t *bytes, size_t size) {
    static uint8_t before[SAVED_MOST], after[SAVED_MOST];
    run run;
    start(&run, 0, 7);
    size_t length = save(&run, before);
    if (restore(&run, bytes, size) == RUN_SAVE_OK) {
        /* A saved run that has been changed may be a run still: then it goes on, unless it has
         * learned from other records than these. */
        run_look_for_records(&run);
        run_train(&run, 5);
    } else {
        FUZZ_CHECK(save(&run, after) == length && memcmp(before, after, length) == 0);
    }
    run_free(&run);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static uint8_t signed_bytes[FUZZ_MOST];
    bool is_signable = size >= sizeof(uint64_t) && size <= FUZZ_MOST;
    if (is_signable) {
        memcpy(signed_bytes, bytes, size);
        sign(signed_bytes, size);
    }
    restore *const restores[] = {run_restore, run_restore_ahead};
    for (size_t i = 0; i < sizeof restores / sizeof *restores; i++) {
        try(restores[i], bytes, size);
        if (is_signable) try(restores[i], signed_bytes, size);
    }
    return 0;
}

size_t fuzz_seed(int index, uint8_t bytes[FUZZ_MOST]) {
    static const int STEPS[] = {0, 1, 20, 1000};
    int settings = sizeof SETTINGS / sizeof *SETTINGS, steps = sizeof STEPS / sizeof *STEPS;
    if (index >= settings * steps) return 0;
    run run;
    start(&run, index % settings, STEPS[index / settings]);
    size_t size = save(&run, bytes);
    run_free(&run);
    return size;
}
