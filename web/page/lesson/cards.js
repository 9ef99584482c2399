import { EXAMPLES } from '../examples.js';
import { latestScore } from '../state.js';
import { aDigit, decimal, pixelName, signed } from '../views/format.js';
import { turned } from './turned.js';

/**
 * The lesson: cards that drive the real page. To add one, write it into the list: its place there is its
 * number. tests/page/lesson.test.js opens each and asks for what it points at.
 *
 * @typedef {import('../state.js').State} State
 * @typedef {import('../actions/lesson.js').Drive} Drive
 *
 * @typedef {object} Card
 * @property {string} title
 * @property {string} text two to four short sentences, for somebody of fourteen
 * @property {string} task what the visitor is asked to do
 * @property {string} target what the card is about, on the page: a CSS selector
 * @property {string} [result] where to look when the task is done, if that is elsewhere
 * @property {(page: Drive, state: State) => void} prepare puts on the page what the card talks about; of
 *   what the visitor has, nothing is lost by it
 * @property {(state: State, start: State) => boolean} done whether the task is done; start: the state when
 *   the card was opened
 * @property {(state: State) => string} after answers what the visitor sees when it is done; asked once
 * @property {Button[]} [buttons] for what no control of the page does, or what costs the visitor something
 *
 * @typedef {object} Button
 * @property {string} label
 * @property {(page: Drive, state: State) => void} does
 */

/** The accuracy that shows that it has learnt: guessing gives a tenth. */
const LEARNT = 0.9;

/** A network that was shown no more records than this still guesses. */
const FEW = 20;

/** The microscope's page on which errors are split, from 0. */
const SPLIT = 6;

/** Degrees. */
const TILT = 15;

/** Puts a drawing on the stage: the visitor's, or an example where there is none. @type {Card['prepare']} */
const showDrawing = (page, { strokes }) => {
  if (strokes.length === 0) page.draw(EXAMPLES[0]);
  else page.put({ about: 'drawing' });
};

/** Puts a digit on the stage of which it is known what it is. @type {Card['prepare']} */
const showRecord = (page) => {
  page.fetchMissing('test');
  page.put({ about: 'record', index: 0 });
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
    done: ({ kept, answer }) => kept?.kind === 'pixel' && answer !== null,
    after: ({ kept, answer }) =>
      `That pixel, ${pixelName(index(kept))}, is the number ${decimal(input(answer, index(kept)))}. ` +
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
    done: ({ kept, answer }) => kept?.kind === 'node' && answer !== null,
    after: ({ kept }) =>
      `Below the stage: the 784 weights of node ${index(kept) + 1} as a picture, and the pixels that bring ` +
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
    done: ({ kept, answer }) => kept?.kind === 'node' && light(answer, kept.index) < 0.5,
    after: ({ kept, answer }) =>
      `Its sum came out below zero, so it passes on only ${decimal(light(answer, index(kept)))}. Below the ` +
      'stage it is written as sigmoid(sum): that is the name of this squashing.',
  },
  {
    title: 'Guessing',
    text:
      'The lights are weighted, added up and squashed once more: ten outputs, a bar for each digit. The ' +
      'longest bar is the answer. A new network has random weights, so it can only guess.',
    task: 'Start a new network, and see. One that you trained here is given up.',
    target: '.outputs ol',
    prepare: showDrawing,
    done: ({ run }, start) => run.number > start.run.number && run.step > 0 && run.step <= FEW,
    after: () =>
      'It has seen one single digit. Its bars say nothing about yours: whatever you draw, they stay much the ' +
      'same.',
    buttons: [
      {
        label: 'Start a new network',
        does(page, state) {
          page.reset();
          // Until it has learnt something, the one that came with the page answers.
          page.step();
          showDrawing(page, state);
        },
      },
    ],
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
    done: ({ kept, answer }) => kept?.kind === 'output' && (answer?.label ?? null) !== null,
    after: ({ kept, answer }) => {
      const [output, value] = [index(kept), answer?.outputs[index(kept)] ?? 0];
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
    task: 'Pick a bright light, and look at its ten small bars: its pull on each output.',
    target: '[data-field="node"]',
    result: '.readout',
    prepare(page, state) {
      showRecord(page, state);
      page.look('microscope');
      page.turnTo(SPLIT);
    },
    done: ({ kept, answer }) => kept?.kind === 'node' && light(answer, kept.index) > 0.5,
    after: () =>
      'The longer a bar, the more it had to do with that output, and the more of its error comes back to it. ' +
      'Further down, under Microscope, you can follow each share as a number.',
  },
  {
    title: 'A small step',
    text:
      'Now every weight moves a little, so that the errors would have been smaller. Only a little, for ' +
      'the next digit wants something else. How little is the learning rate.',
    task: 'Press Step: one more digit is learnt.',
    target: '.training .controls, .strip',
    prepare: () => {},
    done: ({ run }, start) => run.done || run.step > (run.number === start.run.number ? start.run.step : 0),
    after: ({ run }) =>
      run.done
        ? 'This network has made all its steps already. Reset gives you a new one; then Step makes its first.'
        : 'Each of its weights has moved, hardly far enough to see. One step teaches next to nothing.',
  },
  {
    title: 'Again, 60,000 times',
    text:
      'Many small steps add up: there are 60,000 digits to learn from. Now and then the network is asked ' +
      'about 10,000 others, which it never learns from. The share that it reads right is its accuracy.',
    task: 'Press Train, and watch the accuracy.',
    target: '.training, .strip',
    prepare: (page) => page.changeSpeed(Number.POSITIVE_INFINITY),
    done: (state) => (latestScore(state)?.accuracy ?? 0) >= LEARNT,
    after: () =>
      'Nine in ten are right already, none of which it was ever shown. Nobody told it what a 7 looks like: it ' +
      'is all in the weights.',
  },
  {
    title: 'Tilting the page',
    text:
      'A network knows only what it was shown, and people write at a slant. So some recipes show each ' +
      'digit three times: as it is, and turned by 10° to either side. To the network, these are new ' +
      'digits.',
    task: 'Tilt the drawing, again and again. When does the answer change?',
    target: '.pad',
    prepare: showDrawing,
    done: ({ strokes }, start) => strokes !== start.strokes && strokes.length > 0,
    after: () =>
      'A little tilt is no trouble. Further than what it learnt from, a digit becomes another, or none: it ' +
      'never learnt that turning changes nothing.',
    buttons: [
      { label: 'Tilt left', does: (page, { strokes }) => page.draw(turned(strokes, -TILT)) },
      { label: 'Tilt right', does: (page, { strokes }) => page.draw(turned(strokes, TILT)) },
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
    prepare: (page) => page.look('imagination'),
    done: ({ kept }) => kept?.kind === 'picture',
    after: ({ kept }) =>
      `It shows what tells ${aDigit(index(kept))} from the others, not what ${aDigit(index(kept))} looks like. Fed forward ` +
      'again, it is often read as something else: try it under Imagination. Now all of it is yours.',
  },
];

/** @param {State['kept']} part */
const index = (part) => part?.index ?? 0;

/** @param {State['answer']} answer @param {number} node */
const light = (answer, node) => answer?.hidden[node] ?? Number.NaN;

/** @param {State['answer']} answer @param {number} pixel */
const input = (answer, pixel) => answer?.inputs[pixel] ?? Number.NaN;
