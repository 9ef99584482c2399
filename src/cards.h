/* The order of training records as on flash cards (S. Leitner, "So lernt man lernen", 1972): what
 * the network got wrong comes back soon, what it knew comes back later and later.
 *
 * Each record is a card. A card that the network did not know goes to box 0; any other card moves
 * up one box. In box 0 a card rests for an eighth of the deck's size, in steps; in box 1 for the
 * deck's size; in each further box for twice as long as in the previous one. Then it is due. All
 * cards in a box rest equally long, so each box is a queue: the card at the front was shown first.
 *
 * The order depends on the answers alone: new cards are taken in the order of the records, which
 * may still be arriving.
 */
#ifndef GLASSBOX_CARDS_H
#define GLASSBOX_CARDS_H

#include <stdbool.h>
#include <stdint.h>

enum { CARDS_BOXES = 8, CARDS_WAIT = -1 };

typedef struct {
    int next;       /* card behind it in its box */
    uint32_t shown; /* step at which it was last shown */
    uint8_t box;
    uint8_t times; /* how often it was shown, modulo 256 */
} card;

typedef struct {
    card *cards;
    int capacity; /* allocated cards */
    int seen;     /* cards 0..seen - 1 have been shown; the others are new */
    uint32_t deck;
    struct {
        int first, last; /* -1: empty */
    } boxes[CARDS_BOXES];
} cards;

/* Starts with a deck of `deck` new cards. A zeroed `cards` is valid and has no memory for any. */
void cards_start(cards *cards, uint32_t deck);
void cards_free(cards *cards);

/* Allocates memory for `count` cards. False: out of memory; nothing has changed. */
bool cards_reserve(cards *cards, int count);

/* Takes out the card for this step: the most overdue card; if none is due, a new card; if there is
 * no new card and the cards are complete, the card that is due next. Needs memory for the `count`
 * cards that have arrived. CARDS_WAIT: the next new card has not arrived. */
int cards_draw(cards *cards, uint32_t step, int count, bool complete);

/* Whether each card that has been shown is in exactly one box. False only for cards that were read
 * from damaged data. */
bool cards_are_sound(const cards *cards);

/* Returns the card that was drawn for this step. */
void cards_return(cards *cards, int index, uint32_t step, bool known);

#endif
