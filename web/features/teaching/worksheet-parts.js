import { msg } from '@lit/localize';
import { html } from 'lit';
import { decimal } from '../../ui/format.js';
import { span } from '../../ui/span.js';
import { PLACES, WEIGHT_PLACES } from './by-hand.js';

/**
 * The tables of the worksheet. What is to be worked out is a blank, or, on the solution, a number that stands out.
 *
 * @typedef {import('lit').TemplateResult} TemplateResult
 * @typedef {(value: number, places?: number) => TemplateResult} Blank
 */

/** @type {Blank} */
const gap = () => html`<span class="blank" role="img" aria-label=${msg('to be worked out')}></span>`;

/** @type {Blank} */
const solved = (value, places = PLACES) =>
  html`<b class="solved" .textContent=${decimal(value, places)}></b>`;

/** @param {boolean} isSolution @returns {Blank} */
export const blanks = (isSolution) => (isSolution ? solved : gap);

/** A weight that is given. @param {number} value */
export const weight = (value) => span(decimal(value, WEIGHT_PLACES));

/** Another number that is given. @param {number} value */
export const given = (value) => span(decimal(value, PLACES));

/**
 * @param {string} caption
 * @param {string[]} columns names; the first is that of the rows' names
 * @param {{ name: string, cells: TemplateResult[] }[]} rows with the last cells only, if there are fewer than columns
 */
export const table = (caption, columns, rows) => html`
  <table>
    <caption .textContent=${caption}></caption>
    <thead><tr>${columns.map((name) => html`<th scope="col" .textContent=${name}></th>`)}</tr></thead>
    <tbody>
      ${rows.map(
        ({ name, cells }) => html`
          <tr>
            <th scope="row" colspan=${columns.length - cells.length} .textContent=${name}></th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>
        `,
      )}
    </tbody>
  </table>
`;

/**
 * A weighted sum of two terms that are to be worked out and one that is given.
 *
 * @param {object} texts
 * @param {string} texts.caption
 * @param {string[]} texts.columns four
 * @param {string[]} texts.names of the two terms
 * @param {string} texts.others the name of the one that is given
 * @param {string} texts.total the name of the sum
 * @param {import('./by-hand.js').Sum} sum
 * @param {number[]} values that the weights multiply
 * @param {Blank} blank
 * @param {{ name: string, value: number } | null} squashed the sum after the sigmoid
 */
export function sumTable({ caption, columns, names, others, total }, sum, values, blank, squashed) {
  return table(caption, columns, [
    ...names.map((name, i) => ({
      name,
      cells: [weight(sum.weights[i]), blank(values[i]), blank(sum.products[i])],
    })),
    { name: others, cells: [given(sum.others)] },
    { name: total, cells: [blank(sum.total)] },
    ...(squashed ? [{ name: squashed.name, cells: [blank(squashed.value)] }] : []),
  ]);
}
