import { html } from 'lit';
import { SPEEDS } from '../../shared/speeds.js';
import { whole } from '../../ui/format.js';
import { slider } from '../../ui/slider.js';
import { stacked } from '../../ui/stacked.js';

/** Notches of the learning rate's slider to a tenfold rate. */
const NOTCHES = 20;

/**
 * How fast it learns: records a second, and how far each moves the weights.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ changeSpeed: (speed: number) => void, changeLearningRate: (rate: number) => void }} actions
 */
export function pace(state, actions) {
  const { ready, choice, run } = state;
  const { learningRate } = run;
  const about = run.retuned ? 'retuned' : choice.settings.fallingRate ? 'falling' : 'constant';
  return html`
    ${speed(state, actions)}
    ${slider({
      id: 'learning-rate',
      label: 'Learning rate',
      min: -4 * NOTCHES,
      max: 0,
      value: Math.round(NOTCHES * Math.log10(learningRate)),
      text: String(learningRate),
      disabled: !ready || run.done,
      about: 'about-learning-rate',
      change: (notch) => actions.changeLearningRate(rateOf(notch)),
    })}
    <p class="caption" id="about-learning-rate">${stacked(ABOUT_RATE[about], Object.values(ABOUT_RATE))}</p>
  `;
}

const ABOUT_RATE = {
  constant: 'The learning rate is how far each record moves the weights.',
  falling:
    'The learning rate is how far each record moves the weights; in this recipe it falls towards the end.',
  retuned: 'You changed the learning rate: this is no longer the run of its link. Reset goes back to it.',
};

/**
 * @param {import('../../app/page-state.js').State} state
 * @param {{ changeSpeed: (speed: number) => void }} actions
 */
export const speed = ({ ready, speed }, { changeSpeed }) =>
  slider(
    {
      id: 'speed',
      label: 'Speed',
      max: SPEEDS.length - 1,
      value: SPEEDS.indexOf(speed),
      text: speedName(speed),
      disabled: !ready,
      change: (notch) => changeSpeed(SPEEDS[notch]),
    },
    html`<span aria-hidden="true">${stacked(speedName(speed), SPEEDS.map(speedName))}</span>`,
  );

/** @param {number} notch 0: a rate of 1; below: smaller ones, to two digits */
const rateOf = (notch) => Number((10 ** (notch / NOTCHES)).toPrecision(2));

/** @param {number} speed */
export function speedName(speed) {
  if (speed === Number.POSITIVE_INFINITY) return 'full speed';
  return speed === 1 ? 'one record a second' : `${whole(speed)} records a second`;
}
