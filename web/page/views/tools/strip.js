import { html } from 'lit';
import { able, latestScore } from '../../state.js';
import { button } from '../button.js';
import { percent, whole } from '../format.js';

/**
 * The training run in a presentation: as little as a class needs.
 *
 * @param {import('../../state.js').State} state
 * @param {{ train: () => void, pause: () => void, step: () => void, reset: () => void }} actions
 */
export function strip(state, { train, pause, step, reset }) {
  const { run } = state;
  const can = able(state);
  const score = latestScore(state);
  return html`
    <section class="strip" aria-label="Training">
      ${run.active ? button('Pause', can.pause, pause) : button('Train', can.train, train)}
      ${button('Step', can.step, step)} ${button('Reset', can.reset, reset)}
      <span>${whole(run.step)} records</span>
      <progress aria-label="Training" max="1" .value=${run.steps > 0 ? run.step / run.steps : 0}></progress>
      <span>Accuracy <output aria-label="Accuracy" aria-live="off"
        >${score ? percent(score.accuracy) : 'not measured yet'}</output></span>
    </section>
  `;
}
