import { msg, str } from '@lit/localize';
import { largest } from '../../shared/ranking.js';
import { decimal, pixelName } from '../../ui/format.js';
import { signedPicture } from '../../ui/signed-picture.js';
import { aboutSquashing, aboutSum, awaitingDrawing, isDark, showDrawing, showNow } from './card.js';
import { run } from './state.js';

/** Cards on how a network answers. @type {readonly import('./card.js').Card[]} */
export const ANSWERING = [
  {
    title: () => msg('A picture is 784 numbers'),
    text: () =>
      msg(
        'A computer does not see lines or curves. It cuts the drawing into 28 rows of 28 small squares, called pixels. For each pixel it writes down a number, from 0.01 (empty paper) to 1 (full ink).',
      ),
    task: () => msg('Click or tap a pixel among the 784 inputs.'),
    target: '[data-field="pixel"]',
    prepare: showDrawing,
    done: ({ stage: { pinned, answer } }) => pinned?.kind === 'pixel' && answer !== null,
    almost: awaitingDrawing,
    live: ({ stage: { pinned, answer } }) =>
      pinned?.kind === 'pixel' && answer
        ? msg(str`The number at ${pixelName(pinned.index)}: ${decimal(answer.inputs[pinned.index])}`)
        : '',
    after: () =>
      msg(
        'The number says how much ink there is in this pixel. It goes to every hidden node: the lines lead to those that it changes most. The network gets 784 such numbers and nothing else.',
      ),
  },
  {
    title: () => msg('A weighted sum'),
    text: () =>
      msg(
        'Each light on the stage is a hidden node. It multiplies the 784 numbers by weights and adds up the results. Where a weight is blue, ink raises the sum. Where it is orange, ink lowers the sum.',
      ),
    task: () => msg('Pick one of the hidden nodes.'),
    target: '[data-field="node"]',
    prepare: showDrawing,
    done: ({ stage: { pinned, answer } }) => pinned?.kind === 'node' && answer !== null,
    almost: awaitingDrawing,
    live: aboutSum,
    shows({ stage: { pinned, detail } }) {
      if (pinned?.kind !== 'node') return null;
      const isKnown = detail?.kind === 'node' && detail.index === pinned.index;
      return signedPicture(msg('Weights of the picked node'), isKnown ? detail.weights : null);
    },
    after: () =>
      msg(
        'The picture shows the 784 weights of the node that you picked. The lines on the stage lead to the pixels that change its sum most.',
      ),
  },
  {
    title: () => msg('Squashing'),
    text: () =>
      msg(
        'A sum can be any number, such as −7 or +12. So the node squashes it: far below zero becomes almost 0, zero becomes 0.5, and far above zero becomes almost 1. The brighter a node, the closer it is to 1.',
      ),
    task: () => msg('Pick a dark node, one below 0.5.'),
    target: '[data-field="node"]',
    prepare: showDrawing,
    done: (state) => isDark(state) === true,
    almost: (state) =>
      awaitingDrawing(state) ||
      (isDark(state) === false ? msg('That node is not dark. Find a darker one, below 0.5.') : ''),
    live: aboutSquashing,
    after: () =>
      msg(
        'The sum of a dark node is below zero, so it passes on less than 0.5. This kind of squashing is called sigmoid.',
      ),
  },
  {
    title: () => msg('Guessing'),
    text: () =>
      msg(
        'The ten outputs do the same with the hidden nodes: a weighted sum, squashed. The longest bar is the network’s prediction. A new network has random weights, so it can only guess.',
      ),
    task: () => msg('Look at the network before it was shown any record. Nothing gets lost.'),
    target: '.outputs ol',
    prepare(page, state) {
      showNow(page, state);
      showDrawing(page, state);
    },
    done: (state) => run(state).viewedStep === 0,
    live(state) {
      const { answer } = state.stage;
      if (!answer || run(state).viewedStep !== 0) return '';
      const output = largest(answer.outputs);
      return msg(str`Longest bar: ${output}, with ${decimal(answer.outputs[output])}`);
    },
    after: () =>
      msg(
        'Before any record, the weights are random numbers. Whatever you draw, all ten bars are of medium length, and it is chance which one is the longest. This network stays for the next two cards.',
      ),
    buttons: () => [{ label: msg('Before any record'), does: (page) => page.rewind(0) }],
  },
];
