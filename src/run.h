/* A training run: settings, a network, the order of the records, and how far it is.
 *
 * A run borrows its records (records.h), which must outlive it; any number of runs may borrow the
 * same ones. It takes them in the order of the file, epoch after epoch; with an angle, each record
 * three times: as it is, turned by the angle, turned back by it (the notebook's recipe). Or it
 * takes them as flash cards (cards.h): an epoch is then as many steps as there are records, and the
 * three pictures of a card take turns.
 *
 * The result depends on the settings, the records and the steps at which the learning rate was
 * changed, not on how writing and training are cut into calls. So a run starts anew when other
 * training records take the place of those that it was trained on.
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
    int record;  /* its index in the file */
    int variant; /* how it was shown: 0 as it is, 1 turned, 2 turned back */
    int label;
    float outputs[DIGITS]; /* the answer, before the network learned from it */
} run_sample;

typedef struct run {
    const records *records;
    uint32_t training_version; /* of the records that the steps so far were made with */
    settings settings;
    network network;
    uint32_t step; /* steps done */
    /* Training metrics: of the answers so far, each before the network learned from it, how many
     * were right, and the sum of their network_error. */
    uint32_t correct;
    double error;
    cards cards;
    run_sample shown; /* by the last step; nothing before the first */
    ink upright;      /* the picture of its record as it is */
    ink_box upright_box;
    image_rotation turns[2]; /* both follow from the settings */
    image_distortion distortion;
    struct {
        uint32_t version;
        int count;
        uint64_t digest;
    } digested; /* the training records whose digest run_save.c needed last, and that digest */
} run;

typedef struct {
    uint32_t epoch; /* epochs finished */
    uint32_t step;  /* steps done */
    uint32_t steps; /* in the whole run, as far as is known: it grows while the file arrives */
    bool done;
} run_progress;

/* A run at its start. False: no memory, nothing to free. */
bool run_init(run *run, const records *records, const settings *settings);
void run_free(run *run);

/* Starts anew with other settings. False: no memory; the run is as it was. */
bool run_reset(run *run, const settings *settings);

/* Starts anew if the records that it was trained on have made way for others. True: it had to. */
bool run_restart_if_stale(run *run);

/* Makes up to `steps` training steps, fewer where the run is done or waits for records; starts anew
 * first if it has to. Returns how many it made, or RUN_NO_MEMORY: there is none for the flash
 * cards, and no step was made. */
enum { RUN_NO_MEMORY = -1 };
int run_train(run *run, int steps);

run_progress run_progress_now(const run *run);

/* The picture of the last step, as the network got it. There was one. */
void run_shown_picture(const run *run, ink *picture);

/* The learning rate of the next step. One that falls does so twice, since a network is at its best
 * at the end of a fall: from the setting to nearly 0 over the first epoch, then from half the
 * setting to 0 over all the others. While it is not known how many records there are, the first
 * epoch is taken to have MNIST's 60,000. */
float run_learning_rate(const run *run);

/* From the next step on, this is the learning rate that is set; one that falls, falls from it. */
void run_change_learning_rate(run *run, float learning_rate);

#endif
