#include "run.h"

#include <string.h>

/* MNIST's. */
enum { USUAL_RECORDS = 60000 };

bool run_init(run *run, const records *records, const settings *settings) {
    memset(run, 0, sizeof *run);
    run->records = records;
    image_distortion_init(&run->distortion);
    return run_reset(run, settings);
}

void run_free(run *run) {
    network_free(&run->network);
    cards_free(&run->cards);
}

/* The assumed number of records in an epoch, for results that must not depend on how many have
 * arrived: the setting, or MNIST's number. */
static uint32_t nominal_records(const run *run) {
    return run->settings.records > 0 ? (uint32_t)run->settings.records : USUAL_RECORDS;
}

static void restart(run *run) {
    run->training_version = run->records->training_version;
    run->awaited.count = 0;
    run->step = 0;
    run->correct = 0;
    run->error = 0;
    cards_start(&run->cards, nominal_records(run));
    network_randomize(&run->network, run->settings.seed);
}

bool run_reset(run *run, const settings *settings) {
    network fresh;
    if (!network_init(&fresh, settings->hidden_nodes, settings->learning_rate)) return false;
    fresh.rule =
        (network_rule){settings->cross_entropy, settings->adversarial, (float)settings->decay};
    network_free(&run->network);
    run->network = fresh;
    run->settings = *settings;
    image_rotation_init(&run->turns[0], settings->angle);
    image_rotation_init(&run->turns[1], -settings->angle);
    restart(run);
    return true;
}

uint64_t run_records_digest(run *run, int count) {
    const records *records = run->records;
    bool known = count > 0 && run->digested.count == count &&
                 run->digested.version == records->training_version;
    if (!known) {
        run->digested.digest = dataset_digest(records_in_use(records, RECORDS_TRAIN), count);
        run->digested.count = count;
        run->digested.version = records->training_version;
    }
    return run->digested.digest;
}

run_records run_look_for_records(run *run) {
    if (run->awaited.count == 0) return RUN_RECORDS_THERE;
    uint32_t count = (uint32_t)records_in_use(run->records, RECORDS_TRAIN)->count;
    bool complete = records_complete(run->records);
    bool enough = count >= run->awaited.count;
    if (!complete && (run->awaited.complete || !enough)) return RUN_RECORDS_AWAITED;
    bool fits = run->awaited.complete ? count == run->awaited.count : enough;
    if (!fits || run_records_digest(run, (int)run->awaited.count) != run->awaited.digest)
        return RUN_RECORDS_OTHER;
    run->awaited.count = 0;
    run->training_version = run->records->training_version;
    return RUN_RECORDS_THERE;
}

bool run_restart_if_stale(run *run) {
    if (run_look_for_records(run) != RUN_RECORDS_THERE) return false;
    bool stale = run->step > 0 && run->training_version != run->records->training_version;
    if (stale) restart(run);
    run->training_version = run->records->training_version;
    return stale;
}

/* How often each record is shown in an epoch. */
static uint32_t variants(const run *run) {
    return run->settings.angle == 0 || run->settings.flash_cards > 0 ? 1 : 3;
}

/* Training records in an epoch, as far as they have arrived. */
static uint32_t epoch_records(const run *run) {
    int count = run->awaited.count > 0 ? (int)run->awaited.count
                                       : records_in_use(run->records, RECORDS_TRAIN)->count;
    int wanted = run->settings.records;
    return (uint32_t)(wanted > 0 && wanted < count ? wanted : count);
}

/* Whether all of an epoch's records are there. */
static bool epoch_complete(const run *run) {
    int wanted = run->settings.records;
    bool complete = run->awaited.count > 0 ? run->awaited.complete : records_complete(run->records);
    return complete || (wanted > 0 && epoch_records(run) >= (uint32_t)wanted);
}

run_progress run_progress_now(const run *run) {
    uint32_t epoch_steps = epoch_records(run) * variants(run);
    bool complete = epoch_complete(run);
    run_progress now = {
        .epoch = complete ? run->step / epoch_steps : 0,
        .step = run->step,
        .steps = epoch_steps * (uint32_t)run->settings.epochs,
    };
    now.done = complete && now.step >= now.steps;
    return now;
}

float run_learning_rate(const run *run) {
    double set = run->settings.learning_rate;
    if (!run->settings.falling_rate) return (float)set;
    double step = run->step, first = nominal_records(run) * variants(run);
    if (step < first) return (float)(set * (1 - 0.97 * step / first));
    double steps = run_progress_now(run).steps;
    return step < steps ? (float)(set / 2 * (1 - (step - first) / (steps - first))) : 0;
}

void run_change_learning_rate(run *run, float learning_rate) {
    run->settings.learning_rate = learning_rate;
}

/* Chooses the next record and variant. False: the run is done, or waits for records. */
static bool choose(run *run, run_sample *next) {
    uint32_t count = epoch_records(run), shown = variants(run);
    bool complete = epoch_complete(run);
    if (complete && run->step >= count * shown * (uint32_t)run->settings.epochs) return false;
    /* Beyond the first epoch a falling rate depends on how many records there are. */
    bool rate_unknown = run->settings.falling_rate && run->step >= nominal_records(run) * shown;
    if (!complete && (count == 0 || rate_unknown)) return false;
    if (run->settings.flash_cards > 0) {
        next->record = cards_draw(&run->cards, run->step, (int)count, complete);
        if (next->record == CARDS_WAIT) return false;
        next->variant = run->settings.angle == 0 ? 0 : run->cards.cards[next->record].times % 3;
    } else {
        if (!complete && run->step >= count * shown) return false;
        next->record = (int)(run->step / shown % count);
        next->variant = (int)(run->step % shown);
    }
    return true;
}

/* Distorts nine of ten pictures. The others are shown undistorted, as in queries. */
static void distort(const run *run, uint32_t step, ink *picture) {
    random_generator random;
    random_seed(&random, run->settings.seed + step * 2654435769u);
    if (random_uniform(&random) < 0.1) return;
    float distorted[PIXELS];
    image_distort(&run->distortion, &random, run->settings.distortion, picture->amount, distorted);
    memcpy(picture->amount, distorted, sizeof distorted);
    ink_complete(picture);
}

/* Makes the picture of a step from the upright one. */
static void make_picture(const run *run, int variant, uint32_t step, ink *picture) {
    if (variant == 0) {
        *picture = run->upright;
    } else {
        image_rotate(&run->turns[variant - 1], run->upright.amount, run->upright_box, 0,
                     picture->amount);
        ink_complete(picture);
    }
    if (run->settings.distortion > 0) distort(run, step, picture);
}

void run_shown_picture(const run *run, ink *picture) {
    if (run->settings.adversarial > 0)
        *picture = run->moved;
    else
        make_picture(run, run->shown.variant, run->step - 1, picture);
}

/* Whether no output is further than `tolerance` from its target. */
static bool is_known(const float outputs[DIGITS], const float targets[DIGITS], float tolerance) {
    for (int k = 0; k < DIGITS; k++)
        if (outputs[k] < targets[k] - tolerance || outputs[k] > targets[k] + tolerance)
            return false;
    return true;
}

/* Whether an answer is right: for NO_DIGIT, that it names none. */
static bool is_right(const float outputs[DIGITS], int label) {
    int answer = network_answer(outputs);
    return label == NO_DIGIT ? outputs[answer] < 0.5f : answer == label;
}

static void train_step(run *run, const uint8_t *record, run_sample sample) {
    float targets[DIGITS];
    network_signals signals;
    float tolerance = run->settings.flash_cards;
    /* In the order of the file, the upright picture comes first and serves for the other two. */
    if (sample.variant == 0 || tolerance > 0) {
        ink_from_greys(&run->upright, record + 1);
        run->upright_box = ink_box_of(&run->upright);
    }
    make_picture(run, sample.variant, run->step, network_next_picture(&run->network));
    sample.label = record[0];
    network_targets(targets, sample.label);
    run->network.learning_rate = run_learning_rate(run);
    network_train(&run->network, targets, &signals);
    if (run->settings.adversarial > 0) run->moved = *network_last_picture(&run->network);
    if (tolerance > 0)
        cards_return(&run->cards, sample.record, run->step,
                     is_known(signals.outputs, targets, tolerance));
    memcpy(sample.outputs, signals.outputs, sizeof sample.outputs);
    run->shown = sample;
    run->correct += is_right(signals.outputs, sample.label);
    run->error += network_error(signals.outputs, targets);
    run->step++;
}

int run_train(run *run, int steps) {
    run_restart_if_stale(run);
    if (run->awaited.count > 0) return 0;
    if (run->settings.flash_cards > 0 && !cards_reserve(&run->cards, (int)epoch_records(run)))
        return RUN_NO_MEMORY;
    const dataset *records = records_in_use(run->records, RECORDS_TRAIN);
    run_sample next;
    int made = 0;
    for (; made < steps && choose(run, &next); made++)
        train_step(run, dataset_record(records, next.record), next);
    return made;
}
