#include "trainer.h"

#include <string.h>

bool trainer_init(trainer *trainer, const trainer_settings *settings) {
    memset(trainer, 0, sizeof *trainer);
    image_distortion_init(&trainer->distortion);
    return trainer_reset(trainer, settings);
}

void trainer_free(trainer *trainer) {
    for (int kind = TRAINER_TRAIN; kind <= TRAINER_TEST; kind++) {
        dataset_free(&trainer->sets[kind].loaded);
        dataset_free(&trainer->sets[kind].arriving);
    }
    network_free(&trainer->network);
    cards_free(&trainer->cards);
}

/* Records that make an epoch where how many there are must not matter, since they may still be
 * arriving: as many as are wanted, or MNIST's. */
static uint32_t nominal_records(const trainer *trainer) {
    return trainer->settings.records > 0 ? (uint32_t)trainer->settings.records : 60000;
}

/* Back to the start of the run. */
static void rewind_run(trainer *trainer) {
    trainer->step = 0;
    trainer->correct = 0;
    trainer->error = 0;
    cards_start(&trainer->cards, nominal_records(trainer));
    network_randomize(&trainer->network, trainer->settings.seed);
}

bool trainer_reset(trainer *trainer, const trainer_settings *settings) {
    network fresh;
    if (!network_init(&fresh, settings->hidden_nodes, settings->learning_rate)) return false;
    fresh.cross_entropy = settings->cross_entropy;
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
    if (status == CSV_RECORD && dataset_add(&set->arriving, set->csv.record) &&
        (kind == TRAINER_TEST || cards_reserve(&trainer->cards, set->arriving.count)))
        return TRAINER_OK;
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
    return trainer->settings.angle == 0 || trainer->settings.flash_cards > 0 ? 1 : 3;
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

float trainer_rate(const trainer *trainer) {
    double rate = trainer->settings.learning_rate;
    if (!trainer->settings.falling_rate) return (float)rate;
    double step = trainer->step, first = nominal_records(trainer) * variants(trainer);
    if (step < first) return (float)(rate * (1 - 0.97 * step / first));
    double steps = trainer_state(trainer).steps;
    return step < steps ? (float)(rate / 2 * (1 - (step - first) / (steps - first))) : 0;
}

void trainer_change_rate(trainer *trainer, float rate) {
    trainer->settings.learning_rate = rate;
}

/* What is shown next: which record, and how. False: the run is done, or waits for records. */
static bool choose(trainer *trainer, trainer_showing *next) {
    const trainer_settings *settings = &trainer->settings;
    uint32_t count = epoch_records(trainer), shown = variants(trainer);
    bool complete = epoch_complete(trainer);
    if (complete && trainer->step >= count * shown * (uint32_t)settings->epochs) return false;
    /* From here on the rate depends on how many records there are. */
    bool rate_waits = settings->falling_rate && trainer->step >= nominal_records(trainer) * shown;
    if (!complete && (count == 0 || rate_waits)) return false;
    if (settings->flash_cards > 0) {
        next->record = cards_draw(&trainer->cards, trainer->step, (int)count, complete);
        if (next->record == CARDS_WAIT) return false;
        next->variant = settings->angle == 0 ? 0 : trainer->cards.cards[next->record].times % 3;
    } else {
        if (!complete && trainer->step >= count * shown) return false;
        next->record = (int)(trainer->step / shown % count);
        next->variant = (int)(trainer->step % shown);
    }
    return true;
}

/* Nine times in ten. Without any picture as it is, the network would never see what it is asked. */
static void distort(const trainer *trainer, uint32_t step, ink *picture) {
    random_generator random;
    random_seed(&random, trainer->settings.seed + step * 2654435769u);
    if (random_uniform(&random) < 0.1) return;
    float distorted[PIXELS];
    image_distort(&trainer->distortion, &random, trainer->settings.distortion, picture->amount,
                  distorted);
    memcpy(picture->amount, distorted, sizeof distorted);
    ink_complete(picture);
}

/* The picture of a step, whose record `upright` is. */
static void show(const trainer *trainer, int variant, uint32_t step, ink *picture) {
    if (variant == 0) {
        *picture = trainer->upright;
    } else {
        image_rotate(&trainer->turns[variant - 1], trainer->upright.amount, trainer->upright_box, 0,
                     picture->amount);
        ink_complete(picture);
    }
    if (trainer->settings.distortion > 0) distort(trainer, step, picture);
}

void trainer_shown_picture(const trainer *trainer, ink *picture) {
    show(trainer, trainer->shown.variant, trainer->step - 1, picture);
}

/* Whether each output was that near its target. */
static bool known(const float outputs[DIGITS], const float targets[DIGITS], float near) {
    for (int k = 0; k < DIGITS; k++)
        if (outputs[k] < targets[k] - near || outputs[k] > targets[k] + near) return false;
    return true;
}

static void train_step(trainer *trainer, const uint8_t *record, trainer_showing next) {
    float targets[DIGITS];
    network_signals signals;
    /* In the order of the file, the record as it is comes first and is kept for the other two. */
    if (next.variant == 0 || trainer->settings.flash_cards > 0) {
        ink_from_greys(&trainer->upright, record + 1);
        trainer->upright_box = ink_box_of(&trainer->upright);
    }
    show(trainer, next.variant, trainer->step, network_next_picture(&trainer->network));
    next.label = record[0];
    network_targets(targets, next.label);
    trainer->network.learning_rate = trainer_rate(trainer);
    network_train(&trainer->network, targets, &signals);
    float near = trainer->settings.flash_cards;
    if (near > 0)
        cards_return(&trainer->cards, next.record, trainer->step,
                     known(signals.outputs, targets, near));
    memcpy(next.outputs, signals.outputs, sizeof next.outputs);
    trainer->shown = next;
    trainer->correct += network_answer(signals.outputs) == next.label;
    trainer->error += network_error(signals.outputs, targets);
    trainer->step++;
}

int trainer_run(trainer *trainer, int steps) {
    const dataset *records = trainer_records(trainer, TRAINER_TRAIN);
    trainer_showing next;
    int made = 0;
    for (; made < steps && choose(trainer, &next); made++)
        train_step(trainer, dataset_record(records, next.record), next);
    return made;
}

double trainer_test(const trainer *trainer, network *network, int from, int to,
                    uint32_t confusion[DIGITS * DIGITS], float *outputs) {
    const dataset *records = trainer_records(trainer, TRAINER_TEST);
    double error = 0;
    for (int i = from; i < to; i++, outputs += DIGITS) {
        const uint8_t *record = dataset_record(records, i);
        ink picture;
        network_signals signals;
        float targets[DIGITS];
        ink_from_greys(&picture, record + 1);
        network_query(network, &picture, &signals);
        network_targets(targets, record[0]);
        confusion[DIGITS * record[0] + network_answer(signals.outputs)]++;
        error += network_error(signals.outputs, targets);
        memcpy(outputs, signals.outputs, sizeof signals.outputs);
    }
    return error;
}
