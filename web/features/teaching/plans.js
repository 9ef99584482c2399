import { msg } from '@lit/localize';

/**
 * The lesson plans.
 *
 * @typedef {object} Plan
 * @property {number} minutes
 * @property {string} title
 * @property {string} setup what its link sets up, in words
 * @property {{ minutes: number, text: string }[]} steps
 * @property {PlanLink} link
 *
 * @typedef {object} PlanLink what the link opens: the lesson's first card, with these settings
 * @property {string} recipe
 * @property {number} seed any number, but the same for the whole class
 * @property {number | null} speed records per second; null: full speed
 * @property {import('../../app/routes.js').Part[]} hide
 */

/** What no lesson needs. @type {PlanLink['hide']} */
const ASIDE = ['settings', 'files', 'network', 'machine', 'download'];

/** @returns {Plan[]} */
export const plans = () => [
  {
    minutes: 20,
    title: msg('A network learns'),
    setup: msg('Recipe Quick, seed 20, at full speed.'),
    link: { recipe: 'quick', seed: 20, speed: null, hide: [...ASIDE, 'collection'] },
    steps: [
      {
        minutes: 3,
        text: msg(
          'Everyone draws digits. The network that comes with the page reads them. Who can draw one that it misreads?',
        ),
      },
      { minutes: 3, text: msg('Card 1: what the network gets.') },
      { minutes: 3, text: msg('Card 4: a new network guesses.') },
      { minutes: 5, text: msg('Card 8: it learns, in seconds.') },
      { minutes: 4, text: msg('Card 10: it is fooled.') },
      { minutes: 2, text: msg('To close: what has it learned, and what has it not?') },
    ],
  },
  {
    minutes: 45,
    title: msg('How a network learns'),
    setup: msg('Recipe Quick, seed 45, at full speed.'),
    link: { recipe: 'quick', seed: 45, speed: null, hide: [...ASIDE, 'collection'] },
    steps: [
      {
        minutes: 4,
        text: msg(
          'Everyone draws digits. The network that comes with the page reads them. Who can draw one that it misreads?',
        ),
      },
      { minutes: 12, text: msg('Cards 1 to 4: from the picture to the answer.') },
      { minutes: 10, text: msg('Cards 5 to 7: from the error to one step of learning.') },
      { minutes: 5, text: msg('Card 8: many steps.') },
      { minutes: 11, text: msg('Cards 9 to 11: what it knows, and what it does not.') },
      { minutes: 3, text: msg('To close: nobody told it what a 7 looks like. Where is its knowledge?') },
    ],
  },
  {
    minutes: 90,
    title: msg('A network learns, by hand and by machine'),
    setup: msg('Recipe Backtrack, seed 90, at one record per second. Print the worksheet before.'),
    link: { recipe: 'backtrack', seed: 90, speed: 1, hide: ASIDE },
    steps: [
      { minutes: 5, text: msg('Everyone draws digits. The network that comes with the page reads them.') },
      { minutes: 12, text: msg('Cards 1 to 4: from the picture to the answer.') },
      { minutes: 10, text: msg('Worksheet, forward, in pairs: one takes node A, the other node B.') },
      { minutes: 7, text: msg('Cards 5 and 6: errors, and who is to blame.') },
      { minutes: 15, text: msg('Worksheet, back. Compare with the solution.') },
      {
        minutes: 5,
        text: msg('Card 7, then Train, one record per second: before each one, say which bars will grow.'),
      },
      { minutes: 5, text: msg('Card 8: at full speed.') },
      { minutes: 8, text: msg('Look closer, Mistakes: each picks one, and says why it is misread.') },
      {
        minutes: 12,
        text: msg(
          'Your class: collect the digits of all, and test the network on them. How does that compare with MNIST?',
        ),
      },
      { minutes: 11, text: msg('Cards 9 to 11: what it knows, and what it does not.') },
    ],
  },
];
