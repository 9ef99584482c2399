import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { button } from '../../ui/button.js';
import { compact, plural, quantity, whole } from '../../ui/format.js';
import { slider } from '../../ui/slider.js';
import { span } from '../../ui/span.js';
import { stacked } from '../../ui/stacked.js';
import { currentRun, STEP_LONG, viewedSnapshot } from './state.js';

/** @typedef {import('../../app/page-state.js').State} State */
/** @typedef {{ rewind: (step: number | null) => void }} Rewinding */

/**
 * Below the network at work, so that this is in view while it is dragged: the slider, the way back, and what it does.
 *
 * @param {State} state
 * @param {Rewinding} actions
 */
export function timeline(state, actions) {
  const run = currentRun(state);
  const { viewedStep } = run;
  return html`
    <div class="timeline">
      ${rewind(state, actions, 'about-rewind', backToNow(state, actions))}
      <p class="caption" id="about-rewind">
        ${stacked(viewedStep === null ? snapshotsKept(run) : viewing(viewedStep, run.done), [noneKept(), snapshotsKept(run), viewing(STEP_LONG, false)])}
      </p>
    </div>
  `;
}

/**
 * The slider and the way back, for the head of a presentation.
 *
 * @param {State} state
 * @param {Rewinding} actions
 */
export const rewindAlone = (state, actions) =>
  rewind(state, actions, undefined, backToNow(state, actions, 'small'));

/** @param {State} state @param {Rewinding} actions @param {'' | 'small'} [variant] */
const backToNow = (state, { rewind }, variant = '') =>
  button(msg('Back to now'), currentRun(state).viewedStep !== null, () => rewind(null), variant);

/**
 * The slider that takes the whole page back to a snapshot. Its right end is the current network.
 *
 * @param {State} state
 * @param {Rewinding} actions
 * @param {string | undefined} about the id of its explanation
 * @param {import('lit').TemplateResult} end what stands at its end
 */
function rewind(state, { rewind }, about, end) {
  const { snapshots, viewedStep } = currentRun(state);
  return slider(
    {
      id: 'rewind',
      label: msg('Rewind'),
      max: snapshots.length,
      value: viewedSnapshot(state),
      text: nameOf(viewedStep),
      disabled: snapshots.length === 0,
      about,
      marks: marks(snapshots),
      change: (stop) => rewind(snapshots[stop] ?? null),
    },
    end,
  );
}

/** @param {number | null} step that is viewed */
const nameOf = (step) => (step === null ? msg('now') : msg(str`step ${whole(step)}`));

/** What a character of a mark takes of the scale on the narrowest phone, and how many are left free between two marks. */
const [CHARACTER, FREE] = [0.026, 1.5];

/**
 * Whether two marks have room beside each other. Their lengths depend on the language: 100K, 100 mil.
 *
 * @param {import('../../ui/slider.js').Mark} left
 * @param {import('../../ui/slider.js').Mark} right
 * @param {number} share how much of it is to the left of its tick: all of the last one, which ends where the scale ends
 */
const apart = (left, right, share = 0.5) =>
  right.at - left.at >= CHARACTER * (left.text.length / 2 + right.text.length * share + FREE);

/**
 * The marks of the scale: the snapshots of steps 0, 1, 10, 100, ..., as far as there is room, and the current network.
 *
 * @param {number[]} snapshots their steps
 * @returns {import('../../ui/slider.js').Mark[]}
 */
export function marks(snapshots) {
  const count = snapshots.length;
  if (count === 0) return [];
  const made = [{ at: 0, text: compact(snapshots[0]) }];
  const end = { at: 1, text: msg('now') };
  for (let step = 1; step <= snapshots[count - 1]; step *= 10) {
    const mark = { at: snapshots.findIndex((each) => each >= step) / count, text: compact(step) };
    if (apart(made[made.length - 1], mark) && apart(mark, end, 1)) made.push(mark);
  }
  return [...made, end];
}

const noneKept = () =>
  msg('While the network learns, snapshots of it are kept here. Drag the slider to go back to one.');

/** @param {import('./state.js').Run} run */
function snapshotsKept({ snapshots, snapshotBytes }) {
  if (snapshots.length === 0) return noneKept();
  const size = quantity(Math.max(1, Math.round(snapshotBytes / 1e6)), 'megabyte');
  return plural(snapshots.length, {
    one: msg(str`# snapshot of the network is kept (${size}). Drag the slider to go back to it.`),
    other: msg(str`# snapshots of the network are kept (${size}). Drag the slider to go back to one.`),
  });
}

/** @param {number} step @param {boolean} done whether training has finished */
function viewing(step, done) {
  const viewed = msg(str`You are viewing the network at step ${whole(step)}.`);
  return done
    ? html`<strong .textContent=${viewed}></strong>`
    : html`<strong .textContent=${viewed}></strong>
        ${span(msg('Train continues from the latest step, not from this snapshot.'))}`;
}
