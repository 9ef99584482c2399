import { html } from 'lit';
import { momentShown } from '../../app/page-state.js';
import { button } from '../../ui/button.js';
import { counted, momentName } from '../../ui/format.js';
import { slider } from '../../ui/slider.js';
import { stacked } from '../../ui/stacked.js';

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
    ${slider(
      {
        id: 'rewind',
        label: 'Rewind',
        max: moments.length,
        value: momentShown(state),
        text: past === null ? 'now' : momentName(past),
        disabled: moments.length === 0,
        about: 'about-rewind',
        change: (stop) => rewind(moments[stop] ?? null),
      },
      button('Back to now', past !== null, () => rewind(null)),
    )}
    <p class="caption" id="about-rewind">
      ${stacked(past === null ? kept(run) : back(past, run.done), [kept(run), back(run.step, false)])}
    </p>
  `;
}

/** @param {number} step @param {boolean} done */
const back = (step, done) => html`
  <strong>You are looking at the network as it was ${momentName(step)}.</strong>
  ${done ? '' : 'Train goes on from now: from then it would learn the very same again.'}
`;

/** @param {import('../../app/page-state.js').State['run']} run */
function kept({ moments, momentBytes }) {
  if (moments.length === 0) return 'As it learns, the network is kept at many moments, to go back to.';
  const megabytes = Math.max(1, Math.round(momentBytes / 1e6));
  return `Goes back to how the network was: ${counted(moments.length, 'moment')} kept, ${megabytes} MB.`;
}
