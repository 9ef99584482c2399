#include "cards.h"

#include <stdlib.h>

void cards_start(cards *cards, uint32_t deck) {
    cards->seen = 0;
    cards->deck = deck;
    for (int b = 0; b < CARDS_BOXES; b++) cards->boxes[b].first = cards->boxes[b].last = -1;
}

void cards_free(cards *cards) {
    free(cards->cards);
    cards->cards = NULL;
    cards->capacity = 0;
}

bool cards_reserve(cards *cards, int count) {
    if (count <= cards->capacity) return true;
    int capacity = cards->capacity < 512 ? 1024 : 2 * cards->capacity;
    if (capacity < count) capacity = count;
    card *moved = realloc(cards->cards, (size_t)capacity * sizeof *moved);
    if (!moved) return false;
    cards->cards = moved;
    cards->capacity = capacity;
    return true;
}

/* Steps for which a card rests in a box. */
static uint32_t rest(const cards *cards, int box) {
    return box == 0 ? cards->deck / 8 : cards->deck << (box - 1);
}

/* Takes out the card at the front of a box. */
static int take(cards *cards, int box) {
    int index = cards->boxes[box].first;
    cards->boxes[box].first = cards->cards[index].next;
    return index;
}

int cards_draw(cards *cards, uint32_t step, int count, bool complete) {
    int64_t most_overdue = INT64_MIN;
    int box = 0;
    for (int b = 0; b < CARDS_BOXES; b++) {
        int first = cards->boxes[b].first;
        if (first < 0) continue;
        int64_t overdue = (int64_t)step - cards->cards[first].shown - rest(cards, b);
        if (overdue > most_overdue) {
            most_overdue = overdue;
            box = b;
        }
    }
    if (most_overdue >= 0) return take(cards, box);
    if (cards->seen < count) {
        cards->cards[cards->seen] = (card){0};
        return cards->seen++;
    }
    return complete ? take(cards, box) : CARDS_WAIT;
}

void cards_return(cards *cards, int index, uint32_t step, bool known) {
    card *card = &cards->cards[index];
    if (!known)
        card->box = 0;
    else if (card->box < CARDS_BOXES - 1)
        card->box++;
    card->shown = step;
    card->times++;
    card->next = -1;
    int *last = &cards->boxes[card->box].last, *first = &cards->boxes[card->box].first;
    if (*first < 0)
        *first = index;
    else
        cards->cards[*last].next = index;
    *last = index;
}

bool cards_are_sound(const cards *cards) {
    int found = 0;
    for (int b = 0; b < CARDS_BOXES; b++) {
        int index = cards->boxes[b].first, last = index;
        while (index != -1) {
            /* More cards found than there are: a queue is circular. */
            bool valid = index >= 0 && index < cards->seen && cards->cards[index].box == b;
            if (!valid || ++found > cards->seen) return false;
            last = index;
            index = cards->cards[index].next;
        }
        if (cards->boxes[b].first != -1 && cards->boxes[b].last != last) return false;
    }
    return found == cards->seen;
}
