#include "trainer.h"

#include <string.h>

bool trainer_init(trainer *trainer, const trainer_settings *settings) {
    memset(trainer, 0, sizeof *trainer);
    return trainer_reset(trainer, settings);
}

void trainer_free(trainer *trainer) {
    for (int kind = TRAINER_TRAIN; kind <= TRAINER_TEST; kind++) {
        dataset_free(&trainer->sets[kind].loaded);
        dataset_free(&trainer->sets[kind].arriving);
    }
    network_free(&trainer->network);
}

/* Back to the start of the run. */
static void rewind_run(trainer *trainer) {
    trainer->step = 0;
    network_randomize(&trainer->network, trainer->settings.seed);
}

bool trainer_reset(trainer *trainer, const trainer_settings *settings) {
    network fresh;
    if (!network_init(&fresh, settings->hidden_nodes, settings->learning_rate)) return false;
    network_free(&trainer->network);
    trainer->network = fresh;
    trainer->settings = *settings;
    image_rotation_init(&trainer->turns[0], settings->angle);
    image_rotation_init(&trainer->turns[1], -settings->angle);
    rewind_run(trainer);
    return true;
}

const dataset *trainer_records(const trainer *trainer, trainer_kind kind) {
    const trainer_set *set = &trainer->sets[kind];
    return kind == TRAINER_TRAIN && set->loaded.count == 0 ? &set->arriving : &set->loaded;
}

static void open_file(trainer *trainer, trainer_kind kind) {
    trainer_set *set = &trainer->sets[kind];
    if (set->open) return;
    csv_start(&set->csv);
    set->open = true;
    /* A first file that failed may have been trained on; this one need not be the same. */
    if (kind == TRAINER_TRAIN && set->loaded.count == 0 && trainer->step > 0) rewind_run(trainer);
}

void trainer_abandon(trainer *trainer, trainer_kind kind) {
    trainer_set *set = &trainer->sets[kind];
    dataset_free(&set->arriving);
    set->open = false;
}

static trainer_status take(trainer *trainer, trainer_kind kind, csv_status status) {
    trainer_set *set = &trainer->sets[kind];
    if (status == CSV_MORE) return TRAINER_OK;
    if (status == CSV_RECORD && dataset_add(&set->arriving, set->csv.record)) return TRAINER_OK;
    bool full = set->arriving.count == DATASET_MAX;
    trainer_abandon(trainer, kind);
    if (status == CSV_BAD) return TRAINER_BAD_CSV;
    return full ? TRAINER_TOO_MANY : TRAINER_NO_MEMORY;
}

trainer_status trainer_write(trainer *trainer, trainer_kind kind, const uint8_t *bytes,
                             size_t size) {
    open_file(trainer, kind);
    const uint8_t *end = bytes + size;
    while (bytes < end) {
        csv_status status = csv_read(&trainer->sets[kind].csv, &bytes, end);
        trainer_status taken = take(trainer, kind, status);
        if (taken != TRAINER_OK) return taken;
    }
    return TRAINER_OK;
}

trainer_status trainer_end(trainer *trainer, trainer_kind kind) {
    open_file(trainer, kind);
    trainer_set *set = &trainer->sets[kind];
    trainer_status taken = take(trainer, kind, csv_end(&set->csv));
    if (taken != TRAINER_OK) return taken;
    bool replaces = set->loaded.count > 0;
    dataset_free(&set->loaded);
    set->loaded = set->arriving;
    dataset_init(&set->arriving);
    set->open = false;
    if (kind == TRAINER_TRAIN && replaces) rewind_run(trainer);
    return TRAINER_OK;
}

/* How often each record is shown in an epoch. */
static uint32_t variants(const trainer *trainer) {
    return trainer->settings.angle == 0 ? 1 : 3;
}

/* Training records in an epoch, as far as they have arrived. */
static uint32_t epoch_records(const trainer *trainer) {
    int count = trainer_records(trainer, TRAINER_TRAIN)->count;
    int wanted = trainer->settings.records;
    return (uint32_t)(wanted > 0 && wanted < count ? wanted : count);
}

/* Whether an epoch's records are all there. */
static bool epoch_complete(const trainer *trainer) {
    int wanted = trainer->settings.records;
    return trainer->sets[TRAINER_TRAIN].loaded.count > 0 ||
           (wanted > 0 && trainer_records(trainer, TRAINER_TRAIN)->count >= wanted);
}

trainer_progress trainer_state(const trainer *trainer) {
    uint32_t epoch_steps = epoch_records(trainer) * variants(trainer);
    bool complete = epoch_complete(trainer);
    trainer_progress progress = {
        .epoch = complete ? trainer->step / epoch_steps : 0,
        .step = trainer->step,
        .steps = epoch_steps * (uint32_t)trainer->settings.epochs,
    };
    progress.done = complete && progress.step >= progress.steps;
    return progress;
}

/* The record as it is (variant 0), which is kept for the next two, or turned (1 and 2). */
static void show(trainer *trainer, const uint8_t *record, uint32_t variant, ink *picture) {
    if (variant == 0) {
        ink_from_greys(picture, record + 1);
        trainer->upright = *picture;
        trainer->upright_box = ink_box_of(picture);
    } else {
        image_rotate(&trainer->turns[variant - 1], trainer->upright.amount, trainer->upright_box, 0,
                     picture->amount);
        ink_complete(picture);
    }
}

static void train_step(trainer *trainer, const uint8_t *record, uint32_t variant) {
    float targets[DIGITS];
    network_signals signals;
    show(trainer, record, variant, network_next_picture(&trainer->network));
    network_targets(targets, record[0]);
    network_train(&trainer->network, targets, &signals);
    trainer->step++;
}

int trainer_run(trainer *trainer, int steps) {
    const dataset *records = trainer_records(trainer, TRAINER_TRAIN);
    uint32_t count = epoch_records(trainer);
    uint32_t shown = variants(trainer);
    uint32_t last = epoch_complete(trainer) ? trainer_state(trainer).steps : count * shown;
    int made = 0;
    for (; made < steps && trainer->step < last; made++) {
        uint32_t index = trainer->step / shown % count;
        train_step(trainer, dataset_record(records, (int)index), trainer->step % shown);
    }
    return made;
}

void trainer_test(trainer *trainer, int from, int to, uint32_t confusion[DIGITS * DIGITS]) {
    const dataset *records = trainer_records(trainer, TRAINER_TEST);
    for (int i = from; i < to; i++) {
        const uint8_t *record = dataset_record(records, i);
        ink picture;
        network_signals signals;
        ink_from_greys(&picture, record + 1);
        network_query(&trainer->network, &picture, &signals);
        confusion[DIGITS * record[0] + network_answer(signals.outputs)]++;
    }
}
