import { msg, str } from '@lit/localize';
import './learning-curve.js';
import { html } from 'lit';
import { locale } from '../../shared/message.js';
import { decimal, percent, records, significant, whole } from '../../ui/format.js';
import { currentRun } from './state.js';

/** @typedef {import('./learning-curve.js').Measure} Measure */
/** @typedef {import('./learning-curve.js').Point} Point */
/** @typedef {import('../../app/page-state.js').State} State */

/**
 * Both axes are stretched towards the best values, where differences are small. So they do not have to change while
 * the network improves.
 *
 * @type {Measure}
 */
const ACCURACY = {
  name: 'accuracy',
  min: 0,
  max: 99.8,
  ticks: [0, 50, 80, 90, 95, 98, 99, 99.5],
  write: (tick) => percent(tick / 100, tick % 1 === 0 ? 0 : 1),
  full: 100,
  position: (value) => -Math.log(100 - value),
};
/** @type {Measure} */
const ERROR = {
  name: 'error',
  min: 0.001,
  max: 0.4,
  ticks: [0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002],
  write: (tick) => significant(tick),
  full: 1,
  position: Math.log,
};

/** @type {Record<Measure['name'], { title: () => string, empty: () => string, latest: (value: string, records: string) => string }>} */
const TEXTS = {
  accuracy: {
    title: () => msg('Accuracy: the share of records read correctly'),
    empty: () => msg('Curve of the accuracy; test records: no measurement yet'),
    latest: (value, records) => msg(str`Curve of the accuracy; test records: ${value} after ${records}`),
  },
  error: {
    title: () => msg('Error: how far the outputs are from their targets'),
    empty: () => msg('Curve of the error; test records: no measurement yet'),
    latest: (value, records) => msg(str`Curve of the error; test records: ${value} after ${records}`),
  },
};

/** Right ends of the axis at first, so that few records fill the whole width. */
const ENDS = [100, 1000, 10_000];
/** Rows of the table. */
const ROWS = 20;

/**
 * Accuracy and error during the run, as curves and as a table.
 *
 * @param {State} state
 */
export function curves(state) {
  return html`
    <div class="curves">
      ${plot(state, ACCURACY)} ${plot(state, ERROR)}
    </div>
    <ul class="legend caption">
      <li class="test" .textContent=${msg('Test: records that the network must not learn from.')}></li>
      <li class="train" .textContent=${
        state.choice.settings.flashCards > 0
          ? msg(
              'Train: the records that it learns from, each answered before it learns from it. Flash cards bring back the hard ones, so the network does worse here.',
            )
          : msg('Train: the records that it learns from, each answered before it learns from it.')
      }></li>
      ${currentRun(state).epochs > 1 ? html`<li class="epochs" .textContent=${msg('The end of an epoch.')}></li>` : ''}
      <li class="viewed" .textContent=${msg('The step being viewed.')}></li>
    </ul>
    ${table(state)}
  `;
}

/** The curves alone, in a presentation. @param {State} state */
export const presentedCurves = (state) => html`
  <section class="card presented-curves" aria-labelledby="curves-title">
    <h2 id="curves-title" .textContent=${msg('Accuracy and error')}></h2>
    ${curves(state)}
  </section>
`;

/** @param {State} state @param {Measure} measure */
function plot(state, measure) {
  const run = currentRun(state);
  const { scores, trainingMetrics, viewedStep } = run;
  const steps = state.records.train.loaded ? run.steps : 0;
  const most = ENDS.find((end) => run.step <= end) ?? Math.max(run.step, steps);
  const curve = {
    measure,
    test: scores,
    train: trainingMetrics,
    most,
    epoch: steps / run.epochs,
    viewedStep,
    language: locale(),
  };
  const { title, empty, latest } = TEXTS[measure.name];
  const last = scores.at(-1);
  const label = last ? latest(shown(last, measure), records(last.step)) : empty();
  return html`
    <figure>
      <figcaption .textContent=${title()}></figcaption>
      <learning-curve .curve=${curve} aria-label=${label}></learning-curve>
    </figure>
  `;
}

/** @param {State} state */
function table(state) {
  const { scores, trainingMetrics } = currentRun(state);
  const steps = [...new Set([...scores, ...trainingMetrics].map(({ step }) => step))].sort((a, b) => a - b);
  const gap = Math.max(1, (steps.length - 1) / (ROWS - 1));
  const rows = Array.from({ length: Math.min(steps.length, ROWS) }, (_, i) => steps[Math.round(i * gap)]);
  /** @param {Point[]} points @param {number} step @param {Measure} measure */
  const cell = (points, step, measure) => {
    const point = points.find((each) => each.step === step);
    return html`<td .textContent=${point ? shown(point, measure) : '–'}></td>`;
  };
  return html`
    <details class="numbers">
      <summary .textContent=${msg('The curves as a table')}></summary>
      <div class="scroll" tabindex="0" role="group" aria-label=${msg('The curves as a table')}>
        <table>
          <thead>
            <tr>
              <th scope="col" .textContent=${msg('Records shown')}></th>
              <th scope="col" .textContent=${msg('Accuracy, test')}></th>
              <th scope="col" .textContent=${msg('Accuracy, train')}></th>
              <th scope="col" .textContent=${msg('Error, test')}></th>
              <th scope="col" .textContent=${msg('Error, train')}></th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (step) => html`
                <tr>
                  <th scope="row" .textContent=${whole(step)}></th>
                  ${cell(scores, step, ACCURACY)} ${cell(trainingMetrics, step, ACCURACY)} ${cell(scores, step, ERROR)}
                  ${cell(trainingMetrics, step, ERROR)}
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
const shown = (point, { name }) => (name === 'accuracy' ? percent(point.accuracy) : decimal(point.error, 4));
