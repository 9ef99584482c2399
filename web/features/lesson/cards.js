import { largest } from '../../shared/ranking.js';
import { targetsFor } from '../../shared/targets.js';
import { aDigit, decimal, percent, pixelName, signed, whole } from '../../ui/format.js';
import { hasLearned, run } from './state.js';
import { tilt, tilted } from './tilt.js';

/**
 * The lesson: cards that drive the real page. To add one, write it into the list: its place there is its
 * number. tests/page/lesson.test.js opens each and asks for what it points at.
 *
 * @typedef {import('../../app/page-state.js').State} State
 * @typedef {import('../../app/page-state.js').Run} Run
 *
 * @typedef {import('./actions.js').Drive} Drive
 *
 * @typedef {object} Card
 * @property {string} title
 * @property {string} text two to four short sentences, for somebody of fourteen
 * @property {string} task what the visitor is asked to do
 * @property {string} target what the card is about, on the page: a CSS selector
 * @property {string} [result] where to look when the task is done, if that is elsewhere
 * @property {(page: Drive, state: State) => void} prepare puts on the page what the card talks about; of
 *   what the visitor has, nothing is lost by it
 * @property {(state: State, start: Run, page: Drive) => boolean} done whether the task is done; start: the run
 *   when the card was opened
 * @property {(state: State, page: Drive) => string} [almost] answers what the visitor did that is not all of the task, or
 *   not yet; '': there is nothing to say
 * @property {(state: State, page: Drive) => string} after answers what the visitor sees when it is done; asked once
 * @property {Button[]} [buttons] for what no control of the page does
 * @property {Button[]} [stead] for controls of the training card, where a link leaves that out
 *
 * @typedef {object} Button
 * @property {string} label
 * @property {(page: Drive, state: State) => void} does
 */

/** The accuracy that shows that it has learned: guessing gives a tenth. */
const LEARNED = 0.9;

/** A light below this is dark; written with two digits, it is below 0.50. */
const DARK = 0.495;

/** After no more steps than this a network still guesses. */
const FEW = 10;

/** The microscope's page on which errors are split, from 0. */
const SPLIT = 6;

/** Puts a drawing on the stage: the visitor's, or an example where there is none. @type {Card['prepare']} */
const showDrawing = (page, { stage }) => {
  if (stage.strokes.length === 0) page.drawExample(0);
  else page.put({ about: 'drawing' });
};

/** Puts a digit on the stage of which it is known what it is. @type {Card['prepare']} */
const showRecord = (page) => {
  page.fetchMissing('test');
  page.put({ about: 'record', index: 0 });
};

/** Ends a look back, and leaves the run alone where there is none. @type {Card['prepare']} */
const showNow = (page, state) => {
  if (run(state).viewedStep !== null) page.rewind(null);
};

/** @type {readonly Card[]} */
export const CARDS = [
  {
    title: 'A picture is 784 numbers',
    text:
      'A computer sees no lines or curves. It cuts the drawing into 28 rows of 28 small squares, pixels, ' +
      'and writes down a number for each: 0.01 for empty paper, up to 1 for full ink.',
    task: 'Pick a pixel among the 784 inputs: click or tap it.',
    target: '[data-field="pixel"]',
    result: '.readout',
    prepare: showDrawing,
    done: ({ stage: { pinned, answer } }) => pinned?.kind === 'pixel' && answer !== null,
    after: ({ stage: { pinned, answer } }) =>
      `That pixel, ${pixelName(index(pinned))}, is the number ${decimal(input(answer, index(pinned)))}. ` +
      'Below the stage you see how it is made of the ink, and which nodes it moves.',
  },
  {
    title: 'A weighted sum',
    text:
      'Each light is a hidden node. It multiplies each of the 784 numbers by a weight and adds everything ' +
      'up. With a blue weight, ink raises the sum; with an orange one, ink lowers it.',
    task: 'Pick one of the lights.',
    target: '[data-field="node"]',
    result: '.readout',
    prepare: showDrawing,
    done: ({ stage: { pinned, answer } }) => pinned?.kind === 'node' && answer !== null,
    after: ({ stage: { pinned } }) =>
      `Below the stage: the 784 weights of node ${index(pinned) + 1} as a picture, and the pixels that bring ` +
      'most to its sum. Lines show which pixels they are.',
  },
  {
    title: 'Squashing',
    text:
      'A sum can be anything, −7 or +12. So a node squashes it: far below zero becomes almost 0, zero ' +
      'becomes 0.5, far above almost 1. The brighter the light, the closer to 1.',
    task: 'Pick a dark light, one below 0.5.',
    target: '[data-field="node"]',
    result: '.readout',
    prepare: showDrawing,
    done: ({ stage: { pinned, answer } }) => pinned?.kind === 'node' && light(answer, pinned.index) < DARK,
    almost: ({ stage: { pinned, answer } }) =>
      pinned?.kind === 'node' && answer
        ? `That one is ${decimal(light(answer, pinned.index))}. Find a darker one, below 0.5.`
        : '',
    after: ({ stage: { pinned, answer } }) =>
      `Its sum came out below zero, so it passes on only ${decimal(light(answer, index(pinned)))}. Below the ` +
      'stage it is written as sigmoid(sum): that is the name of this squashing.',
  },
  {
    title: 'Guessing',
    text:
      'The lights are weighted, added up and squashed once more: ten outputs, a bar for each digit. The ' +
      'longest bar is the answer. A new network has random weights, so it can only guess.',
    task: 'See what it answered before it was shown any record. Nothing is lost by looking back.',
    target: '.outputs ol',
    prepare(page, state) {
      showNow(page, state);
      showDrawing(page, state);
    },
    done: (state) => run(state).viewedStep === 0,
    after: () =>
      'This is the network before any record: its weights are random numbers. All ten bars are of ' +
      'middling length, whatever you draw; which is longest is chance. It stays for the next two cards.',
    buttons: [{ label: 'Before any record', does: (page) => page.rewind(0) }],
  },
  {
    title: 'Error',
    text:
      'To learn, one must be told what is right. On the stage is a digit that somebody wrote, and we know ' +
      'which. Its own output should be 0.99, all others 0.01. What is missing is the error.',
    task: 'Pick one of the ten bars.',
    target: '.outputs ol',
    result: '.readout',
    prepare: showRecord,
    done: ({ stage: { pinned, answer } }) => pinned?.kind === 'output' && (answer?.label ?? null) !== null,
    after: ({ stage: { pinned, answer } }) => {
      const [output, value] = [index(pinned), answer?.outputs[index(pinned)] ?? 0];
      const target = answer?.label === output ? 0.99 : 0.01;
      const error = signed(target - value);
      return (
        `Output ${output} is ${decimal(value)} and should be ${target}, so its error is ${error}. ` +
        (target - value > 0 ? 'It should say more.' : 'It should say less.')
      );
    },
  },
  {
    title: 'Blame',
    text:
      'Which hidden nodes are to blame for an error? The larger a node’s weight to an output, the larger ' +
      'its share. So errors are split and sent backwards, along the weights by which the answer came: ' +
      'backpropagation.',
    task: 'Pick a light, best a bright one. Its ten small bars are its number times each of its ten weights.',
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
        `Its longest bar is that of output ${output}, for there its weight is largest: ${signed(weight)}. Of ` +
        `that output’s error, ${signed(error)}, it gets back ${signed(weight)} × ${signed(error)} = ` +
        `${signed(weight * error)}; so from each of the ten.`
      );
    },
  },
  {
    title: 'A small step',
    text:
      'Now every weight moves a little, so that the errors would have been smaller. Only a little, for ' +
      'the next digit wants something else. How little is the learning rate.',
    task: 'Press Step: one more digit is learnt.',
    target: '.training .controls, .strip',
    result: '.training .score, .strip',
    prepare(page, state) {
      // There is nothing to go on with.
      if (run(state).done) showNow(page, state);
    },
    done: (state, start) => run(state).done || hasLearned(state, start),
    after(state) {
      const { done, step } = run(state);
      if (done)
        return 'This network has made all its steps already. Reset gives you a new one; then Step makes its first.';
      const moved = 'Each of its weights has moved a little, towards this one digit. ';
      return step <= FEW
        ? `${moved}But its accuracy on 10,000 others is still about a tenth, as guessing gives. It takes many steps.`
        : `${moved}Others may gain or lose by it: only many steps together raise the accuracy.`;
    },
    stead: [{ label: 'Step', does: (page) => page.step() }],
  },
  {
    title: 'Again and again',
    text:
      'Many small steps add up: there are 60,000 digits to learn from, and it may see each more than once. Now ' +
      'and then it is asked about 10,000 others. The share that it reads right is its accuracy.',
    task: 'Press Train, and watch the accuracy.',
    target: '.training, .strip',
    prepare(page, state) {
      if (run(state).done) showNow(page, state);
      page.changeSpeed(Number.POSITIVE_INFINITY);
    },
    done: (state, start, page) =>
      (run(state).done || hasLearned(state, start)) && (page.latestScore(state)?.accuracy ?? 0) >= LEARNED,
    almost(state, page) {
      const score = page.latestScore(state);
      return run(state).active && score ? `So far: ${percent(score.accuracy)}.` : '';
    },
    after(state, page) {
      const score = page.latestScore(state);
      if (!score) return '';
      return (
        `After ${whole(score.step)} steps it read ${percent(score.accuracy)} of the others right, none of which ` +
        'it had ever been shown. Nobody told it what a 7 looks like: it is all in the weights.'
      );
    },
    stead: [{ label: 'Train', does: (page) => page.train() }],
  },
  {
    title: 'Tilting the page',
    text:
      'A network knows only what it was shown, and people write at a slant. So some recipes show each ' +
      'digit three times: as it is, and turned by 10° to either side. To the network, these are new ' +
      'digits.',
    task: 'Tilt the drawing, again and again. When does the answer change?',
    target: '.pad',
    prepare(page, state) {
      showNow(page, state);
      showDrawing(page, state);
    },
    done: (state) => Boolean(tilted(state)?.enough),
    almost(state) {
      const tilt = tilted(state);
      return tilt ? `Tilted by ${tilt.angle}: still ${aDigit(tilt.before)}. Go on.` : '';
    },
    after(state) {
      const tilt = tilted(state);
      if (!tilt) return '';
      const { angle, before, now } = tilt;
      return (
        (now === before
          ? `Even tilted by ${angle} it is read as ${aDigit(before)}. Not every digit is so lucky. `
          : `Tilted by ${angle}, ${aDigit(before)} is read as ${aDigit(now)}. `) +
        'A little tilt is no trouble; far beyond what it learnt from, it is: nobody told it that turning changes nothing.'
      );
    },
    buttons: [
      { label: 'Tilt left', does: (page, state) => tilt(page, state, -15) },
      { label: 'Tilt right', does: (page, state) => tilt(page, state, 15) },
    ],
  },
  {
    title: 'Dreaming',
    text:
      'A network also runs backwards: from an answer through the weights to the lights, and on to the ' +
      'pixels. Out comes a picture that nobody drew. The small pictures beside the bars are such dreams.',
    task: 'Pick one of the ten small pictures.',
    target: '.outputs ol',
    result: '.readout',
    prepare(page, state) {
      showNow(page, state);
      page.openTab('imagination');
    },
    done: ({ stage: { pinned } }) => pinned?.kind === 'picture',
    after: ({ stage: { pinned } }) =>
      `It shows what tells ${aDigit(index(pinned))} from the others, not what ${aDigit(index(pinned))} looks like. Fed forward ` +
      'again, it is often read as something else: try it under Imagination. Now all of it is yours.',
  },
];

/** @param {State['stage']['pinned']} part */
const index = (part) => part?.index ?? 0;

/** @param {State['stage']['answer']} answer @param {number} node */
const light = (answer, node) => answer?.hidden[node] ?? Number.NaN;

/** @param {State['stage']['answer']} answer @param {number} pixel */
const input = (answer, pixel) => answer?.inputs[pixel] ?? Number.NaN;
