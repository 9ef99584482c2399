/* The order of flash cards, against the words that define it. */
#include <stdlib.h>

#include "cards.h"
#include "check.h"
#include "random.h"

enum { MOST = 300 };

/* What the definition needs to know of a card. */
typedef struct {
    bool seen;
    int box;
    uint32_t shown;
} memory;

static uint32_t rest(uint32_t deck, int box) {
    uint32_t wait = deck;
    for (int b = 1; b < box; b++) wait *= 2;
    return box == 0 ? deck / 8 : wait;
}

/* The card that the header says comes at this step. */
static int expected(const memory *cards, uint32_t deck, uint32_t step, int count, bool complete) {
    int first = CARDS_WAIT, fresh = CARDS_WAIT;
    int64_t most = 0;
    for (int box = 0; box < CARDS_BOXES; box++) {
        for (int c = 0; c < count; c++) {
            if (!cards[c].seen || cards[c].box != box) continue;
            int64_t overdue = (int64_t)step - (int64_t)cards[c].shown - (int64_t)rest(deck, box);
            if (first == CARDS_WAIT || overdue > most) {
                first = c;
                most = overdue;
            }
        }
    }
    for (int c = count - 1; c >= 0; c--)
        if (!cards[c].seen) fresh = c;
    if (first != CARDS_WAIT && most >= 0) return first;
    if (fresh != CARDS_WAIT) return fresh;
    return complete ? first : CARDS_WAIT;
}

/* A run over `count` cards that arrive bit by bit and are known with a probability. */
static void run(uint32_t seed, int count, uint32_t deck, double knows) {
    random_generator random;
    random_seed(&random, seed);
    memory twin[MOST] = {0};
    cards cards = {0};
    cards_start(&cards, deck);
    int arrived = 0;
    for (uint32_t step = 0; step < 4000;) {
        if (arrived < count && random_uniform(&random) < 0.3) arrived++;
        CHECK(cards_reserve(&cards, arrived), "no memory");
        bool complete = arrived == count;
        int wanted = expected(twin, deck, step, arrived, complete);
        int drawn = cards_draw(&cards, step, arrived, complete);
        CHECK(drawn == wanted, "step %u: card %d, not %d", step, drawn, wanted);
        if (drawn == CARDS_WAIT || drawn != wanted) {
            if (drawn != wanted) break;
            continue;
        }
        bool known = random_uniform(&random) < knows;
        memory *card = &twin[drawn];
        card->box = !known ? 0 : card->box < CARDS_BOXES - 1 ? card->box + 1 : card->box;
        card->shown = step;
        card->seen = true;
        cards_return(&cards, drawn, step, known);
        step++;
    }
    cards_free(&cards);
}

static void definition(void) {
    static const int COUNTS[] = {1, 2, 7, 40, MOST};
    for (uint32_t seed = 1; seed <= 5; seed++)
        for (size_t c = 0; c < sizeof COUNTS / sizeof *COUNTS; c++) {
            run(seed, COUNTS[c], (uint32_t)COUNTS[c], 0.8);
            run(seed, COUNTS[c], 5, 0.95);
            run(seed, COUNTS[c], 100000, 0.5);
        }
}

static void times(void) {
    cards cards = {0};
    cards_start(&cards, 1);
    CHECK(cards_reserve(&cards, 1), "no memory");
    for (uint32_t step = 0; step < 300; step++) {
        CHECK(cards_draw(&cards, step, 1, true) == 0, "another card");
        CHECK(cards.cards[0].times == step % 256, "shown %d times", cards.cards[0].times);
        cards_return(&cards, 0, step, true);
    }
    cards_free(&cards);
}

static void starting_anew(void) {
    cards cards = {0};
    CHECK(cards_reserve(&cards, 3), "no memory");
    for (int round = 0; round < 2; round++) {
        cards_start(&cards, 1000);
        CHECK(cards_draw(&cards, 0, 0, false) == CARDS_WAIT, "a card that has not arrived");
        for (uint32_t step = 0; step < 3; step++) {
            int drawn = cards_draw(&cards, step, 3, true);
            CHECK(drawn == (int)step, "round %d: card %d", round, drawn);
            CHECK(cards.cards[drawn].times == 0, "round %d: not new", round);
            cards_return(&cards, drawn, step, false);
        }
    }
    cards_free(&cards);
}

static void many(void) {
    cards cards = {0};
    cards_start(&cards, 5000);
    for (int count = 1; count <= 5000; count++) {
        CHECK(cards_reserve(&cards, count), "no memory");
        CHECK(cards.capacity >= count && cards.capacity < 2 * count + 1024, "memory for %d",
              cards.capacity);
        int drawn = cards_draw(&cards, (uint32_t)count, count, false);
        CHECK(drawn >= 0 && drawn < count, "card %d of %d", drawn, count);
        cards_return(&cards, drawn, (uint32_t)count, count % 2);
    }
    cards_free(&cards);
}

/* Cards of a run are sound; with any link of theirs changed they are not, and looking ends. */
static void soundness(void) {
    enum { COUNT = 12 };
    random_generator random;
    random_seed(&random, 9);
    cards cards = {0};
    cards_start(&cards, COUNT);
    CHECK(cards_are_sound(&cards), "none, and not sound");
    CHECK(cards_reserve(&cards, COUNT), "no memory");
    for (uint32_t step = 0; step < 500; step++) {
        int drawn = cards_draw(&cards, step, COUNT, true);
        cards_return(&cards, drawn, step, random_uniform(&random) < 0.5 + drawn / 24.0);
        CHECK(cards_are_sound(&cards), "not sound after step %u", step);
    }
    int filled = 0;
    for (int c = 0; c < COUNT; c++) {
        card *card = &cards.cards[c], kept = *card;
        for (int next = -2; next <= COUNT; next++) {
            card->next = next;
            CHECK(cards_are_sound(&cards) == (next == kept.next), "card %d before %d", c, next);
        }
        *card = kept;
        card->box = (uint8_t)((kept.box + 1) % CARDS_BOXES);
        CHECK(!cards_are_sound(&cards), "card %d in another box", c);
        *card = kept;
    }
    for (int b = 0; b < CARDS_BOXES; b++) {
        int first = cards.boxes[b].first, last = cards.boxes[b].last;
        filled += first >= 0;
        for (int index = -2; index <= COUNT; index++) {
            cards.boxes[b].first = index;
            CHECK(cards_are_sound(&cards) == (index == first), "box %d from %d", b, index);
            cards.boxes[b].first = first;
            cards.boxes[b].last = index;
            CHECK(cards_are_sound(&cards) == (index == last || first < 0), "box %d to %d", b,
                  index);
            cards.boxes[b].last = last;
        }
    }
    CHECK(filled >= 3, "%d boxes are filled", filled);
    cards_free(&cards);
}

int main(void) {
    check_case("the order is what the header says, while cards arrive and after");
    definition();
    check_case("a card knows how often it was shown");
    times();
    check_case("a new start forgets what was shown");
    starting_anew();
    check_case("there is memory for as many as arrive");
    many();
    check_case("each card is in exactly one box, or the cards are not sound");
    soundness();
    return check_end();
}
