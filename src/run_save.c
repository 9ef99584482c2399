#include "run_save.h"

#include <string.h>

#include "digest.h"

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "numbers are copied as they are");

static const uint8_t MAGIC[8] = {'g', 'l', 'a', 's', 's', 'r', 'u', 'n'};

/* To be increased when the format changes. A new setting does not need that, because the number of
 * settings is compared, too. */
enum { VERSION = 2 };

typedef struct {
    uint8_t magic[8];
    uint32_t version, settings_count, size;
    uint32_t records, complete;
    uint64_t records_digest;
} header;

/* One description of the buffer serves for measuring, writing and reading it. Only reading can
 * fail; after the first failure, the rest is skipped. */
typedef struct {
    enum { MEASURE, WRITE, READ } mode;
    uint8_t *to;
    const uint8_t *from;
    size_t at, size;
    run_save_status status;
} codec;

static void code_bytes(codec *codec, void *value, size_t size) {
    if (codec->status != RUN_SAVE_OK) return;
    if (codec->mode == READ && codec->size - codec->at < size) {
        codec->status = RUN_SAVE_DAMAGED;
        return;
    }
    if (codec->mode == WRITE) memcpy(codec->to + codec->at, value, size);
    if (codec->mode == READ) memcpy(value, codec->from + codec->at, size);
    codec->at += size;
}

#define CODE(codec, value) code_bytes(codec, &(value), sizeof(value))

/* Rejects values that the rest of the program could not handle. */
static void require(codec *codec, bool valid) {
    if (codec->status == RUN_SAVE_OK && !valid) codec->status = RUN_SAVE_DAMAGED;
}

static void code_header(codec *codec, header *header) {
    CODE(codec, header->magic);
    CODE(codec, header->version);
    CODE(codec, header->settings_count);
    CODE(codec, header->size);
    CODE(codec, header->records);
    CODE(codec, header->complete);
    CODE(codec, header->records_digest);
}

static void code_settings(codec *codec, settings *settings) {
    double numbers[SETTINGS_COUNT] = {0};
    if (codec->mode != READ) settings_to_numbers(settings, numbers);
    CODE(codec, numbers);
    if (codec->mode == READ) require(codec, settings_from_numbers(settings, numbers));
}

/* The rest of a picture follows from its amounts. */
static void code_picture(codec *codec, ink *picture) {
    code_bytes(codec, picture->amount, PIXELS * sizeof *picture->amount);
    if (codec->mode == READ) ink_complete(picture);
}

static void code_counters(codec *codec, run *run) {
    CODE(codec, run->step);
    CODE(codec, run->correct);
    CODE(codec, run->error);
    run_sample *shown = &run->shown;
    CODE(codec, shown->record);
    CODE(codec, shown->variant);
    CODE(codec, shown->label);
    CODE(codec, shown->outputs);
    require(codec, shown->record >= 0 && shown->record < DATASET_MAX && shown->variant >= 0 &&
                       shown->variant <= 2 && shown->label >= 0 && shown->label <= NO_DIGIT);
    code_picture(codec, &run->upright);
    if (codec->mode == READ) run->upright_box = ink_box_of(&run->upright);
    code_picture(codec, &run->moved);
}

static void code_cards(codec *codec, cards *cards, uint32_t records) {
    CODE(codec, cards->seen);
    for (int b = 0; b < CARDS_BOXES; b++) {
        CODE(codec, cards->boxes[b].first);
        CODE(codec, cards->boxes[b].last);
    }
    require(codec, cards->seen >= 0 && (uint32_t)cards->seen <= records);
    if (codec->status != RUN_SAVE_OK) return;
    if (codec->mode == READ && !cards_reserve(cards, cards->seen)) {
        codec->status = RUN_SAVE_NO_MEMORY;
        return;
    }
    size_t start = codec->at;
    for (int c = 0; c < cards->seen; c++) {
        card *card = &cards->cards[c];
        CODE(codec, card->next);
        CODE(codec, card->shown);
        CODE(codec, card->box);
        CODE(codec, card->times);
        if (codec->mode == MEASURE) { /* all take the same room */
            codec->at = start + (size_t)cards->seen * (codec->at - start);
            break;
        }
    }
    if (codec->status == RUN_SAVE_OK) require(codec, cards_are_sound(cards));
}

/* A network whose weights were set by hand may have other hidden nodes than the settings say. */
static void resize_network(codec *codec, network *network, int hidden_nodes) {
    struct network other;
    if (codec->status != RUN_SAVE_OK || hidden_nodes == network->hidden_nodes) return;
    if (!network_init(&other, hidden_nodes, network->learning_rate)) {
        codec->status = RUN_SAVE_NO_MEMORY;
        return;
    }
    other.rule = network->rule;
    network_free(network);
    *network = other;
}

static void code_network(codec *codec, network *network) {
    int32_t hidden_nodes = network->hidden_nodes;
    uint32_t pending = network->update_pending;
    CODE(codec, hidden_nodes);
    require(codec, hidden_nodes >= 1 && hidden_nodes <= HIDDEN_MAX);
    resize_network(codec, network, hidden_nodes);
    CODE(codec, network->learning_rate);
    CODE(codec, network->scale);
    CODE(codec, network->steps_since_refresh);
    CODE(codec, pending);
    require(codec, network->steps_since_refresh >= 0 &&
                       network->steps_since_refresh < NETWORK_REFRESH && pending <= 1);
    network->update_pending = pending;
    code_picture(codec, &network->pictures[!network->next]); /* the last one; the next is to come */
    if (codec->status == RUN_SAVE_OK) code_bytes(codec, network->wih, network_arrays_size(network));
}

/* All but the settings. */
static void code_state(codec *codec, run *run, uint32_t records) {
    code_counters(codec, run);
    code_cards(codec, &run->cards, records);
    code_network(codec, &run->network);
}

/* False: the records that the run learned from have been replaced. */
static bool describe_records(run *run, header *header) {
    if (run_look_for_records(run) != RUN_RECORDS_THERE) {
        header->records = run->awaited.count;
        header->complete = run->awaited.complete;
        header->records_digest = run->awaited.digest;
        return true;
    }
    int count = records_in_use(run->records, RECORDS_TRAIN)->count;
    bool other = run->training_version != run->records->training_version;
    if (run->step > 0 && (other || count == 0)) return false;
    header->records = (uint32_t)count;
    header->complete = records_complete(run->records);
    header->records_digest = run_records_digest(run, count);
    return true;
}

size_t run_save_size(run *run) {
    codec codec = {.mode = MEASURE};
    header header = {0};
    code_header(&codec, &header);
    code_settings(&codec, &run->settings);
    code_state(&codec, run, DATASET_MAX);
    return codec.at + sizeof(uint64_t);
}

run_save_status run_save(run *run, uint8_t *bytes) {
    header header = {
        .version = VERSION, .settings_count = SETTINGS_COUNT, .size = (uint32_t)run_save_size(run)};
    if (!describe_records(run, &header)) return RUN_SAVE_RECORDS_GONE;
    memcpy(header.magic, MAGIC, sizeof MAGIC);
    codec codec = {.mode = WRITE, .to = bytes};
    code_header(&codec, &header);
    code_settings(&codec, &run->settings);
    code_state(&codec, run, header.records);
    uint64_t digest = digest_add(DIGEST_START, bytes, codec.at);
    CODE(&codec, digest);
    return RUN_SAVE_OK;
}

/* Reads the header, and checks it and the digest at the end. */
static run_save_status read_header(codec *codec, header *header) {
    size_t magic = codec->size < sizeof MAGIC ? codec->size : sizeof MAGIC;
    if (memcmp(codec->from, MAGIC, magic) != 0) return RUN_SAVE_DAMAGED;
    code_header(codec, header);
    if (codec->status != RUN_SAVE_OK) return RUN_SAVE_TOO_SHORT;
    if (header->version != VERSION || header->settings_count != SETTINGS_COUNT)
        return RUN_SAVE_OTHER_VERSION;
    if (header->size > codec->size) return RUN_SAVE_TOO_SHORT;
    uint64_t digest;
    if (header->size != codec->size || codec->size - codec->at < sizeof digest)
        return RUN_SAVE_DAMAGED;
    codec->size -= sizeof digest;
    memcpy(&digest, codec->from + codec->size, sizeof digest);
    bool same = digest_add(DIGEST_START, codec->from, codec->size) == digest;
    return same && header->complete <= 1 ? RUN_SAVE_OK : RUN_SAVE_DAMAGED;
}

static bool has_records(run *run, const header *header) {
    uint32_t count = (uint32_t)records_in_use(run->records, RECORDS_TRAIN)->count;
    bool enough = header->complete ? records_complete(run->records) && count == header->records
                                   : count >= header->records;
    return enough && run_records_digest(run, (int)header->records) == header->records_digest;
}

static run_save_status restore(run *run, const uint8_t *bytes, size_t size, bool ahead) {
    codec codec = {.mode = READ, .from = bytes, .size = size};
    header header;
    settings settings;
    struct run restored;
    run_save_status status = read_header(&codec, &header);
    if (status != RUN_SAVE_OK) return status;
    code_settings(&codec, &settings);
    require(&codec, header.records <= DATASET_MAX);
    if (codec.status != RUN_SAVE_OK) return codec.status;
    if (!ahead && !has_records(run, &header)) return RUN_SAVE_OTHER_RECORDS;

    if (!run_init(&restored, run->records, &settings)) return RUN_SAVE_NO_MEMORY;
    code_state(&codec, &restored, header.records);
    require(&codec, codec.at == codec.size);
    if (codec.status != RUN_SAVE_OK) {
        run_free(&restored);
        return codec.status;
    }
    restored.digested = run->digested;
    if (ahead) {
        restored.awaited.count = header.records;
        restored.awaited.complete = header.complete;
        restored.awaited.digest = header.records_digest;
    }
    run_free(run);
    *run = restored;
    return RUN_SAVE_OK;
}

run_save_status run_restore(run *run, const uint8_t *bytes, size_t size) {
    return restore(run, bytes, size, false);
}

run_save_status run_restore_ahead(run *run, const uint8_t *bytes, size_t size) {
    return restore(run, bytes, size, true);
}
