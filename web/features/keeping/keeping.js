import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { button } from '../../ui/button.js';
import { day, list, megabytes, whole } from '../../ui/format.js';
import { setName } from '../../ui/set-name.js';
import { stacked } from '../../ui/stacked.js';

/**
 * What this browser keeps of the run.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ bringBack: (about: import('./state.js').About) => void, forgetKept: () => void }} actions
 */
export function keeping({ keeping, ready, runs, runId }, { bringBack, forgetKept }) {
  const { restored, offers, missing, bytes } = keeping;
  const { step, done, generation, records } = runs[runId];
  const isHere = restored !== null && restored.generation === generation && step > 0;
  const asked = done || records === 'here' ? [] : missing;
  const goesOn = !done && records !== 'others';
  return html`
    <div class="keeping">
      <p role="status" .textContent=${isHere ? hereAgain(restored.about, asked, goesOn) : ''} ?hidden=${!isHere}></p>
      ${offers.map(
        (about) => html`
          <p>
            <span .textContent=${offered(about)}></span>
            ${button(msg('Bring it back'), ready, () => bringBack(about), 'small')}
          </p>
        `,
      )}
      <p class="caption">
        ${button(msg('Forget what is kept'), ready && bytes > 0, forgetKept, 'small')}
        <span role="status" aria-live=${keeping.isForgotten ? 'polite' : 'off'}>${stacked(says(keeping), [...Object.values(STATUS).map((say) => say()), keeps(88.8e6), forgotten()])}</span>
      </p>
    </div>
  `;
}

/**
 * @param {import('./state.js').About} about
 * @param {string[]} asked names of files that have to be chosen again
 * @param {boolean} goesOn whether Train goes on with it
 */
function hereAgain({ savedAt, step }, asked, goesOn) {
  const here = msg(str`Your run from ${day(savedAt)} at step ${whole(step)} is here again.`);
  if (asked.length > 0)
    return `${here} ${msg(str`To go on with it, choose ${list(asked.map(setName))} again: too large to be kept.`)}`;
  return goesOn ? `${here} ${msg('Train goes on with it.')}` : here;
}

/** @param {import('./state.js').About} about */
const offered = ({ savedAt, step, choice }) =>
  msg(
    str`A run from ${day(savedAt)} at step ${whole(step)} is kept, too: recipe ${choice.recipe}, seed ${choice.settings.seed}.`,
  );

/** @param {import('./state.js').Keeping} keeping */
function says({ status, bytes, isForgotten }) {
  if (status !== 'kept') return STATUS[status]();
  if (isForgotten) return forgotten();
  return bytes > 0 ? keeps(bytes) : STATUS[status]();
}

const forgotten = () =>
  msg('Nothing is kept any more. This browser will keep the run again as soon as it goes on.');

/** @type {Record<import('./state.js').Keeping['status'], () => string>} */
const STATUS = {
  opening: () => '',
  kept: () => msg('This browser will keep the run, in case the page is closed.'),
  elsewhere: () =>
    msg(
      'This page is open in another tab, which keeps its run. The run in this tab is lost when the tab is closed.',
    ),
  full: () => msg('There is no room left to keep the run, so it is lost when the page is closed.'),
  refused: () =>
    msg(
      'This browser keeps nothing for this page, as in some private windows. The run is lost when the page is closed.',
    ),
};

/** @param {number} bytes */
const keeps = (bytes) =>
  msg(str`This browser keeps the run and its snapshots, in case the page is closed: ${size(bytes)}.`);

/** @param {number} bytes */
const size = (bytes) => megabytes(Math.max(bytes, 1e5));
