import { ANSWERING } from './answering.js';
import { LEARNING } from './learning.js';
import { LIMITS } from './limits.js';

/**
 * The lesson: cards that drive the real page. To add a card, add an entry to one of the lists; cards are numbered by
 * their position. tests/page/lesson.test.js opens each card and checks that its target exists.
 *
 * @type {readonly import('./card.js').Card[]}
 */
export const CARDS = [...ANSWERING, ...LEARNING, ...LIMITS];
