/* A training run: settings, a network, the order of the records, and the progress.
 *
 * A run borrows its records (records.h), which must outlive it; any number of runs may borrow the
 * same ones. It takes them in the order of the file, epoch after epoch. With an angle, it shows
 * each record three times: upright, rotated by the angle, rotated back (the notebook's recipe). Or
 * it takes them as flash cards (cards.h): then an epoch has as many steps as there are records, and
 * a card shows one of its three pictures in turn.
 *
 * The result depends on the settings, the records and the steps at which the learning rate was
 * changed, not on how writing and training are divided into calls. So a run starts again when other
 * training records replace those that it was trained on.
 */
#ifndef GLASSBOX_RUN_H
#define GLASSBOX_RUN_H

#include <stdbool.h>
#include <stdint.h>

#include "cards.h"
#include "image.h"
#include "network.h"
#include "records.h"
#include "settings.h"

/* What a step showed to the network. */
typedef struct {
    int record;            /* index in the file */
    int variant;           /* 0: upright, 1: rotated, 2: rotated back */
    int label;             /* 0..9 or NO_DIGIT */
    float outputs[DIGITS]; /* the answer, before the network learned from it */
} run_sample;

typedef struct run {
    const records *records;
    uint32_t training_version; /* of the records used in the steps so far */
    settings settings;
    network network;
    uint32_t step; /* steps done */
    /* Training metrics of all steps so far, each measured before the network learned from the
     * record: the number of correct answers, and the sum of network_error. */
    uint32_t correct;
    double error;
    cards cards;
    run_sample shown; /* by the last step; not valid before the first */
    ink upright;      /* the upright picture of its record */
    ink moved;        /* the picture as the network got it, if it was moved */
    ink_box upright_box;
    image_rotation turns[2]; /* this and the next follow from the settings */
    image_distortion distortion;
    struct {
        uint32_t version;
        int count;
        uint64_t digest;
    } digested; /* cache: the latest digest of training records */
    struct {
        uint32_t count;
        bool complete;
        uint64_t digest;
    } awaited; /* the training records that the run was restored ahead of; count 0: none */
} run;

typedef struct {
    uint32_t epoch; /* epochs finished */
    uint32_t step;  /* steps done */
    uint32_t steps; /* in the whole run; grows while the file arrives */
    bool done;
} run_progress;

/* A run at its start. False: no memory, nothing to free. */
bool run_init(run *run, const records *records, const settings *settings);
void run_free(run *run);

/* Starts again with other settings. False: no memory; the run has not changed. */
bool run_reset(run *run, const settings *settings);

/* Starts again if the records that it was trained on have been replaced. Returns whether it did. */
bool run_restart_if_stale(run *run);

/* Makes up to `steps` training steps, fewer if the run ends or has to wait for records; calls
 * run_restart_if_stale first. Returns the number of steps made, or RUN_NO_MEMORY: no memory for the
 * flash cards, no step made. */
enum { RUN_NO_MEMORY = -1 };
int run_train(run *run, int steps);

run_progress run_progress_now(const run *run);

/* Whether the records that a run learned from are there, if it was restored ahead of them
 * (run_restore_ahead). Until they are, it makes no steps, and does not start again. */
typedef enum {
    RUN_RECORDS_THERE,
    RUN_RECORDS_AWAITED,
    RUN_RECORDS_OTHER /* other records are there, complete */
} run_records;
run_records run_look_for_records(run *run);

/* The digest of the first `count` training records; remembers the latest. */
uint64_t run_records_digest(run *run, int count);

/* The picture of the last step, as the network got it. Not before the first step. */
void run_shown_picture(const run *run, ink *picture);

/* The learning rate of the next step. A falling rate falls twice, because a network is at its best
 * at the end of a fall: from the setting to nearly 0 in the first epoch, then from half the setting
 * to 0 over all other epochs. Until the number of records is known, the first epoch is assumed to
 * have MNIST's 60,000. */
float run_learning_rate(const run *run);

/* Changes the learning rate setting from the next step on. A falling rate falls from it. */
void run_change_learning_rate(run *run, float learning_rate);

#endif
