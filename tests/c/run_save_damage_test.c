/* Saved runs that are damaged or forged are refused, or safe to train on. */
#include "digest.h"
#include "saved.h"

/* A run to damage: with cards, and a pending update. */
static saved sample(training *training, const file *train) {
    settings settings = SMALL;
    settings.hidden_nodes = 3;
    settings.flash_cards = 0.1f;
    settings.epochs = 9;
    begin(training, &settings);
    load(&training->records, RECORDS_TRAIN, train);
    run_train(&training->run, 50);
    return save(&training->run);
}

/* Buffers are exactly as large as they say, so that sanitizers notice a byte read too far. */
static run_save_status restore_copy(run *run, const uint8_t *bytes, size_t size) {
    uint8_t *copy = malloc(size);
    if (!copy) abort();
    memcpy(copy, bytes, size);
    run_save_status status = run_restore(run, copy, size);
    free(copy);
    return status;
}

static void damage(void) {
    file train = file_create(9, 27);
    static training training;
    saved good = sample(&training, &train);
    run_train(&training.run, 5);
    saved before = save(&training.run);
    CHECK(run_restore(&training.run, good.bytes, 0) == RUN_SAVE_TOO_SHORT, "no bytes");
    for (size_t size = 1; size < good.size; size++) {
        run_save_status status = restore_copy(&training.run, good.bytes, size);
        CHECK(status == RUN_SAVE_TOO_SHORT, "%zu bytes: status %d", size, (int)status);
    }
    for (size_t at = 0; at < good.size; at++) {
        uint8_t kept = good.bytes[at];
        good.bytes[at] ^= (uint8_t)(1 << at % 8);
        run_save_status status = run_restore(&training.run, good.bytes, good.size);
        bool version = at >= 8 && at < 16, size = at >= 16 && at < 20;
        CHECK(version ? status == RUN_SAVE_OTHER_VERSION
                      : status == RUN_SAVE_DAMAGED || (size && status == RUN_SAVE_TOO_SHORT),
              "byte %zu: status %d", at, (int)status);
        good.bytes[at] = kept;
    }
    uint8_t *longer = calloc(1, good.size + 1);
    if (!longer) abort();
    memcpy(longer, good.bytes, good.size);
    CHECK(run_restore(&training.run, longer, good.size + 1) == RUN_SAVE_DAMAGED, "a byte more");
    free(longer);
    static const uint8_t TEXT[] = "label,pixel0,pixel1,pixel2";
    CHECK(run_restore(&training.run, TEXT, sizeof TEXT) == RUN_SAVE_DAMAGED, "another file");
    check_same(&training.run, before, "after all that", 55);
    restore(&training.run, good);
    free(good.bytes);
    free(before.bytes);
    end(&training);
    file_free(&train);
}

/* Offsets in a saved run, of numbers of four bytes (run_save.c). */
enum {
    AT_SIZE = 16,
    AT_STEP = 36 + 8 * SETTINGS_COUNT,
    AT_SHOWN = AT_STEP + 16,
    AT_SEEN = AT_SHOWN + 4 * (3 + DIGITS + 2 * PIXELS),
    AT_CARDS = AT_SEEN + 4 + 2 * 4 * CARDS_BOXES,
    AT_NETWORK = AT_CARDS + 9 * 10 /* nine cards */
};

/* Makes the digest at the end fit again. */
static void forge_digest(uint8_t *bytes, size_t size) {
    uint64_t digest = digest_add(DIGEST_START, bytes, size - sizeof digest);
    memcpy(bytes + size - sizeof digest, &digest, sizeof digest);
}

/* Numbers that nothing else would notice, each just outside of its range. */
static void forged_numbers(void) {
    static const struct {
        const char *name;
        size_t at;
        int32_t good, bad[2];
    } NUMBERS[] = {
        {"all records are there", 24, 1, {2, -1}},
        {"record", AT_SHOWN, 0, {-1, DATASET_MAX}},
        {"variant", AT_SHOWN + 4, 0, {-1, 3}},
        {"label", AT_SHOWN + 8, 0, {-1, NO_DIGIT + 1}},
        {"cards seen", AT_SEEN, 9, {-1, 10}},
        {"hidden nodes", AT_NETWORK, 3, {0, HIDDEN_MAX + 1}},
        {"steps since a refresh", AT_NETWORK + 12, 50, {-1, NETWORK_REFRESH}},
        {"update pending", AT_NETWORK + 16, 1, {2, -1}},
    };
    file train = file_create(9, 28);
    static training training;
    saved good = sample(&training, &train);
    uint8_t *forged = malloc(good.size + 4);
    if (!forged) abort();
    for (size_t n = 0; n < sizeof NUMBERS / sizeof *NUMBERS; n++) {
        int32_t number;
        memcpy(&number, good.bytes + NUMBERS[n].at, sizeof number);
        bool varies = NUMBERS[n].good == 0; /* of what was shown last */
        CHECK(varies || number == NUMBERS[n].good, "%s: %d", NUMBERS[n].name, number);
        for (int b = 0; b < 2; b++) {
            memcpy(forged, good.bytes, good.size);
            memcpy(forged + NUMBERS[n].at, &NUMBERS[n].bad[b], sizeof number);
            forge_digest(forged, good.size);
            run_save_status status = run_restore(&training.run, forged, good.size);
            CHECK(status == RUN_SAVE_DAMAGED, "%s %d: status %d", NUMBERS[n].name,
                  NUMBERS[n].bad[b], (int)status);
        }
    }
    for (int more = -4; more <= 4; more += 8) {
        uint32_t size = (uint32_t)((int)good.size + more);
        memset(forged, 0, good.size + 4);
        memcpy(forged, good.bytes, good.size - sizeof(uint64_t));
        memcpy(forged + AT_SIZE, &size, sizeof size);
        forge_digest(forged, size);
        run_save_status status = restore_copy(&training.run, forged, size);
        CHECK(status == RUN_SAVE_DAMAGED, "%d bytes more: status %d", more, (int)status);
    }
    check_same(&training.run, good, "after forgeries", 50);
    free(forged);
    free(good.bytes);
    end(&training);
    file_free(&train);
}

/* Anything else that is damaged but has a digest that fits. What is taken must be safe to train on.
 */
static void forgery(void) {
    file train = file_create(9, 28);
    random_generator random;
    random_seed(&random, 28);
    static training training;
    saved good = sample(&training, &train);
    size_t body = good.size - sizeof(uint64_t), taken = 0, refused = 0;
    uint8_t *forged = malloc(good.size);
    if (!forged) abort();
    for (int round = 0; round < 4000; round++) {
        memcpy(forged, good.bytes, good.size);
        /* Mostly in the first kilobytes, where all numbers are that are not weights. */
        size_t reach = round % 4 ? AT_NETWORK + 20 : body;
        for (int change = 0; change <= round % 3; change++)
            forged[random_bits(&random) % reach] = (uint8_t)random_bits(&random);
        forge_digest(forged, good.size);
        if (run_restore(&training.run, forged, good.size) == RUN_SAVE_OK) {
            ink picture;
            run_shown_picture(&training.run, &picture);
            run_train(&training.run, 40);
            taken++;
        } else {
            refused++;
        }
    }
    CHECK(taken > 50 && refused > 50, "%zu taken, %zu refused", taken, refused);
    free(forged);
    free(good.bytes);
    end(&training);
    file_free(&train);
}

int main(void) {
    check_case("every truncation and every damaged byte is refused, and the run stays as it was");
    damage();
    check_case("numbers out of their range are refused, even if the digest fits");
    forged_numbers();
    check_case("whatever else is forged is refused, or safe to train on");
    forgery();
    return check_end();
}
