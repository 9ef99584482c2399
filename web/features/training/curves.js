import './learning-curve.js';
import { html } from 'lit';
import { percent, records, whole } from '../../ui/format.js';

/** @typedef {import('./learning-curve.js').Measure} Measure */
/** @typedef {import('./learning-curve.js').Point} Point */
/** @typedef {import('../../app/page-state.js').State} State */

/**
 * Both axes are stretched towards perfection, where the differences get small; so they need not change as
 * the network gets better.
 *
 * @type {Measure}
 */
const ACCURACY = {
  name: 'accuracy',
  min: 0,
  max: 99.8,
  ticks: [0, 50, 80, 90, 95, 98, 99, 99.5],
  unit: ' %',
  full: 100,
  place: (value) => -Math.log(100 - value),
};
/** @type {Measure} */
const ERROR = {
  name: 'error',
  min: 0.001,
  max: 0.4,
  ticks: [0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002],
  unit: '',
  full: 1,
  place: Math.log,
};

/** Right ends of the axis: as long as there are few records, they get all of the room. */
const ENDS = [100, 1000, 10_000];
/** Rows of the table. */
const ROWS = 20;

/**
 * How well it does, as it goes: curves, and a table of the same.
 *
 * @param {State} state
 */
export function curves(state) {
  return html`
    <div class="curves">
      ${plot(state, ACCURACY, 'Accuracy: how many it reads right')}
      ${plot(state, ERROR, 'Error: how far off its outputs are')}
    </div>
    <ul class="legend caption">
      <li class="test">Test: records that it never learns from.</li>
      <li class="train">
        Train: the records that it learns from, each answered before it learns from it.${
          state.choice.settings.flashCards > 0
            ? ' Flash cards bring the hard ones back, so it does worse here.'
            : ''
        }
      </li>
      ${state.run.epochs > 1 ? html`<li class="epochs">The end of an epoch.</li>` : ''}
      <li class="moment">The moment that you look back at.</li>
    </ul>
    ${table(state)}
  `;
}

/** @param {State} state @param {Measure} measure @param {string} title */
function plot({ run, scores, learnt, files, past }, measure, title) {
  const steps = files.train.loaded ? run.steps : 0;
  const most = ENDS.find((end) => run.step <= end) ?? Math.max(run.step, steps);
  const curve = { measure, test: scores, train: learnt, most, epoch: steps / run.epochs, moment: past };
  const last = scores.at(-1);
  const said = last ? `${shown(last, measure)} after ${records(last.step)}` : 'no measurement yet';
  return html`
    <figure>
      <figcaption>${title}</figcaption>
      <learning-curve .curve=${curve} aria-label="Curve of the ${measure.name}; test records: ${said}"></learning-curve>
    </figure>
  `;
}

/** @param {State} state */
function table({ scores, learnt }) {
  const steps = [...new Set([...scores, ...learnt].map(({ step }) => step))].sort((a, b) => a - b);
  const gap = Math.max(1, (steps.length - 1) / (ROWS - 1));
  const rows = Array.from({ length: Math.min(steps.length, ROWS) }, (_, i) => steps[Math.round(i * gap)]);
  /** @param {Point[]} points @param {number} step @param {Measure} measure */
  const cell = (points, step, measure) => {
    const point = points.find((each) => each.step === step);
    return html`<td>${point ? shown(point, measure) : '–'}</td>`;
  };
  return html`
    <details class="numbers">
      <summary>The curves as a table</summary>
      <div class="scroll" tabindex="0" role="group" aria-label="The curves as a table">
        <table>
          <thead>
            <tr>
              <th scope="col">Records shown</th>
              <th scope="col">Accuracy, test</th>
              <th scope="col">Accuracy, train</th>
              <th scope="col">Error, test</th>
              <th scope="col">Error, train</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (step) => html`
                <tr>
                  <th scope="row">${whole(step)}</th>
                  ${cell(scores, step, ACCURACY)} ${cell(learnt, step, ACCURACY)} ${cell(scores, step, ERROR)}
                  ${cell(learnt, step, ERROR)}
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    </details>
  `;
}

/** @param {Point} point @param {Measure} measure */
const shown = (point, { name }) => (name === 'accuracy' ? percent(point.accuracy) : point.error.toFixed(4));
