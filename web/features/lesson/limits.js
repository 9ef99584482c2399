import { msg, str } from '@lit/localize';
import { aDigit, decimal, percent } from '../../ui/format.js';
import { picture } from '../../ui/picture.js';
import { timesAsMuch } from '../../ui/times-as-much.js';
import { awaitingDrawing, readAt, showDrawing, showNow, showsDrawing } from './card.js';
import { run } from './state.js';
import { tilt, tilted, tiltWords } from './tilt.js';

/** @typedef {import('../../app/page-state.js').State} State */

/** Whether the network that answers is the visitor's own, and nothing was done to make it robust. @param {State} state */
const isPlain = (state) =>
  /^(run|snapshot)$/.test(run(state).answering?.kind ?? '') && state.choice.settings.adversarial === 0;

/** Cards on what a network has learned, and what it has not. @type {readonly import('./card.js').Card[]} */
export const LIMITS = [
  {
    title: () => msg('Tilting the page'),
    text: () =>
      msg(
        'A network only knows what it was shown, but many people write at a slant. So some recipes show each digit three times: as it is, and turned by 10° to each side. To the network, these are new digits.',
      ),
    task: () => msg('Tilt the drawing again and again. When does the prediction change?'),
    target: '.pad drawing-pad',
    prepare(page, state) {
      showNow(page, state);
      showDrawing(page, state);
    },
    done: (state) => Boolean(tilted(state)?.enough),
    almost(state) {
      const tilt = tilted(state);
      if (tilt) return `${tiltWords(tilt)} ${msg('Keep tilting.')}`;
      return showsDrawing(state) ? awaitingDrawing(state) : msg('Go back to the drawing to tilt it.');
    },
    live(state) {
      const { answer } = state.stage;
      const prediction = answer?.predictions?.[answer.digit];
      if (!prediction || !showsDrawing(state)) return '';
      return prediction.digit === null
        ? msg('The drawing is read as no digit')
        : msg(str`The drawing is read as ${prediction.digit}`);
    },
    after(state) {
      const tilt = tilted(state);
      const why = msg(
        'The network copes with a small tilt, but rarely with one far beyond what it learned from: it was never shown that a tilted digit is still the same digit.',
      );
      if (!tilt) return why;
      return tilt.now === tilt.before
        ? `${tiltWords(tilt)} ${msg('Not every digit is so lucky.')} ${why}`
        : `${tiltWords(tilt)} ${why}`;
    },
    buttons: (state) =>
      showsDrawing(state)
        ? [
            { label: msg('Tilt left'), does: (page, state) => tilt(page, state, -15) },
            { label: msg('Tilt right'), does: (page, state) => tilt(page, state, 15) },
          ]
        : [],
  },
  {
    title: () => msg('Fooling the network'),
    text: () =>
      msg(
        'A network does not see as you do: it only adds up weighted pixels. If every pixel changes a little in just the right direction, the sums change a lot. A picture made for that is called an adversarial example.',
      ),
    task: () => msg('Drag the slider to the right until the network reads another digit.'),
    target: '.fooling .controls',
    prepare(page, state) {
      showNow(page, state);
      showDrawing(page, state);
      page.openFoil(true, 0);
    },
    leave: (page) => page.openFoil(false),
    // The explanation compares with the robust network, which may still have to be loaded.
    done: ({ foil: { answering, robust, robustMissing, position } }) =>
      Boolean(answering?.foil && (robust || robustMissing)) &&
      readAt(answering, 0) !== answering?.digit &&
      readAt(answering, position) === answering?.digit,
    almost(state) {
      const { answering, position } = state.foil;
      const digit = readAt(answering, position);
      if (!answering || position === 0) return awaitingDrawing(state);
      if (readAt(answering, 0) === answering.digit)
        return msg(str`It reads ${aDigit(answering.digit)} without any change. Choose another digit.`);
      if (digit === answering.digit) return msg('For comparison, a second network is being fooled, too.');
      return digit === null
        ? msg('So far, it reads no digit at all.')
        : msg(str`So far, it still reads ${aDigit(digit)}.`);
    },
    live({ foil: { answering, position } }) {
      if (!answering) return '';
      const digit = readAt(answering, position);
      return digit === null
        ? msg('The picture is read as no digit')
        : msg(str`The picture is read as ${digit}`);
    },
    after({ foil: { answering, robust } }) {
      const practised = msg('Networks that have practised on such pictures usually take more.');
      if (!answering?.foil || readAt(answering, 0) === answering.digit) return practised;
      const fooled = msg(
        str`To make it read ${aDigit(answering.digit)}, ${percent(answering.average, 1)} of full ink per pixel is enough on average, and you may still see the digit that was drawn.`,
      );
      const times = (robust && timesAsMuch(robust, answering)) ?? 0;
      const compared = msg(
        str`The robust network beside or below this one has practised on such pictures: fooling it takes ${decimal(times, 1)} times as much.`,
      );
      // From 1.1 on, when rounded.
      return `${fooled} ${times >= 1.05 ? compared : practised}`;
    },
  },
  {
    title: () => msg('Dreaming'),
    text: () =>
      msg(
        'You can also start with an answer and look for a picture. Gradient ascent changes the pixels in many small steps. Backquery goes backwards through the weights once. Nobody drew the small pictures beside the bars.',
      ),
    task: () => msg('Pick one of the ten small pictures.'),
    target: '.outputs ol',
    prepare(page, state) {
      showNow(page, state);
      page.openTab('imagination');
    },
    done: ({ stage: { pinned } }) => pinned?.kind === 'picture',
    live: ({ stage: { pinned } }) =>
      pinned?.kind === 'picture' ? msg(str`What the network imagines for ${pinned.index}`) : '',
    shows(state) {
      const { pinned } = state.stage;
      return pinned?.kind === 'picture'
        ? picture(msg('The picked picture'), run(state).pictures[pinned.index] ?? null)
        : null;
    },
    after(state) {
      const made = msg('Nobody showed the network this picture: it comes from the weights alone.');
      const compare = isPlain(state)
        ? msg(
            'The network that came with the page makes clearer ones: it learned from pictures made to fool it, as in the recipe Robust.',
          )
        : msg('Choose the other way above the pictures and compare.');
      return `${made} ${compare}`;
    },
    buttons: ({ hide }) =>
      hide.includes('closer') ? [] : [{ label: msg('How they are made'), does: (page) => page.goToCloser() }],
  },
];
