/* The network: 784 inputs, hidden nodes, 10 outputs; sigmoids, no biases; trained one record at a
 * time. It is the network of the notebook, which follows T. Rashid, "Make Your Own Neural Network"
 * (2016):
 *
 *   hidden  = sigmoid(wih . inputs)              wih (hidden_nodes, 784)
 *   outputs = sigmoid(who . hidden)              who (10, hidden_nodes)
 *   e_out   = targets - outputs
 *   e_hid   = who^T . e_out                      before who changes
 *   wih    += lr * (e_hid * hidden * (1 - hidden)) inputs^T
 *   who    += lr * (e_out * outputs * (1 - outputs)) hidden^T
 *
 * e_hid lacks the factor outputs * (1 - outputs): who follows the gradient of squared error, wih
 * that of cross-entropy. The notebook does so, and it learns well. With `cross_entropy` on, who
 * follows cross-entropy, too: a constant, 1/3, replaces outputs * (1 - outputs), which is 1/4 at
 * most and close to 0 where an output is confident and wrong.
 *
 * Exact sparsity. Inputs are 0.01 + amount, and most amounts are 0 (ink.h). So
 *
 *   wih . inputs = wih . amounts + 0.01 * (sum of wih's row),
 *
 * and the part of an update that comes from the 0.01 is the same number for all of a node's 784
 * weights. That number is stored separately (`offset`: a true weight is the stored one plus the
 * offset), and so is 0.01 times the sum of each row (`background_sum`). So a step touches only
 * inked pixels. The sum is recomputed every NETWORK_REFRESH steps, so that rounding errors cannot
 * add up.
 *
 * Decay. All weights shrink by the same factor at every step. So they are stored without it, and
 * the product of the factors once: `scale`. Where the sums are recomputed, it is multiplied into
 * the weights.
 *
 * Adversarial training. A step may first move pixels of its picture against its own answer, each by
 * the same amount in the direction that makes the answer worse (the fast gradient sign method: I.
 * Goodfellow, J. Shlens, C. Szegedy, "Explaining and Harnessing Adversarial Examples", 2015), and
 * learn from the moved picture. Such a network imagines pictures that people can read. A step moves
 * one pixel in each group of eight, chosen at random; so most pixels stay background.
 *
 * Pending update. A step leaves its change of wih pending. The next step applies it in the same
 * pass over the weights as its own query, which saves a pass where both pictures have ink. All
 * other functions flush it first. In either case a step's query first sums the pixels that it
 * shares with the previous picture, so queries between two steps do not change a bit of the result.
 *
 * The caller owns a network and calls network_free. Nothing here prints, exits or keeps state
 * elsewhere.
 */
#ifndef GLASSBOX_NETWORK_H
#define GLASSBOX_NETWORK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ink.h"
#include "vec.h"

enum { DIGITS = 10, NO_DIGIT = DIGITS, HIDDEN_MAX = 1024, NETWORK_REFRESH = 1024 };

/* How a step differs from the notebook's, which is all 0. */
typedef struct {
    bool cross_entropy;
    float adversarial; /* by how much of full ink a step moves pixels; 0: no pixel */
    float decay;       /* times the learning rate: the share of each weight that a step takes off */
} network_rule;

typedef struct network {
    int hidden_nodes;
    int V; /* vectors in a row of hidden nodes, even; weights of the padding nodes stay 0 */
    float learning_rate; /* of the next step */
    network_rule rule;
    float scale; /* a true weight is the stored one times this */
    int steps_since_refresh;
    f32x4 *wih;    /* (784, V): a row is one pixel's weights to all hidden nodes, less `offset` */
    f32x4 *offset; /* (V): what all 784 weights of a node have on top of those in wih */
    f32x4 *background_sum; /* (V): 0.01 * the sum of a node's 784 true weights */
    f32x4 *who;   /* (V, 10): weights from the same four nodes to the ten outputs are adjacent */
    f32x4 *delta; /* (V): the last step's change of wih per unit of the last picture's amounts */
    bool update_pending; /* whether delta has still to be added */
    ink pictures[2];
    int next; /* index of the next step's picture; the other is the last step's */
} network;

/* The answers of all nodes in one query. */
typedef struct {
    f32x4 hidden[HIDDEN_MAX / 4];
    float outputs[DIGITS];
} network_signals;

/* Allocates a network of 1..1024 hidden nodes, all weights 0. False: no memory, nothing to free. */
bool network_init(network *network, int hidden_nodes, float learning_rate);

/* Makes a copy with its own memory. From here on it gives the same bits as the original would.
 * False: no memory, nothing to free. */
bool network_copy(network *copy, const network *original);
void network_free(network *network);

/* Bytes of its arrays, which lie in one block: wih, offset, background_sum, delta, who. */
size_t network_arrays_size(const network *network);

/* Starting weights from the seed: wih from N(0, 784^-1/2), then who from N(0, hidden_nodes^-1/2),
 * both in the notebook's row-major order. */
void network_randomize(network *network, uint32_t seed);

/* Computes all signals for a picture. */
void network_query(network *network, const ink *picture, network_signals *signals);

/* The buffer for the next step's picture, which the caller fills. */
ink *network_next_picture(network *network);

/* The last step's picture, as it was moved. */
const ink *network_last_picture(const network *network);

/* One step of the notebook's train() with the next picture: query, errors, update. `signals` gets
 * the answer before the update, to the picture as it was moved. */
void network_train(network *network, const float targets[DIGITS], network_signals *signals);

/* The slope of a weighted sum of the outputs' logits, by each pixel, where a query gave these
 * signals. With the errors as weights it is that of cross-entropy, downhill. */
void network_slope(network *network, const network_signals *signals, const float weights[DIGITS],
                   float slope[PIXELS]);

/* The targets for a label 0..9: 0.01, and 0.99 at the label. For NO_DIGIT: 0.01 everywhere. */
void network_targets(float targets[DIGITS], int label);

/* The digit of the largest output; the smaller digit when two are equal. */
int network_answer(const float outputs[DIGITS]);

/* The mean over the ten outputs of (target - output)^2. */
double network_error(const float outputs[DIGITS], const float targets[DIGITS]);

/* Applies the pending update of wih, for code that reads the arrays. */
void network_flush(network *network);

/* Multiplies the scale into the weights and recomputes the sums, where no update is pending. */
void network_refresh(network *network);

/* Copies the weights out, row-major as in the notebook: wih (hidden_nodes, 784),
 * who (10, hidden_nodes). */
void network_get_weights(network *network, float *wih, float *who);

/* Copies weights in, for any number of hidden nodes 1..1024. False: no memory; nothing changed. */
bool network_set_weights(network *network, int hidden_nodes, const float *wih, const float *who);

/* The network's numbers, for a copy of it in another module, which answers with the same bits but
 * would learn otherwise. `numbers` holds network_packed_count() of them. */
size_t network_packed_count(const network *network);
void network_pack(network *network, float *numbers);

typedef enum {
    NETWORK_UNPACKED,
    NETWORK_NOT_PACKED, /* another count than such a network has */
    NETWORK_NO_MEMORY
} network_unpack_status;

/* Takes packed numbers. On an error nothing has changed. */
network_unpack_status network_unpack(network *network, const float *numbers, size_t count);

#endif
