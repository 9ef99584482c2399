#include "network.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "elementary.h"
#include "random.h"

bool network_init(network *network, int hidden_nodes, float learning_rate) {
    size_t V = ((size_t)hidden_nodes + 3) / 4;
    size_t vectors = (PIXELS + 1 + 1 + DIGITS) * V;
    /* sizeof(f32x4) is also its alignment, so the size is the multiple that aligned_alloc wants. */
    f32x4 *memory = aligned_alloc(sizeof(f32x4), vectors * sizeof(f32x4));
    if (!memory) return false;
    memset(memory, 0, vectors * sizeof(f32x4));
    network->hidden_nodes = hidden_nodes;
    network->V = (int)V;
    network->learning_rate = learning_rate;
    network->steps_since_refresh = 0;
    network->wih = memory;
    network->common = network->wih + PIXELS * V;
    network->blank = network->common + V;
    network->who = network->blank + V;
    return true;
}

void network_free(network *network) {
    free(network->wih);
    network->wih = NULL;
}

/* Stored weights as plain floats: 4 V in a row. */
static float *floats(f32x4 *vectors) {
    return (float *)vectors;
}

static void refresh_blank(network *network) {
    int V = network->V;
    for (int v = 0; v < V; v++) {
        f32x4 sum = {0};
        for (int i = 0; i < PIXELS; i++) sum += network->wih[i * V + v] + network->common[v];
        network->blank[v] = BACKGROUND * sum;
    }
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
            floats(network->who)[k * width + j] = (float)(random_normal(&random) * deviation);
    memset(network->common, 0, (size_t)V * sizeof(f32x4));
    refresh_blank(network);
}

void network_query(const network *network, const ink *picture, network_signals *signals) {
    int V = network->V;
    f32x4 *hidden = signals->hidden;
    for (int v = 0; v < V; v++) hidden[v] = network->blank[v] + picture->total * network->common[v];
    vec_add_rows(hidden, network->wih, picture->pixel, picture->amount, picture->count, V);
    vec_sigmoid(hidden, V);
    for (int j = network->hidden_nodes; j < 4 * V; j++) floats(hidden)[j] = 0;

    f32x4 outputs[3] = {0};
    vec_dot_rows(floats(outputs), network->who, hidden, V);
    vec_sigmoid(outputs, 3);
    memcpy(signals->outputs, outputs, sizeof signals->outputs);
}

void network_train(network *network, const ink *picture, const float targets[DIGITS],
                   network_signals *signals) {
    int V = network->V;
    float rate = network->learning_rate;
    network_query(network, picture, signals);

    float error[DIGITS], step[DIGITS];
    for (int k = 0; k < DIGITS; k++) {
        float o = signals->outputs[k];
        error[k] = targets[k] - o;
        step[k] = rate * (error[k] * o * (1 - o));
    }
    f32x4 delta[HIDDEN_MAX / 4];
    vec_split_back(delta, network->who, error, step, signals->hidden, V);
    float inputs_total = picture->total + PIXELS * BACKGROUND;
    for (int v = 0; v < V; v++) {
        f32x4 h = signals->hidden[v];
        delta[v] = rate * (delta[v] * h * (1 - h));
        network->common[v] += BACKGROUND * delta[v];
        network->blank[v] += BACKGROUND * inputs_total * delta[v];
    }
    vec_add_outer(network->wih, picture->pixel, picture->amount, delta, picture->count, V);
    if (++network->steps_since_refresh == NETWORK_REFRESH) refresh_blank(network);
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

/* Scales n values to 0.01..0.99 by the smallest and the largest of them. */
static void rescale(double *values, int n) {
    double low = values[0], high = values[0];
    for (int i = 1; i < n; i++) {
        if (values[i] < low) low = values[i];
        if (values[i] > high) high = values[i];
    }
    for (int i = 0; i < n; i++)
        values[i] = high > low ? (values[i] - low) / (high - low) * 0.98 + 0.01 : 0.5;
}

void network_backquery(const network *network, const float targets[DIGITS], float inputs[PIXELS]) {
    /* In double: once in a while, so it costs nothing, and min-max scaling magnifies errors. */
    int n = network->hidden_nodes, width = 4 * network->V;
    double hidden[HIDDEN_MAX] = {0}, picture[PIXELS];
    for (int k = 0; k < DIGITS; k++) {
        double signal = elementary_logit(targets[k]);
        for (int j = 0; j < n; j++) hidden[j] += floats(network->who)[k * width + j] * signal;
    }
    rescale(hidden, n);
    double shared = 0;
    for (int j = 0; j < n; j++) {
        hidden[j] = elementary_logit(hidden[j]);
        shared += floats(network->common)[j] * hidden[j];
    }
    for (int i = 0; i < PIXELS; i++) {
        picture[i] = shared;
        for (int j = 0; j < n; j++) picture[i] += floats(network->wih)[i * width + j] * hidden[j];
    }
    rescale(picture, PIXELS);
    for (int i = 0; i < PIXELS; i++) inputs[i] = (float)picture[i];
}

void network_get_weights(const network *network, float *wih, float *who) {
    int n = network->hidden_nodes, width = 4 * network->V;
    for (int j = 0; j < n; j++)
        for (int i = 0; i < PIXELS; i++)
            wih[j * PIXELS + i] = floats(network->wih)[i * width + j] + floats(network->common)[j];
    for (int k = 0; k < DIGITS; k++)
        for (int j = 0; j < n; j++) who[k * n + j] = floats(network->who)[k * width + j];
}

bool network_set_weights(network *network, int hidden_nodes, const float *wih, const float *who) {
    struct network fresh;
    if (!network_init(&fresh, hidden_nodes, network->learning_rate)) return false;
    int n = hidden_nodes, width = 4 * fresh.V;
    for (int j = 0; j < n; j++)
        for (int i = 0; i < PIXELS; i++) floats(fresh.wih)[i * width + j] = wih[j * PIXELS + i];
    for (int k = 0; k < DIGITS; k++)
        for (int j = 0; j < n; j++) floats(fresh.who)[k * width + j] = who[k * n + j];
    refresh_blank(&fresh);
    network_free(network);
    *network = fresh;
    return true;
}
