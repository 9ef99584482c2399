/* A training run and the records it needs.
 *
 * Training and test records come as CSV bytes, cut anywhere. A file counts once it has ended well:
 * until then, and if it fails, the set that was there before stays. Only where there is no such set
 * yet does training take records from the file that is still arriving, so that the first epoch
 * needs not wait.
 *
 * The run takes the records in the order of the file, epoch after epoch; with an angle, each record
 * three times: as it is, turned by the angle, turned back by it (the notebook's recipe). Or it
 * takes them as flash cards (cards.h), an epoch being as many steps as there are records, and a
 * card being shown as it is, turned and turned back in turn.
 *
 * It depends on the settings, the records and the steps at which the learning rate was changed, not
 * on how writing and running are cut into calls. So it starts anew when a new training file takes
 * the place of one it had trained on.
 */
#ifndef GLASSBOX_TRAINER_H
#define GLASSBOX_TRAINER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cards.h"
#include "csv.h"
#include "dataset.h"
#include "image.h"
#include "network.h"

typedef struct {
    int hidden_nodes;    /* 1..1024 */
    float learning_rate; /* above 0 */
    int epochs;          /* 1..1000 */
    double angle;        /* degrees; 0: records as they are only */
    double distortion;   /* strength (image_distort); 0: not at all */
    int records;         /* how many of the file's training records; 0: all */
    bool cross_entropy;  /* network.h */
    bool falling_rate;   /* trainer_rate */
    float flash_cards;   /* how far off outputs may be for a card to be known; 0: no cards */
    uint32_t seed;
} trainer_settings;

typedef enum { TRAINER_TRAIN, TRAINER_TEST } trainer_kind;

typedef enum {
    TRAINER_OK,
    TRAINER_BAD_CSV,   /* trainer->sets[kind].csv says what and where */
    TRAINER_NO_MEMORY, /* ... for so many records */
    TRAINER_TOO_MANY   /* more than DATASET_MAX records */
} trainer_status;

typedef struct {
    dataset loaded;   /* the last file that ended well; empty if none has */
    dataset arriving; /* what the file being written has given so far */
    csv csv;
    bool open; /* a file is being written */
} trainer_set;

/* What a step showed. */
typedef struct {
    int record;  /* its index in the file */
    int variant; /* how it was shown: 0 as it is, 1 turned, 2 turned back */
    int label;
    float outputs[DIGITS]; /* the answer, before the network learnt from it */
} trainer_showing;

typedef struct {
    trainer_settings settings;
    network network;
    /* Steps done, and of the answers before learning from each: how many were right, and the sum of
     * network_error. With the settings, the network and the cards, all there is to know of a run.
     */
    uint32_t step, correct;
    double error;
    image_rotation turns[2];
    image_distortion distortion;
    ink upright; /* the record that is being shown, as it is */
    ink_box upright_box;
    trainer_showing shown; /* by the last step; nothing before the first */
    cards cards;
    trainer_set sets[2];
} trainer;

typedef struct {
    uint32_t epoch; /* epochs finished */
    uint32_t step;  /* steps done */
    uint32_t steps; /* in the whole run, as far as is known: it grows while the file arrives */
    bool done;
} trainer_progress;

/* A run at its start, without records. False: no memory, nothing to free. */
bool trainer_init(trainer *trainer, const trainer_settings *settings);
void trainer_free(trainer *trainer);

/* A new run with other settings on the same records. False: no memory; the old run is as it was. */
bool trainer_reset(trainer *trainer, const trainer_settings *settings);

/* Takes the next bytes of a file; the first call after trainer_end or an error starts a new one. On
 * an error the file is dropped. */
trainer_status trainer_write(trainer *trainer, trainer_kind kind, const uint8_t *bytes,
                             size_t size);

/* The file is complete, and takes the place of the one before. */
trainer_status trainer_end(trainer *trainer, trainer_kind kind);

/* The file will not be completed: drops what has arrived of it. */
void trainer_abandon(trainer *trainer, trainer_kind kind);

/* Records to train on or test with now. */
const dataset *trainer_records(const trainer *trainer, trainer_kind kind);

/* Makes up to `steps` training steps; fewer where the run is done or waits for records. Returns how
 * many it made. */
int trainer_run(trainer *trainer, int steps);
trainer_progress trainer_state(const trainer *trainer);

/* The picture that the last of the run's steps showed, as the network got it. There was one. */
void trainer_shown_picture(const trainer *trainer, ink *picture);

/* The learning rate of the next step. One that falls does so twice, since a network is at its best
 * at the end of a fall: from the setting to nearly 0 over the first epoch, then from half the
 * setting to 0 over all the others. While it is not known how many records there are, the first
 * epoch is taken to have MNIST's 60,000. */
float trainer_rate(const trainer *trainer);

/* From the next step on, this is the learning rate that is set; one that falls, falls from it. */
void trainer_change_rate(trainer *trainer, float rate);

/* Asks a network, the trainer's or another one, about test records from..to - 1. Adds to
 * confusion[10 * label + answer], and writes the answers to outputs (to - from, 10). Returns the
 * sum of their network_error. */
double trainer_test(const trainer *trainer, network *network, int from, int to,
                    uint32_t confusion[DIGITS * DIGITS], float *outputs);

#endif
