/* The order of training records as on flash cards (S. Leitner, "So lernt man lernen", 1972): what
 * the network got wrong comes again soon, what it knew comes again later and later.
 *
 * Each record is a card. A card whose answer was wrong goes to box 0, any other one a box further
 * than it was. A card in box 0 rests for an eighth of the deck's size, in steps; in box 1 for the
 * deck's size; in each further box for twice as long as in the one before. Then it is due. All
 * cards of a box rest equally long, so each box is a queue, the card that was shown longest ago in
 * front.
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
    uint32_t shown; /* at which step it was last */
    uint8_t box;
    uint8_t times; /* it was shown, up to 255 and from 0 again */
} card;

typedef struct {
    card *cards;
    int room; /* cards there is memory for */
    int seen; /* cards 0..seen - 1 have been shown; the others are new */
    uint32_t deck;
    struct {
        int first, last; /* -1: empty */
    } boxes[CARDS_BOXES];
} cards;

/* Starts anew with a deck of so many cards, none of which has been shown. A zeroed `cards` has room
 * for none. */
void cards_start(cards *cards, uint32_t deck);
void cards_free(cards *cards);

/* Makes room for `count` cards. False: no memory; all is as it was. */
bool cards_reserve(cards *cards, int count);

/* Takes out the card for this step: the one most overdue; if none is due, a new one; or, all of
 * them being there, the one that will be due next. There is room for the `count` cards that have
 * arrived; CARDS_WAIT: the next one has not. */
int cards_draw(cards *cards, uint32_t step, int count, bool complete);

/* Whether each card that has been shown is in exactly one box: false only for cards that come from
 * elsewhere and are damaged. */
bool cards_are_sound(const cards *cards);

/* Puts a card back that was drawn for this step. */
void cards_return(cards *cards, int index, uint32_t step, bool known);

#endif
