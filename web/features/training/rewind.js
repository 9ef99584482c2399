import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { momentShown } from '../../app/page-state.js';
import { button } from '../../ui/button.js';

import { counted, momentName } from '../../ui/format.js';

/** @typedef {Event & { target: HTMLInputElement }} Input */

/**
 * Takes the whole page back to a moment of the run, of those that were kept. The last stop is now.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ rewind: (step: number | null) => void }} actions
 */
export function rewind(state, { rewind }) {
  const { run, past } = state;
  const { moments } = run;
  return html`
    <div class="sliders">
      <label for="rewind">Rewind</label>
      <input id="rewind" type="range" min="0" max=${moments.length} step="1" ?disabled=${moments.length === 0}
        aria-valuetext=${past === null ? 'now' : momentName(past)} aria-describedby="about-rewind"
        .value=${live(String(momentShown(state)))}
        @input=${(/** @type {Input} */ { target }) => rewind(moments[target.valueAsNumber] ?? null)} />
      ${button('Back to now', past !== null, () => rewind(null))}
    </div>
    <p class="hint" id="about-rewind">
      ${
        past === null
          ? kept(run)
          : html`<strong>You are looking at the network as it was ${momentName(past)}.</strong>
            ${run.done ? '' : 'Train goes on from now: from then it would learn the very same again.'}`
      }
    </p>
  `;
}

/** @param {import('../../app/page-state.js').State['run']} run */
function kept({ moments, momentBytes }) {
  if (moments.length === 0) return 'As it learns, the network is kept at many moments, to go back to.';
  const megabytes = Math.max(1, Math.round(momentBytes / 1e6));
  return `Goes back to how the network was: ${counted(moments.length, 'moment')} kept, ${megabytes} MB.`;
}
