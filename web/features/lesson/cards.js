import { largest } from '../../shared/ranking.js';
import { TARGET_HIGH, TARGET_LOW, targetsFor } from '../../shared/targets.js';
import { aDigit, decimal, percent, pixelName, signed, whole } from '../../ui/format.js';
import { activation, index, input, readAt, showDrawing, showNow, showRecord } from './card.js';
import { hasLearned, run } from './state.js';
import { tilt, tilted, tiltWords } from './tilt.js';

/**
 * The lesson: cards that drive the real page. To add a card, add an entry to the list; cards are numbered by their
 * position. tests/page/lesson.test.js opens each card and checks that its target exists.
 */

/** The accuracy at which a network has clearly learned. Guessing gives 0.1. */
const LEARNED = 0.9;

/** A node below this is dark: rounded to two decimals, it is less than 0.50. */
const DARK = 0.495;

/** The number of steps up to which a network still guesses. */
const FEW = 10;

/** The microscope's page on which errors are sent back, from 0. */
const SPLIT = 6;

/** @type {readonly import('./card.js').Card[]} */
export const CARDS = [
  {
    title: 'A picture is 784 numbers',
    text:
      'A computer does not see lines or curves. It cuts the drawing into 28 rows of 28 small squares, called ' +
      'pixels. For each pixel it writes down a number, from 0.01 (empty paper) to 1 (full ink).',
    task: 'Click or tap a pixel among the 784 inputs.',
    target: '[data-field="pixel"]',
    result: '.readout',
    prepare: showDrawing,
    done: ({ stage: { pinned, answer } }) => pinned?.kind === 'pixel' && answer !== null,
    after: ({ stage: { pinned, answer } }) =>
      `That pixel (${pixelName(index(pinned))}) is the number ${decimal(input(answer, index(pinned)))}. ` +
      'Below the stage you see how this number comes from the ink, and which hidden nodes it changes most.',
  },
  {
    title: 'A weighted sum',
    text:
      'Each light on the stage is a hidden node. It multiplies the 784 numbers by weights and adds up the results. ' +
      'Where a weight is blue, ink raises the sum. Where it is orange, ink lowers the sum.',
    task: 'Pick one of the hidden nodes.',
    target: '[data-field="node"]',
    result: '.readout',
    prepare: showDrawing,
    done: ({ stage: { pinned, answer } }) => pinned?.kind === 'node' && answer !== null,
    after: ({ stage: { pinned } }) =>
      `Below the stage you see the 784 weights of node ${whole(index(pinned) + 1)} as a picture. ` +
      'The lines on the stage lead to the pixels that change its sum most.',
  },
  {
    title: 'Squashing',
    text:
      'A sum can be any number, such as −7 or +12. So the node squashes it: far below zero becomes almost 0, zero ' +
      'becomes 0.5, and far above zero becomes almost 1. The brighter a node, the closer it is to 1.',
    task: 'Pick a dark node, one below 0.5.',
    target: '[data-field="node"]',
    result: '.readout',
    prepare: showDrawing,
    done: ({ stage: { pinned, answer } }) =>
      pinned?.kind === 'node' && activation(answer, pinned.index) < DARK,
    almost: ({ stage: { pinned, answer } }) =>
      pinned?.kind === 'node' && answer
        ? `That node is ${decimal(activation(answer, pinned.index))}. Find a darker one, below 0.5.`
        : '',
    after: ({ stage: { pinned, answer } }) =>
      `Its sum is below zero, so it passes on only ${decimal(activation(answer, index(pinned)))}. This ` +
      'kind of squashing is called sigmoid. Below the stage you see its numbers.',
  },
  {
    title: 'Guessing',
    text:
      'The ten outputs do the same with the hidden nodes: a weighted sum, squashed. The longest bar is the ' +
      'network’s prediction. A new network has random weights, so it can only guess.',
    task: 'Look at the network before it was shown any record. Nothing gets lost.',
    target: '.outputs ol',
    prepare(page, state) {
      showNow(page, state);
      showDrawing(page, state);
    },
    done: (state) => run(state).viewedStep === 0,
    after: () =>
      'This is the network before any record: its weights are random numbers. Whatever you draw, all ten bars are ' +
      'of medium length, and it is chance which one is the longest. This network stays for the next two cards.',
    buttons: [{ label: 'Before any record', does: (page) => page.rewind(0) }],
  },
  {
    title: 'Error',
    text:
      'To learn, the network needs to know what is right. The stage shows a digit, and we know which one it is. ' +
      'Its output has the target 0.99, the nine others 0.01. An output’s error is its target minus the output.',
    task: 'Pick one of the ten bars.',
    target: '.outputs ol',
    result: '.readout',
    prepare: showRecord,
    done: ({ stage: { pinned, answer } }) => pinned?.kind === 'output' && (answer?.label ?? null) !== null,
    after: ({ stage: { pinned, answer } }) => {
      const [output, value] = [index(pinned), answer?.outputs[index(pinned)] ?? 0];
      const target = answer?.label === output ? TARGET_HIGH : TARGET_LOW;
      const error = target - value;
      return error > 0
        ? `Output ${output} is ${decimal(value)}, and its target is ${decimal(target)}. So its error is ${signed(error)}: it should be higher.`
        : `Output ${output} is ${decimal(value)}, and its target is ${decimal(target)}. So its error is ${signed(error)}: it should be lower.`;
    },
  },
  {
    title: 'Blame',
    text:
      'Which hidden nodes are to blame for an error? The larger a node’s weight to an output, the larger its share ' +
      'of that output’s error. So errors travel backwards along the weights. This is called backpropagation.',
    task: 'Pick a bright hidden node. Its ten small bars show its number times each of its ten weights.',
    target: '[data-field="node"]',
    result: '.readout',
    prepare(page, state) {
      showRecord(page, state);
      page.openTab('microscope');
      page.turnTo(SPLIT);
    },
    done: ({ stage: { pinned, answer } }) => pinned?.kind === 'node' && (answer?.label ?? null) !== null,
    after({ stage: { pinned, answer } }) {
      if (!answer) return '';
      const { outputs, hidden, who, label } = answer;
      const weights = Array.from(outputs, (_, output) => who[output * hidden.length + index(pinned)]);
      const output = largest(weights.map(Math.abs));
      const weight = weights[output];
      const error = targetsFor(Number(label))[output] - outputs[output];
      return (
        `Its longest bar is for output ${output}, where its weight is strongest: ${signed(weight)}. The error of that ` +
        `output is ${signed(error)}, so the node gets back ${signed(weight)} × ${signed(error)} = ` +
        `${signed(weight * error)}. It gets such a share from each of the ten outputs.`
      );
    },
  },
  {
    title: 'A small step',
    text:
      'Now every weight changes a little, in the direction that makes the errors smaller. It changes only a little, ' +
      'because the next digit needs something else. The learning rate sets how much.',
    task: 'Press Step to show the network one more digit.',
    target: '.training .controls, .strip',
    result: '.training .score, .strip',
    prepare(page, state) {
      // A finished run cannot make another step.
      if (run(state).done) showNow(page, state);
    },
    done: (state, start) => run(state).done || hasLearned(state, start),
    after(state) {
      const { done, step } = run(state);
      if (done)
        return 'This network has already made all its steps. Press Reset to get a new one, then press Step.';
      return step <= FEW
        ? 'Every weight has changed a little to suit this one digit. But the accuracy on 10,000 other digits is still about a tenth, no better than guessing. Learning takes many steps.'
        : 'Every weight has changed a little to suit this one digit. That can help other digits or hurt them. Only many steps together raise the accuracy.';
    },
    stead: [{ label: 'Step', does: (page) => page.step() }],
  },
  {
    title: 'Again and again',
    text:
      'Many small steps add up. The network can learn from 60,000 digits and may see each of them several times. ' +
      'Now and then it is tested on 10,000 other digits. The share that it reads correctly is its accuracy.',
    task: 'Press Train and watch the accuracy.',
    target: '.training, .strip',
    prepare(page, state) {
      if (run(state).done) showNow(page, state);
      page.changeSpeed(Number.POSITIVE_INFINITY);
    },
    done: (state, start, page) =>
      (run(state).done || hasLearned(state, start)) && (page.latestScore(state)?.accuracy ?? 0) >= LEARNED,
    almost(state, page) {
      const score = page.latestScore(state);
      return run(state).active && score ? `The accuracy is ${percent(score.accuracy)} so far.` : '';
    },
    after(state, page) {
      const score = page.latestScore(state);
      if (!score) return '';
      return (
        `At step ${whole(score.step)}, the network read ${percent(score.accuracy)} of the other digits correctly. It had ` +
        'never been shown any of them. Nobody told it what a 7 looks like: all it learned is in the weights.'
      );
    },
    stead: [{ label: 'Train', does: (page) => page.train() }],
  },
  {
    title: 'Tilting the page',
    text:
      'A network only knows what it was shown, but many people write at a slant. So some recipes show each digit ' +
      'three times: as it is, and turned by 10° to each side. To the network, these are new digits.',
    task: 'Tilt the drawing again and again. When does the prediction change?',
    target: '.pad',
    prepare(page, state) {
      showNow(page, state);
      showDrawing(page, state);
    },
    done: (state) => Boolean(tilted(state)?.enough),
    almost(state) {
      const tilt = tilted(state);
      return tilt ? `${tiltWords(tilt)} Keep tilting.` : '';
    },
    after(state) {
      const tilt = tilted(state);
      if (!tilt) return '';
      const why =
        'The network copes with a small tilt, but rarely with one far beyond what it learned from: it was never ' +
        'shown that a tilted digit is still the same digit.';
      return tilt.now === tilt.before
        ? `${tiltWords(tilt)} Not every digit is so lucky. ${why}`
        : `${tiltWords(tilt)} ${why}`;
    },
    buttons: [
      { label: 'Tilt left', does: (page, state) => tilt(page, state, -15) },
      { label: 'Tilt right', does: (page, state) => tilt(page, state, 15) },
    ],
  },
  {
    title: 'Fooling the network',
    text:
      'A network does not see as you do: it only adds up weighted pixels. If every pixel changes a little in just the ' +
      'right direction, the sums change a lot. A picture made for that is called an adversarial example.',
    task: 'Move the slider until the network reads another digit.',
    target: '.fooling',
    prepare(page, state) {
      showNow(page, state);
      showDrawing(page, state);
      page.openFoil(true, 0);
    },
    // What is said then stays, so it waits for the robust network, which may still have to be loaded.
    done: ({ foil: { answering, robust, robustMissing, position } }) =>
      Boolean(answering?.foil && (robust || robustMissing)) &&
      readAt(answering, 0) !== answering?.digit &&
      readAt(answering, position) === answering?.digit,
    almost({ foil: { answering, position } }) {
      const digit = readAt(answering, position);
      if (!answering || position === 0) return '';
      if (readAt(answering, 0) === answering.digit)
        return `It reads ${aDigit(answering.digit)} without any change. Choose another digit.`;
      if (digit === answering.digit) return 'The robust network is being asked for comparison.';
      return digit === null
        ? 'So far, it reads no digit at all.'
        : `So far, it still reads ${aDigit(digit)}.`;
    },
    after({ foil: { answering, robust } }) {
      if (!answering) return '';
      const fooled =
        `It reads ${aDigit(answering.digit)} now. On average, ${percent(answering.average, 1)} of full ink per pixel was ` +
        'enough, and you may still see the digit that was drawn.';
      const times = robust?.foil ? robust.average / answering.average : 0;
      return times > 1
        ? `${fooled} The robust network has practised on such pictures: it takes ${decimal(times, 1)} times as much.`
        : `${fooled} Networks that have practised on such pictures usually take more.`;
    },
  },
  {
    title: 'Dreaming',
    text:
      'You can also start with an answer and look for a picture. Gradient ascent changes the pixels in many small ' +
      'steps. Backquery goes backwards through the weights once. Nobody drew the small pictures beside the bars.',
    task: 'Pick one of the ten small pictures.',
    target: '.outputs ol',
    result: '.readout',
    prepare(page, state) {
      showNow(page, state);
      page.openTab('imagination');
    },
    done: ({ stage: { pinned } }) => pinned?.kind === 'picture',
    after: ({ stage: { pinned } }) =>
      `Nobody showed the network this picture of ${index(pinned)}: it comes from the weights alone. Choose the other way above the pictures ` +
      'and compare. Imagination shows how both work. That was the last card. Now explore on your own.',
  },
];
