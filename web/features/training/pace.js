import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { SPEEDS } from '../../shared/speeds.js';
import { plural, significant } from '../../ui/format.js';
import { currentRun } from './state.js';

/** @typedef {Event & { target: HTMLInputElement }} Input */

/** Steps of the learning rate's slider from one rate to ten times that rate. */
const NOTCHES = 20;

/**
 * How fast the network learns: records per second, and how far each moves the weights.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ changeSpeed: (speed: number) => void, changeLearningRate: (learningRate: number) => void }} actions
 */
export function pace(state, actions) {
  const { ready, choice } = state;
  const { learningRate, done } = currentRun(state);
  return html`
    <div class="sliders">
      ${speed(state, actions)}
      <label for="learning-rate">Learning rate</label>
      <input id="learning-rate" type="range" min=${-4 * NOTCHES} max="0" step="1" ?disabled=${!ready || done}
        aria-valuetext=${significant(learningRate)} aria-describedby="about-learning-rate"
        .value=${live(String(Math.round(NOTCHES * Math.log10(learningRate))))}
        @input=${(/** @type {Input} */ { target }) => actions.changeLearningRate(rateOf(target.valueAsNumber))} />
      <span aria-hidden="true">${significant(learningRate)}</span>
    </div>
    <p class="hint" id="about-learning-rate">${aboutLearningRate(currentRun(state), choice.settings)}</p>
  `;
}

/** @param {import('./state.js').Run} run @param {import('../../shared/settings.js').Settings} settings */
function aboutLearningRate({ learningRateChanged }, { fallingRate }) {
  if (learningRateChanged)
    return 'You changed the learning rate, so this run no longer matches its link. Press Reset to go back to it.';
  return fallingRate
    ? 'The learning rate says how far each record moves the weights. In this recipe, it falls towards the end.'
    : 'The learning rate says how far each record moves the weights.';
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

/** @param {number} notch 0 for a rate of 1, negative for smaller ones @returns {number} rounded to two digits */
const rateOf = (notch) => Number((10 ** (notch / NOTCHES)).toPrecision(2));

/** @param {number} speed */
export function speedName(speed) {
  if (speed === Number.POSITIVE_INFINITY) return 'full speed';
  return plural(speed, { one: '# record per second', other: '# records per second' });
}
