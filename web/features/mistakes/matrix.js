import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { countBehind } from '../../shared/evaluation.js';
import { DIGITS } from '../../shared/shape.js';
import { arrowKeys } from '../../ui/arrow-keys.js';
import { aDigit, decimal, percent, plural, whole } from '../../ui/format.js';
import { guard } from '../../ui/guard.js';
import { stacked } from '../../ui/stacked.js';

/** @typedef {import('./state.js').Mistakes} Mistakes */
/** @typedef {{ chooseCell: (cell: import('../../shared/evaluation.js').Cell | null) => void }} Choosing */

const digits = Array.from({ length: DIGITS }, (_, digit) => digit);

/**
 * The confusion matrix: how many records of each digit are read as which digit.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {Choosing} actions
 */
export function matrix({ mistakes }, actions) {
  const { evaluation, cell } = mistakes;
  return html`
    <h3 .textContent=${msg('Confusion matrix')}></h3>
    <p class="caption">${stacked(evaluation ? accuracy(evaluation) : '', [ofBundled('99.99\u00a0%')])}</p>
    <p class="caption">${stacked(evaluation ? summary(evaluation.labels.length, countBehind(evaluation, null)) : '', [summary(10_000, 1000)])}</p>
    ${guard([evaluation, cell], () => table(mistakes, actions))}
  `;
}

/** @param {string} share */
const ofBundled = (share) => msg(str`Accuracy of the page’s own network: ${share}.`);

/** The accuracy, and what it was measured on. @param {import('../../shared/evaluation.js').Evaluation} evaluation */
function accuracy(evaluation) {
  const { labels, network } = evaluation;
  const share = percent(1 - countBehind(evaluation, null) / labels.length);
  switch (network.kind) {
    case 'bundled':
      return ofBundled(share);
    case 'file':
      return msg(str`Accuracy of the network from your file: ${share}.`);
    default:
      return msg(str`Accuracy at step ${whole(network.step)}: ${share}.`);
  }
}

/** @param {number} total @param {number} wrong */
const summary = (total, wrong) =>
  msg(str`Read correctly: ${whole(total - wrong)} of ${whole(total)}. Misread: ${whole(wrong)}.`);

/** @param {Mistakes} mistakes @param {Choosing} actions */
function table({ evaluation, cell }, { chooseCell }) {
  const counts = evaluation?.confusion;
  const shades = counts && shading(counts);
  const reached = cell ?? { label: 0, answer: 0 };

  /** @param {number} label @param {number} answer */
  const content = (label, answer) => {
    if (!counts || !shades) return nothing;
    const count = counts[label * DIGITS + answer];
    const chosen = cell?.label === label && cell.answer === answer;
    // Without a separator, so that four digits fit.
    const written = decimal(count, 0);
    const name = plural(count, {
      one: msg(str`${written} record of ${aDigit(label)} read as ${aDigit(answer)}`),
      other: msg(str`${written} records of ${aDigit(label)} read as ${aDigit(answer)}`),
    });
    return html`
      <button type="button" class="bare ${count === 0 ? 'zero' : label === answer ? 'right' : 'wrong'}"
        .style=${`--shade: ${shades[label * DIGITS + answer]}`}
        aria-label=${name} aria-pressed=${chosen}
        tabindex=${reached.label === label && reached.answer === answer ? 0 : -1}
        @click=${() => chooseCell(chosen ? null : { label, answer })}
        .textContent=${written}></button>
    `;
  };

  return html`
    <table class="matrix" @keydown=${arrowKeys}>
      <caption .textContent=${msg('Row: what a record is. Column: what it is read as.')}></caption>
      <thead>
        <tr><td></td>${digits.map((answer) => html`<th scope="col" .textContent=${answer}></th>`)}</tr>
      </thead>
      <tbody>
        ${digits.map(
          (label) => html`
            <tr>
              <th scope="row" .textContent=${label}></th>
              ${digits.map((answer) => html`<td>${content(label, answer)}</td>`)}
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}

/**
 * How dark each cell is. A cell of right answers: their share of all records of the digit. Mistakes are rare in
 * a good network, so a cell of mistakes has its share of the digit's records divided by the largest such share.
 *
 * @param {Uint32Array} counts
 * @returns {number[]} 0..1
 */
function shading(counts) {
  const shares = Array.from(counts, (count, i) => {
    const row = Math.floor(i / DIGITS) * DIGITS;
    return count && count / counts.subarray(row, row + DIGITS).reduce((sum, each) => sum + each, 0);
  });
  const wrong = (/** @type {number} */ i) => i % DIGITS !== Math.floor(i / DIGITS);
  const largest = Math.max(...shares.filter((_, i) => wrong(i)));
  return shares.map((share, i) => (share && wrong(i) ? share / largest : share));
}
