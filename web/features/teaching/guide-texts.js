import { msg } from '@lit/localize';

/**
 * What the guide says about the lesson's cards, in their order.
 *
 * @typedef {object} CardGuide
 * @property {number} minutes
 * @property {string} purpose
 * @property {string} ask the class
 * @property {string} reply what they will say
 * @property {string} answer
 */

/** @returns {CardGuide[]} */
export const cardGuides = () => [
  {
    minutes: 3,
    purpose: msg('A computer gets numbers, not lines.'),
    ask: msg(
      'How could you read your drawing out to a friend on the phone, so that they draw exactly the same?',
    ),
    reply: msg('A line down, a line across. Then: square by square.'),
    answer: msg(
      'Square by square is what the network gets: 784 numbers, row by row. Nobody tells it which squares are neighbours.',
    ),
  },
  {
    minutes: 3,
    purpose: msg('A node multiplies and adds up. It does nothing else.'),
    ask: msg('Look at the weights of your node. What would you draw to make it as bright as possible?'),
    reply: msg('Ink where it is blue.'),
    answer: msg(
      'Yes, and none where it is orange. What comes of it is hardly ever a digit: a node does not look for a digit, but for ink in some places.',
    ),
  },
  {
    minutes: 3,
    purpose: msg('The sum of a node becomes a number between 0 and 1.'),
    ask: msg('One node’s sum is 3, another’s is 30. How far apart are they after squashing?'),
    reply: msg('One is ten times as large.'),
    answer: msg(
      'They are almost the same: 0.95 and nearly 1. So no node can shout down all the others. And without squashing, two layers could do no more than one.',
    ),
  },
  {
    minutes: 3,
    purpose: msg('A new network knows nothing.'),
    ask: msg('This network has never seen a digit. How many of 100 digits will it read correctly?'),
    reply: msg('None. Or: half of them.'),
    answer: msg('About ten, because one guess in ten is right by chance. Compare every accuracy with that.'),
  },
  {
    minutes: 3,
    purpose: msg('How wrong an answer is can be said in numbers.'),
    ask: msg('We know which digit this is. What should each of the ten outputs be?'),
    reply: msg('1 for the right one, 0 for the others.'),
    answer: msg(
      'Nearly: 0.99 and 0.01, because squashing never quite gives 1 or 0. The error is the target minus the output. Above 0, it says “higher, please”; below 0, “lower”.',
    ),
  },
  {
    minutes: 4,
    purpose: msg('Errors travel back along the weights.'),
    ask: msg('An output is too low. Which hidden nodes are to blame, and which of them most?'),
    reply: msg('All of them alike. Or: the dark ones.'),
    answer: msg(
      'Each gets the error times its weight to that output: the larger the weight, the larger its share. Then it adds up its ten shares, one from each output. The worksheet does this by hand.',
    ),
  },
  {
    minutes: 3,
    purpose: msg('One step of learning changes very little.'),
    ask: msg('Why not change the weights so far that this digit is right at once?'),
    reply: msg('It would save time.'),
    answer: msg(
      'The next digit needs something else. A large step would spoil what was learned from the digits before.',
    ),
  },
  {
    minutes: 5,
    purpose: msg('Many small steps make a network that reads.'),
    ask: msg('Why do we test it on digits that it has never been shown?'),
    reply: msg('Otherwise it could know them by heart.'),
    answer: msg(
      'Just so, as in an exam. While it trains, watch the ten small pictures. At 90 %, ask which digits the others may be, and look under Mistakes.',
    ),
  },
  {
    minutes: 3,
    purpose: msg('A network only knows what it was shown.'),
    ask: msg('You read a tilted 4 at once. Why does the network not?'),
    reply: msg('It is not clever enough.'),
    answer: msg(
      'It has hardly met any tilted digits, and nobody told it that a tilted 4 is still a 4. If it is shown some, it learns them.',
    ),
  },
  {
    minutes: 4,
    purpose: msg('It does not see as we do.'),
    ask: msg('To us, the digit has hardly changed. What has changed for the network?'),
    reply: msg('Nothing much: a little dirt.'),
    answer: msg(
      'Every pixel has changed a little in the direction that counts, and 784 small changes add up. Where would that matter? Think of road signs and of cheques.',
    ),
  },
  {
    minutes: 4,
    purpose: msg('You can ask a network what it has learned.'),
    ask: msg('Nobody drew these ten pictures. Where do they come from?'),
    reply: msg('They are digits that it has stored.'),
    answer: msg(
      'It has stored none: all that it has are weights. The pictures show what these respond to most, and that is not always what we call a digit.',
    ),
  },
];

/** @returns {string[]} what a teacher wants to know before the lesson */
export const preparations = () => [
  msg(
    'Each pupil, or each pair, needs a laptop, tablet or phone with a browser of the last three years. There are no accounts, and no drawing leaves the machine.',
  ),
  msg(
    'Open a plan’s link on your own machine, then show its QR code, or send the link. Thirty people who open it get the very same network: the same starting weights, the same digits in the same order, the same result to the last digit, on fast machines and slow ones. So they can compare every number.',
  ),
  msg(
    'A machine loads 2 MB of test digits and 12 MB of training digits, once. Try it on a machine of your class the day before. Under “On this machine”, the page says whether it works without internet from then on.',
  ),
  msg('“Next card” always leads on, whether the task is done or not. To pass over cards, press it again.'),
];
