#include "network.h"

#include <string.h>

#include "random.h"

/* Replaces the sigmoid's slope at the outputs when who follows cross-entropy. Chosen on the last
 * 10,000 training records; it balances the two layers. */
static const float CROSS_ENTROPY_SLOPE = 1.0f / 3;

/* A step moves one pixel in so many. Moving all of them by a third as much makes a step slower by
 * five times as much, and does no better. */
enum { MOVED_ONE_IN = 8 };
static const float FULL_INK = 1 - BACKGROUND;

/* The part of the hidden nodes' sums that comes from the background and the offsets. */
static void start_hidden(const network *network, const ink *picture, f32x4 *hidden) {
    for (int v = 0; v < network->V; v++)
        hidden[v] = network->background_sum[v] + picture->total * network->offset[v];
}

/* From the hidden nodes' sums to the outputs. */
static void finish_query(const network *network, network_signals *signals) {
    int V = network->V;
    vec_scale(signals->hidden, network->scale, V);
    vec_sigmoid(signals->hidden, V);
    float *hidden = (float *)signals->hidden;
    for (int j = network->hidden_nodes; j < 4 * V; j++) hidden[j] = 0;
    f32x4 outputs[4] = {0};
    vec_dot_rows((float *)outputs, network->who, signals->hidden, V);
    vec_scale(outputs, network->scale, 4);
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

/* The hidden nodes' sums of a step, which makes the last step's update in the same pass. */
static void sum_and_flush(network *network, f32x4 *hidden) {
    int V = network->V;
    const ink *picture = &network->pictures[network->next], *last = network_last_picture(network);
    f32x4 *wih = network->wih;
    ink_list shared, own, gone;
    ink_list_split(&shared, &own, &gone, picture->inked, last->inked);
    start_hidden(network, picture, hidden);
    if (network->update_pending) {
        vec_add_outer(wih, gone.pixel, gone.count, last->amount, network->delta, V);
        vec_add_outer_rows(hidden, wih, shared.pixel, shared.count, last->amount, network->delta,
                           picture->amount, V);
        network->update_pending = false;
    } else {
        vec_add_rows(hidden, wih, shared.pixel, shared.count, picture->amount, V);
    }
    vec_add_rows(hidden, wih, own.pixel, own.count, picture->amount, V);
}

/* The slope by the hidden nodes' sums: back[V] = (who^T . weights) * hidden * (1 - hidden). Returns
 * the part of each pixel's slope that comes from the offsets. */
static float split_back(const network *network, const network_signals *signals,
                        const float weights[DIGITS], f32x4 *back) {
    f32x4 from_offset = {0};
    vec_back_rows(back, network->who, weights, network->V);
    for (int v = 0; v < network->V; v++) {
        f32x4 h = signals->hidden[v];
        back[v] = network->scale * back[v] * h * (1 - h);
        from_offset += back[v] * network->offset[v];
    }
    return (from_offset[0] + from_offset[1]) + (from_offset[2] + from_offset[3]);
}

void network_slope(network *network, const network_signals *signals, const float weights[DIGITS],
                   float slope[PIXELS]) {
    network_flush(network);
    f32x4 back[HIDDEN_MAX / 4];
    float from_offset = split_back(network, signals, weights, back);
    uint16_t every[PIXELS];
    for (int i = 0; i < PIXELS; i++) every[i] = (uint16_t)i;
    vec_dot_each(slope, network->wih, every, PIXELS, back, network->V);
    for (int i = 0; i < PIXELS; i++) slope[i] = network->scale * (slope[i] + from_offset);
}

/* One pixel of each group, at random: a regular pattern would show in what the network imagines.
 * The choices repeat after NETWORK_REFRESH steps, so that a run needs no further state. */
static void choose_pixels(const network *network, ink_list *pixels) {
    random_generator random;
    random_seed(&random, (uint32_t)network->steps_since_refresh);
    uint32_t bits = 0;
    for (int i = 0; i < PIXELS; i += MOVED_ONE_IN, bits /= MOVED_ONE_IN) {
        if (bits < MOVED_ONE_IN) bits = random_bits(&random) | 1u << 31;
        pixels->pixel[pixels->count++] = (uint16_t)(i + bits % MOVED_ONE_IN);
    }
}

/* Moves the picture of a step before the network learns from it, and the hidden nodes' sums with
 * it. A pixel's slope, the sum over the hidden nodes of its weight times `back`, is positive where
 * more ink makes the answer better. */
static void move_picture(network *network, const float targets[DIGITS], f32x4 *sums) {
    int V = network->V;
    ink *picture = &network->pictures[network->next];
    network_signals signals;
    f32x4 back[HIDDEN_MAX / 4];
    memcpy(signals.hidden, sums, V * sizeof *sums);
    finish_query(network, &signals);
    float errors[DIGITS];
    for (int k = 0; k < DIGITS; k++) errors[k] = targets[k] - signals.outputs[k];
    float from_offset = split_back(network, &signals, errors, back);

    ink_list pixels = {0}, moved = {0};
    float slopes[PIXELS], change[PIXELS], far = network->rule.adversarial * FULL_INK;
    choose_pixels(network, &pixels);
    vec_dot_each(slopes, network->wih, pixels.pixel, pixels.count, back, V);
    for (int p = 0; p < pixels.count; p++) {
        int i = pixels.pixel[p];
        float amount = picture->amount[i], slope = slopes[p] + from_offset;
        float to = slope > 0 ? amount - far : slope < 0 ? amount + far : amount;
        picture->amount[i] = to < 0 ? 0 : to > FULL_INK ? FULL_INK : to;
        change[i] = picture->amount[i] - amount;
        moved.pixel[moved.count] = (uint16_t)i;
        moved.count += change[i] != 0;
    }
    vec_add_rows(sums, network->wih, moved.pixel, moved.count, change, V);
    float total = picture->total;
    ink_complete(picture);
    for (int v = 0; v < V; v++) sums[v] += (picture->total - total) * network->offset[v];
}

void network_train(network *network, const float targets[DIGITS], network_signals *signals) {
    int V = network->V;
    float rate = network->learning_rate;
    sum_and_flush(network, signals->hidden);
    if (network->rule.adversarial > 0) move_picture(network, targets, signals->hidden);
    finish_query(network, signals);

    float error[DIGITS], step[DIGITS];
    for (int k = 0; k < DIGITS; k++) {
        float o = signals->outputs[k];
        error[k] = targets[k] - o;
        step[k] = rate *
                  (error[k] * (network->rule.cross_entropy ? CROSS_ENTROPY_SLOPE : o * (1 - o))) /
                  network->scale;
    }
    f32x4 *delta = network->delta;
    vec_back_rows(delta, network->who, error, V);
    vec_step_rows(network->who, step, signals->hidden, V);
    float total = network->pictures[network->next].total + PIXELS * BACKGROUND;
    for (int v = 0; v < V; v++) {
        f32x4 h = signals->hidden[v];
        delta[v] = rate * (delta[v] * h * (1 - h));
        network->offset[v] += BACKGROUND * delta[v];
        network->background_sum[v] += BACKGROUND * total * delta[v];
    }
    network->scale *= 1 - rate * network->rule.decay;
    network->update_pending = true;
    network->next = !network->next;
    if (++network->steps_since_refresh == NETWORK_REFRESH) {
        network_flush(network);
        network_refresh(network);
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
