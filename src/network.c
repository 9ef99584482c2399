#include "network.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "elementary.h"
#include "random.h"

static void forget_pictures(network *network) {
    network->update_pending = false;
    network->next = 0;
    memset(network->pictures, 0, sizeof network->pictures);
}

const ink *network_last_picture(const network *network) {
    return &network->pictures[!network->next];
}

ink *network_next_picture(network *network) {
    return &network->pictures[network->next];
}

size_t network_arrays_size(const network *network) {
    return (PIXELS + 1 + 1 + 1 + DIGITS) * (size_t)network->V * sizeof(f32x4);
}

bool network_init(network *network, int hidden_nodes, float learning_rate) {
    int V = (hidden_nodes + 7) / 8 * 2;
    network->hidden_nodes = hidden_nodes;
    network->V = V;
    network->learning_rate = learning_rate;
    network->rule = (network_rule){0};
    network->scale = 1;
    network->steps_since_refresh = 0;
    /* sizeof(f32x4) is also its alignment, so the size is the multiple that aligned_alloc wants. */
    f32x4 *memory = aligned_alloc(sizeof(f32x4), network_arrays_size(network));
    network->wih = memory;
    if (!memory) return false;
    memset(memory, 0, network_arrays_size(network));
    network->offset = network->wih + PIXELS * V;
    network->background_sum = network->offset + V;
    network->delta = network->background_sum + V;
    network->who = network->delta + V;
    forget_pictures(network);
    return true;
}

bool network_copy(network *copy, const network *original) {
    if (!network_init(copy, original->hidden_nodes, original->learning_rate)) return false;
    memcpy(copy->wih, original->wih, network_arrays_size(original));
    copy->rule = original->rule;
    copy->scale = original->scale;
    copy->steps_since_refresh = original->steps_since_refresh;
    copy->update_pending = original->update_pending;
    memcpy(copy->pictures, original->pictures, sizeof copy->pictures);
    copy->next = original->next;
    return true;
}

void network_free(network *network) {
    free(network->wih);
    network->wih = NULL;
}

/* Vectors as plain floats: 4 V in a row. */
static float *floats(f32x4 *vectors) {
    return (float *)vectors;
}

/* The weight from hidden node j to output k. */
static float *who_at(const network *network, int k, int j) {
    return floats(network->who + j / 4 * DIGITS + k) + j % 4;
}

void network_refresh(network *network) {
    int V = network->V;
    if (network->scale != 1) {
        vec_scale(network->wih, network->scale, (PIXELS + 1) * V); /* offset comes after wih */
        vec_scale(network->who, network->scale, DIGITS * V);
        network->scale = 1;
    }
    f32x4 *sum = network->background_sum;
    for (int v = 0; v < V; v++) sum[v] = (f32x4){0};
    for (int i = 0; i < PIXELS; i++)
        for (int v = 0; v < V; v++) sum[v] += network->wih[i * V + v] + network->offset[v];
    for (int v = 0; v < V; v++) sum[v] *= BACKGROUND;
    network->steps_since_refresh = 0;
}

void network_randomize(network *network, uint32_t seed) {
    int V = network->V, width = 4 * V;
    random_generator random;
    random_seed(&random, seed);
    for (int j = 0; j < network->hidden_nodes; j++)
        for (int i = 0; i < PIXELS; i++)
            floats(network->wih)[i * width + j] = (float)(random_normal(&random) / SIDE);
    double deviation = 1 / sqrt(network->hidden_nodes);
    for (int k = 0; k < DIGITS; k++)
        for (int j = 0; j < network->hidden_nodes; j++)
            *who_at(network, k, j) = (float)(random_normal(&random) * deviation);
    memset(network->offset, 0, (size_t)V * sizeof(f32x4));
    network->scale = 1;
    forget_pictures(network);
    network_refresh(network);
}

void network_flush(network *network) {
    if (!network->update_pending) return;
    const ink *last = network_last_picture(network);
    ink_list pixels;
    ink_list_pixels(&pixels, last->inked);
    vec_add_outer(network->wih, pixels.pixel, pixels.count, last->amount, network->delta,
                  network->V);
    network->update_pending = false;
}

/* The weight from pixel i to hidden node j, where no update is pending. */
static float wih_at(const network *network, int j, int i) {
    float stored = floats(network->wih + i * network->V)[j] + floats(network->offset)[j];
    return network->scale * stored;
}

void network_get_weights(network *network, float *wih, float *who) {
    network_flush(network);
    int n = network->hidden_nodes;
    for (int j = 0; j < n; j++)
        for (int i = 0; i < PIXELS; i++) wih[j * PIXELS + i] = wih_at(network, j, i);
    for (int k = 0; k < DIGITS; k++)
        for (int j = 0; j < n; j++) who[k * n + j] = network->scale * *who_at(network, k, j);
}

bool network_set_weights(network *network, int hidden_nodes, const float *wih, const float *who) {
    struct network fresh;
    if (!network_init(&fresh, hidden_nodes, network->learning_rate)) return false;
    int n = hidden_nodes, width = 4 * fresh.V;
    for (int j = 0; j < n; j++)
        for (int i = 0; i < PIXELS; i++) floats(fresh.wih)[i * width + j] = wih[j * PIXELS + i];
    for (int k = 0; k < DIGITS; k++)
        for (int j = 0; j < n; j++) *who_at(&fresh, k, j) = who[k * n + j];
    fresh.rule = network->rule;
    network_refresh(&fresh);
    network_free(network);
    *network = fresh;
    return true;
}

/* Hidden nodes and scale come before the arrays. */
enum { PACKED_HEAD = 2 };

size_t network_packed_count(const network *network) {
    return PACKED_HEAD + network_arrays_size(network) / sizeof(float);
}

void network_pack(network *network, float *numbers) {
    network_flush(network);
    numbers[0] = (float)network->hidden_nodes;
    numbers[1] = network->scale;
    memcpy(numbers + PACKED_HEAD, network->wih, network_arrays_size(network));
}

network_unpack_status network_unpack(network *network, const float *numbers, size_t count) {
    struct network fresh;
    if (count < PACKED_HEAD || !(numbers[0] >= 1 && numbers[0] <= HIDDEN_MAX))
        return NETWORK_NOT_PACKED;
    if (!network_init(&fresh, (int)numbers[0], network->learning_rate)) return NETWORK_NO_MEMORY;
    if (count != network_packed_count(&fresh)) {
        network_free(&fresh);
        return NETWORK_NOT_PACKED;
    }
    fresh.rule = network->rule;
    fresh.scale = numbers[1];
    memcpy(fresh.wih, numbers + PACKED_HEAD, network_arrays_size(&fresh));
    network_free(network);
    *network = fresh;
    return NETWORK_UNPACKED;
}
