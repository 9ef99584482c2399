#include "network.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "elementary.h"
#include "random.h"

/* Replaces the sigmoid's slope at the outputs when who follows cross-entropy. Chosen on the last
 * 10,000 training records; it balances the two layers. */
static const float CROSS_ENTROPY_SLOPE = 1.0f / 3;

static void forget_pictures(network *network) {
    network->update_pending = false;
    network->next = 0;
    memset(network->pictures, 0, sizeof network->pictures);
}

static const ink *last_picture(const network *network) {
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
    network->cross_entropy = false;
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
    copy->cross_entropy = original->cross_entropy;
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

static void refresh_background_sum(network *network) {
    int V = network->V;
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
    forget_pictures(network);
    refresh_background_sum(network);
}

void network_flush(network *network) {
    if (!network->update_pending) return;
    const ink *last = last_picture(network);
    ink_list pixels;
    ink_list_pixels(&pixels, last->inked);
    vec_add_outer(network->wih, pixels.pixel, pixels.count, last->amount, network->delta,
                  network->V);
    network->update_pending = false;
}

/* The part of the hidden nodes' sums that comes from the background and the offsets. */
static void start_hidden(const network *network, const ink *picture, f32x4 *hidden) {
    for (int v = 0; v < network->V; v++)
        hidden[v] = network->background_sum[v] + picture->total * network->offset[v];
}

/* From the hidden nodes' sums to the outputs. */
static void finish_query(const network *network, network_signals *signals) {
    int V = network->V;
    vec_sigmoid(signals->hidden, V);
    for (int j = network->hidden_nodes; j < 4 * V; j++) floats(signals->hidden)[j] = 0;
    f32x4 outputs[4] = {0};
    vec_dot_rows(floats(outputs), network->who, signals->hidden, V);
    vec_sigmoid(outputs, 4);
    memcpy(signals->outputs, outputs, sizeof signals->outputs);
}

void network_query(network *network, const ink *picture, network_signals *signals) {
    network_flush(network);
    ink_list pixels;
    ink_list_pixels(&pixels, picture->inked);
    start_hidden(network, picture, signals->hidden);
    vec_add_rows(signals->hidden, network->wih, pixels.pixel, pixels.count, picture->amount,
                 network->V);
    finish_query(network, signals);
}

/* The query of a step, which makes the last step's update in the same pass. */
static void query_and_flush(network *network, network_signals *signals) {
    int V = network->V;
    const ink *picture = &network->pictures[network->next], *last = last_picture(network);
    f32x4 *hidden = signals->hidden, *wih = network->wih;
    uint32_t inked[3][SIDE];
    for (int row = 0; row < SIDE; row++) {
        inked[0][row] = picture->inked[row] & last->inked[row];
        inked[1][row] = picture->inked[row] & ~last->inked[row];
        inked[2][row] = last->inked[row] & ~picture->inked[row];
    }
    ink_list shared, own, gone;
    ink_list_pixels(&shared, inked[0]);
    ink_list_pixels(&own, inked[1]);
    start_hidden(network, picture, hidden);
    if (network->update_pending) {
        ink_list_pixels(&gone, inked[2]);
        vec_add_outer(wih, gone.pixel, gone.count, last->amount, network->delta, V);
        vec_add_outer_rows(hidden, wih, shared.pixel, shared.count, last->amount, network->delta,
                           picture->amount, V);
        network->update_pending = false;
    } else {
        vec_add_rows(hidden, wih, shared.pixel, shared.count, picture->amount, V);
    }
    vec_add_rows(hidden, wih, own.pixel, own.count, picture->amount, V);
    finish_query(network, signals);
}

void network_train(network *network, const float targets[DIGITS], network_signals *signals) {
    int V = network->V;
    float rate = network->learning_rate;
    query_and_flush(network, signals);

    float error[DIGITS], step[DIGITS];
    for (int k = 0; k < DIGITS; k++) {
        float o = signals->outputs[k];
        error[k] = targets[k] - o;
        step[k] = rate * (error[k] * (network->cross_entropy ? CROSS_ENTROPY_SLOPE : o * (1 - o)));
    }
    f32x4 *delta = network->delta;
    vec_split_back(delta, network->who, error, step, signals->hidden, V);
    float total = network->pictures[network->next].total + PIXELS * BACKGROUND;
    for (int v = 0; v < V; v++) {
        f32x4 h = signals->hidden[v];
        delta[v] = rate * (delta[v] * h * (1 - h));
        network->offset[v] += BACKGROUND * delta[v];
        network->background_sum[v] += BACKGROUND * total * delta[v];
    }
    network->update_pending = true;
    network->next = !network->next;
    if (++network->steps_since_refresh == NETWORK_REFRESH) {
        network_flush(network);
        refresh_background_sum(network);
    }
}

void network_targets(float targets[DIGITS], int label) {
    for (int k = 0; k < DIGITS; k++) targets[k] = k == label ? 0.99f : 0.01f;
}

int network_answer(const float outputs[DIGITS]) {
    int best = 0;
    for (int k = 1; k < DIGITS; k++)
        if (outputs[k] > outputs[best]) best = k;
    return best;
}

double network_error(const float outputs[DIGITS], const float targets[DIGITS]) {
    double sum = 0;
    for (int k = 0; k < DIGITS; k++) {
        double off = (double)targets[k] - (double)outputs[k];
        sum += off * off;
    }
    return sum / DIGITS;
}

/* The weight from pixel i to hidden node j, where no update is pending. */
static float wih_at(const network *network, int j, int i) {
    return floats(network->wih + i * network->V)[j] + floats(network->offset)[j];
}

void network_get_weights(network *network, float *wih, float *who) {
    network_flush(network);
    int n = network->hidden_nodes;
    for (int j = 0; j < n; j++)
        for (int i = 0; i < PIXELS; i++) wih[j * PIXELS + i] = wih_at(network, j, i);
    for (int k = 0; k < DIGITS; k++)
        for (int j = 0; j < n; j++) who[k * n + j] = *who_at(network, k, j);
}

bool network_set_weights(network *network, int hidden_nodes, const float *wih, const float *who) {
    struct network fresh;
    if (!network_init(&fresh, hidden_nodes, network->learning_rate)) return false;
    int n = hidden_nodes, width = 4 * fresh.V;
    for (int j = 0; j < n; j++)
        for (int i = 0; i < PIXELS; i++) floats(fresh.wih)[i * width + j] = wih[j * PIXELS + i];
    for (int k = 0; k < DIGITS; k++)
        for (int j = 0; j < n; j++) *who_at(&fresh, k, j) = who[k * n + j];
    fresh.cross_entropy = network->cross_entropy;
    refresh_background_sum(&fresh);
    network_free(network);
    *network = fresh;
    return true;
}
