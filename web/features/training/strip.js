import { html, nothing } from 'lit';
import { able, latestScore, share } from '../../app/page-state.js';
import { button } from '../../ui/button.js';
import { momentName, percent, records } from '../../ui/format.js';
import { stacked } from '../../ui/stacked.js';
import { speed } from './pace.js';

/**
 * The training run in a presentation: as little as a class needs.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function strip(state, actions) {
  const { run, past } = state;
  const { train, pause, step, reset, rewind } = actions;
  const can = able(state);
  const score = latestScore(state);
  return html`
    <section class="strip" aria-label="Training">
      ${run.active ? button('Pause', can.pause, pause) : button('Train', can.train, train, 'main')}
      ${button('Step', can.step, step)} ${button('Reset', can.reset, reset)}
      ${speed(state, actions)}
      <progress aria-label="Training" max="1" .value=${share(state)}></progress>
      <span>${stacked(past === null ? records(run.step) : `as it was ${momentName(past)}`, [records(run.steps)])}</span>
      ${past === null ? nothing : button('Back to now', true, () => rewind(null))}
      <span>Accuracy <output aria-label="Accuracy" aria-live="off"
        >${score ? percent(score.accuracy) : '–'}</output></span>
    </section>
  `;
}
