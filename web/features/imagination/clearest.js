import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { button } from '../../ui/button.js';
import { whole } from '../../ui/format.js';
import { stacked } from '../../ui/stacked.js';
import { basisOf, isSameBasis, MOST } from './search.js';

/**
 * The button that takes the rewind to where the ten pictures are clearest, and what came of it.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ showClearest: () => void }} actions
 */
export function clearest(state, { showClearest }) {
  const { ready, hasBundled, runs, runId, imagination } = state;
  const { active, step } = runs[runId];
  const enabled = ready && hasBundled && !active && step > 0 && !imagination.search;
  return html`
    <div class="clearest">
      ${button(msg('Show the ten pictures at their clearest'), enabled, showClearest, 'small')}
      <p class="caption" role="status" aria-live=${isFound(state) ? 'polite' : 'off'}>${stacked(words(state), [...Object.values(ABOUT).map((about) => about()), found('ascent', step, 10)])}</p>
    </div>
  `;
}

const ABOUT = {
  ascent: () =>
    msg(
      str`Up to ${MOST} snapshots and the latest network are compared: how well does the network that came with the page read their ten pictures?`,
    ),
  backquery: () =>
    msg(
      'All snapshots and the latest network are compared: how well does the network that came with the page read their ten pictures?',
    ),
};

/** Only then it is news. @param {import('../../app/page-state.js').State} state */
function isFound(state) {
  const { search, clearest } = state.imagination;
  return !search && clearest !== null && isSameBasis(clearest.basis, basisOf(state));
}

/** What came of it, or what it takes. @param {import('../../app/page-state.js').State} state */
export function words(state) {
  const { way, search, clearest } = state.imagination;
  const { active, step } = state.runs[state.runId];
  if (search) return msg(str`Compared so far: ${whole(search.done)} of ${whole(search.of)}.`);
  if (clearest && isFound(state)) return found(way, clearest.step, clearest.read);
  if (active) return msg('Pause training to look for them among its snapshots.');
  if (step === 0) return msg('Train a network to look for them among its snapshots.');
  return ABOUT[way]();
}

/** @param {import('../../shared/ways.js').Way} way @param {number} step @param {number} read */
function found(way, step, read) {
  return way === 'ascent'
    ? msg(
        str`The pictures found by gradient ascent are clearest at step ${whole(step)}: the network that came with the page reads ${whole(read)} of 10 correctly.`,
      )
    : msg(
        str`The pictures found by backquery are clearest at step ${whole(step)}: the network that came with the page reads ${whole(read)} of 10 correctly.`,
      );
}
