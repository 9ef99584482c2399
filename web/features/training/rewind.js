import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { button } from '../../ui/button.js';

import { counted, snapshotName } from '../../ui/format.js';
import { currentRun, viewedSnapshot } from './state.js';

/** @typedef {Event & { target: HTMLInputElement }} Input */

/**
 * Takes the whole page back to a moment of the run, of those that were kept. The last stop is now.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ rewind: (step: number | null) => void }} actions
 */
export function rewind(state, { rewind }) {
  const run = currentRun(state);
  const { snapshots, viewedStep } = run;
  return html`
    <div class="sliders">
      <label for="rewind">Rewind</label>
      <input id="rewind" type="range" min="0" max=${snapshots.length} step="1" ?disabled=${snapshots.length === 0}
        aria-valuetext=${viewedStep === null ? 'now' : snapshotName(viewedStep)} aria-describedby="about-rewind"
        .value=${live(String(viewedSnapshot(state)))}
        @input=${(/** @type {Input} */ { target }) => rewind(snapshots[target.valueAsNumber] ?? null)} />
      ${button('Back to now', viewedStep !== null, () => rewind(null))}
    </div>
    <p class="hint" id="about-rewind">
      ${
        viewedStep === null
          ? snapshotsKept(run)
          : html`<strong>You are looking at the network as it was ${snapshotName(viewedStep)}.</strong>
            ${run.done ? '' : 'Train goes on from now: from then it would learn the very same again.'}`
      }
    </p>
  `;
}

/** @param {import('./state.js').Run} run */
function snapshotsKept({ snapshots, snapshotBytes }) {
  if (snapshots.length === 0) return 'As it learns, the network is kept at many moments, to go back to.';
  const megabytes = Math.max(1, Math.round(snapshotBytes / 1e6));
  return `Goes back to how the network was: ${counted(snapshots.length, 'moment')} kept, ${megabytes} MB.`;
}
