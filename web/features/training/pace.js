import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { SPEEDS } from '../../shared/speeds.js';
import { whole } from '../../ui/format.js';
import { currentRun } from './state.js';

/** @typedef {Event & { target: HTMLInputElement }} Input */

/** Notches of the learning rate's slider to a tenfold rate. */
const NOTCHES = 20;

/**
 * How fast it learns: records a second, and how far each moves the weights.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ changeSpeed: (speed: number) => void, changeLearningRate: (learningRate: number) => void }} actions
 */
export function pace(state, actions) {
  const { ready, choice } = state;
  const { learningRate, learningRateChanged, done } = currentRun(state);
  return html`
    <div class="sliders">
      ${speed(state, actions)}
      <label for="learning-rate">Learning rate</label>
      <input id="learning-rate" type="range" min=${-4 * NOTCHES} max="0" step="1" ?disabled=${!ready || done}
        aria-valuetext=${learningRate} aria-describedby="about-learning-rate"
        .value=${live(String(Math.round(NOTCHES * Math.log10(learningRate))))}
        @input=${(/** @type {Input} */ { target }) => actions.changeLearningRate(rateOf(target.valueAsNumber))} />
      <span aria-hidden="true">${learningRate}</span>
    </div>
    <p class="hint" id="about-learning-rate">
      ${
        learningRateChanged
          ? 'You changed the learning rate: this is no longer the run of its link. Reset goes back to it.'
          : `The learning rate is how far each record moves the weights${choice.settings.fallingRate ? '; in this recipe it falls towards the end' : ''}.`
      }
    </p>
  `;
}

/**
 * @param {import('../../app/page-state.js').State} state
 * @param {{ changeSpeed: (speed: number) => void }} actions
 */
export function speed(state, { changeSpeed }) {
  const { speed } = currentRun(state);
  return html`
    <label for="speed">Speed</label>
    <input id="speed" type="range" min="0" max=${SPEEDS.length - 1} step="1" ?disabled=${!state.ready}
      aria-valuetext=${speedName(speed)} .value=${live(String(SPEEDS.indexOf(speed)))}
      @input=${(/** @type {Input} */ { target }) => changeSpeed(SPEEDS[target.valueAsNumber])} />
    <span aria-hidden="true">${speedName(speed)}</span>
  `;
}

/** @param {number} notch 0: a rate of 1; below: smaller ones, to two digits */
const rateOf = (notch) => Number((10 ** (notch / NOTCHES)).toPrecision(2));

/** @param {number} speed */
export function speedName(speed) {
  if (speed === Number.POSITIVE_INFINITY) return 'full speed';
  return speed === 1 ? 'one record a second' : `${whole(speed)} records a second`;
}
