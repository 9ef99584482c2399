import { msg } from '@lit/localize';
import { html } from 'lit';
import { SPEEDS } from '../../shared/speeds.js';
import { plural, significant } from '../../ui/format.js';
import { slider } from '../../ui/slider.js';
import { stacked } from '../../ui/stacked.js';
import { currentRun } from './state.js';

/** Steps of the learning rate's slider from one rate to ten times that rate. */
const NOTCHES = 20;

/**
 * The sliders for the speed and for the learning rate.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ changeSpeed: (speed: number) => void, changeLearningRate: (learningRate: number) => void }} actions
 */
export function pace(state, actions) {
  const { ready, choice } = state;
  const { learningRate, learningRateChanged, done } = currentRun(state);
  const about = learningRateChanged ? 'changed' : choice.settings.fallingRate ? 'falling' : 'constant';
  return html`
    ${speed(state, actions)}
    ${slider({
      id: 'learning-rate',
      label: msg('Learning rate'),
      min: -4 * NOTCHES,
      max: 0,
      value: Math.round(NOTCHES * Math.log10(learningRate)),
      text: significant(learningRate),
      disabled: !ready || done,
      about: 'about-learning-rate',
      change: (notch) => actions.changeLearningRate(rateOf(notch)),
    })}
    <p class="caption" id="about-learning-rate">${stacked(
      ABOUT_RATE[about](),
      Object.values(ABOUT_RATE).map((text) => text()),
    )}</p>
  `;
}

const ABOUT_RATE = {
  constant: () => msg('The learning rate says how far each record moves the weights.'),
  falling: () =>
    msg(
      'The learning rate says how far each record moves the weights. In this recipe, it falls during the run.',
    ),
  changed: () =>
    msg(
      'You changed the learning rate, so this run no longer matches its link. Press Reset to go back to it.',
    ),
};

/**
 * @param {import('../../app/page-state.js').State} state
 * @param {{ changeSpeed: (speed: number) => void }} actions
 */
export const speed = (state, { changeSpeed }) => {
  const { speed } = currentRun(state);
  return slider(
    {
      id: 'speed',
      label: msg('Speed'),
      max: SPEEDS.length - 1,
      value: SPEEDS.indexOf(speed),
      text: speedName(speed),
      disabled: !state.ready,
      change: (notch) => changeSpeed(SPEEDS[notch]),
    },
    html`<span aria-hidden="true">${stacked(speedName(speed), SPEEDS.map(speedName))}</span>`,
  );
};

/** @param {number} notch 0 for a rate of 1, negative for smaller ones @returns {number} rounded to two digits */
const rateOf = (notch) => Number((10 ** (notch / NOTCHES)).toPrecision(2));

/** @param {number} speed */
function speedName(speed) {
  if (speed === Number.POSITIVE_INFINITY) return msg('full speed');
  return plural(speed, { one: msg('# record per second'), other: msg('# records per second') });
}
