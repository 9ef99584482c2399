import { msg, str } from '@lit/localize';
import { largest } from '../../shared/ranking.js';
import { targetsFor } from '../../shared/targets.js';
import { decimal, signed, whole } from '../../ui/format.js';
import { picture } from '../../ui/picture.js';
import {
  aboutAccuracy,
  awaitingRecord,
  hidesTraining,
  isDark,
  recordAgain,
  showNow,
  showRecord,
} from './card.js';
import { hasBegunAgain, hasLearned, run } from './state.js';

/** @typedef {import('./card.js').State} State */
/** @typedef {import('./card.js').Run} Run */

/** The accuracy at which a network has clearly learned. Guessing gives 0.1. */
const LEARNED = 0.9;

/** The number of steps up to which a network still guesses. */
const FEW = 10;

/** The microscope's page on which errors are sent back, from 0. */
const SPLIT = 6;

/** Cards on how a network learns. @type {readonly import('./card.js').Card[]} */
export const LEARNING = [
  {
    title: () => msg('Error'),
    text: () =>
      msg(
        'To learn, the network needs to know what is right. The stage shows a digit, and we know which one it is. Its output has the target 0.99, the nine others 0.01. An output’s error is its target minus the output.',
      ),
    task: () => msg('Pick one of the ten bars.'),
    target: '.outputs ol',
    prepare: showRecord,
    done: ({ stage: { pinned, answer } }) => pinned?.kind === 'output' && (answer?.label ?? null) !== null,
    almost: awaitingRecord,
    buttons: recordAgain,
    live({ stage: { pinned, answer } }) {
      if (pinned?.kind !== 'output' || (answer?.label ?? null) === null || !answer) return '';
      const [value, target] = [answer.outputs[pinned.index], targetsFor(Number(answer.label))[pinned.index]];
      return msg(
        str`Error of output ${pinned.index}: ${decimal(target)} − ${decimal(value)} = ${signed(target - value)}`,
      );
    },
    // On a phone, it is out of sight beside the bars.
    shows: ({ stage: { answer } }) => picture('', answer?.pixels ?? null, { full: 255 }),
    after: () =>
      msg(
        'Above zero, the error says that the output should be higher; below zero, that it should be lower. The further it is from zero, the more there is to learn from this digit.',
      ),
  },
  {
    title: () => msg('Blame'),
    text: () =>
      msg(
        'Which hidden nodes are to blame for an error? The larger a node’s weight to an output, the larger its share of that output’s error. So errors travel backwards along the weights. This is called backpropagation.',
      ),
    task: () =>
      msg(
        'Pick a bright hidden node, and see what it gets back from the output to which its weight is strongest.',
      ),
    target: '[data-field="node"]',
    prepare(page, state) {
      showRecord(page, state);
      page.openTab('microscope');
      page.turnTo(SPLIT);
    },
    done: (state) => isDark(state) === false && (state.stage.answer?.label ?? null) !== null,
    almost: (state) =>
      awaitingRecord(state) ||
      (isDark(state) ? msg('That node is dark. Find a brighter one, from 0.5.') : ''),
    buttons: recordAgain,
    live({ stage: { pinned, answer } }) {
      if (pinned?.kind !== 'node' || (answer?.label ?? null) === null || !answer) return '';
      const { outputs, hidden, who, label } = answer;
      const weights = Array.from(outputs, (_, output) => who[output * hidden.length + pinned.index]);
      const output = largest(weights.map(Math.abs));
      const weight = weights[output];
      const error = targetsFor(Number(label))[output] - outputs[output];
      return msg(
        str`Node ${whole(pinned.index + 1)} from output ${output}: ${signed(weight)} × ${signed(error)} = ${signed(weight * error)}`,
      );
    },
    after: () =>
      msg(
        'The node gets back its weight to the output times that output’s error. It gets such a share from each of the ten outputs. Added up, they say whether the node should have been brighter or darker.',
      ),
  },
  {
    title: () => msg('A small step'),
    text: () =>
      msg(
        'Now every weight changes a little, in the direction that makes the errors smaller. It changes only a little, because the next digit needs something else. The learning rate sets how much.',
      ),
    task: (state) =>
      isOver(state)
        ? msg(
            'This network has made all its steps. Have a new one make its first. This one is then gone for good.',
          )
        : msg('Press Step to show the network one digit.'),
    target: '.training .controls, .strip',
    prepare(page, state) {
      // A finished run cannot make another step, and one that goes on makes too many.
      if (run(state).done) showNow(page, state);
      if (run(state).active) page.pause();
    },
    done: (state, start) => hasLearned(state, start) && !run(state).active,
    live: aboutStep,
    after: (state) =>
      run(state).step <= FEW
        ? msg(
            str`Every weight has changed a little to suit this one digit. But the accuracy on ${testDigits(state)} other digits is still about a tenth, no better than guessing. Learning takes many steps.`,
          )
        : msg(
            'Every weight has changed a little to suit this one digit. That can help other digits or hurt them. Only many steps together raise the accuracy.',
          ),
    buttons(state) {
      if (isOver(state)) return [{ label: msg('Reset and step'), does: startAgain('step') }];
      return hidesTraining(state) ? [{ label: msg('Step'), does: (page) => page.step() }] : [];
    },
  },
  {
    title: () => msg('Again and again'),
    text: (state) =>
      msg(
        str`Many small steps add up. The network can learn from ${trainingDigits(state)} digits and may see each of them several times. Now and then it is tested on ${testDigits(state)} other digits. The share that it reads correctly is its accuracy.`,
      ),
    task(state) {
      if (isLearned(state))
        return msg(
          'This network has learned already. Watch a new one learn. This one is then gone for good.',
        );
      return run(state).active ? msg('Watch the accuracy.') : msg('Press Train and watch the accuracy.');
    },
    target: '.training .controls, .strip',
    prepare(page, state) {
      if (run(state).done) showNow(page, state);
      page.changeSpeed(Number.POSITIVE_INFINITY);
    },
    done: (state, start, page) =>
      hasLearned(state, start) && !isLearned(state) && (page.latestScore(state)?.accuracy ?? 0) >= LEARNED,
    live: aboutAccuracy,
    after: () =>
      msg(
        'The network had never been shown any of the digits on which it is tested. Nobody told it what a 7 looks like: all it learned is in the weights.',
      ),
    buttons(state) {
      if (isLearned(state)) return [{ label: msg('Reset and train'), does: startAgain('train') }];
      return hidesTraining(state) ? [{ label: msg('Train'), does: (page) => page.train() }] : [];
    },
  },
];

/** How many digits there are to learn from: MNIST's, until there are others. @param {State} state */
const trainingDigits = ({ records: { train }, choice: { settings } }) =>
  whole(Math.min(train.loaded?.records ?? 60_000, settings.records || Number.POSITIVE_INFINITY));

/** How many the network is tested on. @param {State} state */
const testDigits = ({ records: { test } }) => whole(test.loaded?.records ?? 10_000);

/** @type {NonNullable<import('./card.js').Card['live']>} */
function aboutStep(state, page) {
  const accuracy = aboutAccuracy(state, page);
  const shown = msg(str`Steps made: ${whole(run(state).step)}`);
  return accuracy ? `${shown}. ${accuracy}` : shown;
}

/**
 * Whether the run had made all its steps when the card was opened, and no other has begun.
 *
 * @param {State} state
 */
function isOver(state) {
  const start = state.lesson.task?.start;
  return Boolean(start?.done) && !hasBegunAgain(state, /** @type {Run} */ (start));
}

/**
 * Whether there was nothing more to wait for when the card was opened, and no other run has begun: the network had
 * learned, and it goes on without the visitor, or is finished.
 *
 * @param {State} state
 */
function isLearned(state) {
  const start = state.lesson.task?.start;
  if (!start || hasBegunAgain(state, start)) return false;
  return start.done || (start.active && (start.scores.at(-1)?.accuracy ?? 0) >= LEARNED);
}

/** Has another run begin. @param {'step' | 'train'} how @returns {import('./card.js').Button['does']} */
const startAgain = (how) => (page) => {
  page.reset();
  page[how]();
};
