import { html, nothing } from 'lit';
import { DIGITS } from '../shared/shape.js';

/**
 * Numbers as bars, one row for each digit or hidden node.
 *
 * @typedef {object} Row
 * @property {import('lit').TemplateResult} [name] a digit, a number or a button
 * @property {number[]} [values] one bar for each
 * @property {number} [target] marked by a line
 * @property {import('lit').TemplateResult} [bar] instead of values and target: an element of the class `bar`, with its
 *   fill()
 * @property {string} [text] the number as text
 * @property {string} [title] the number as a tooltip, if there is no room for text
 * @property {import('lit').TemplateResult} [more] further content
 * @property {string} [classes] `marked`: stands out; `chosen`: is explained or followed
 */

/**
 * @param {string | null} label
 * @param {Row[]} rows
 * @param {{ furthest?: number, upright?: boolean }} [options] furthest: bars start at 0 in the middle and go up to
 *   this value in both directions; default: they go from 0 to 1
 */
export function bars(label, rows, { furthest, upright = false } = {}) {
  const full = furthest ?? 1;
  return html`
    <ol class="bars ${furthest === undefined ? '' : 'both-ways'} ${upright ? 'upright' : ''}"
      aria-label=${label ?? nothing}>
      ${rows.map(
        ({ name, values = [], target, bar, text, title, more, classes = '' }) => html`
          <li class=${classes} title=${title ?? nothing}>
            ${name}
            ${bar ?? html`<div class="bar">${values.map((value) => fill(value / full))} ${target === undefined ? '' : mark(target)}</div>`}
            ${text === undefined ? '' : html`<span .textContent=${text}></span>`}
            ${more}
          </li>
        `,
      )}
    </ol>
  `;
}

/** @param {number} value 0..1, or -1..1 where bars go both ways */
export const fill = (value) => html`
  <i class=${value < 0 ? 'against' : 'for'} .style=${`--value: ${Math.abs(value)}`}></i>
`;

/** @param {number} value */
const mark = (value) => html`<b .style=${`--value: ${value}`}></b>`;

/**
 * A row for each digit.
 *
 * @param {ArrayLike<number> | null} values null: none yet
 * @param {(value: number) => string} write formats a value
 * @param {number[]} [marked] digits that stand out
 * @returns {Row[]}
 */
export const digitRows = (values, write, marked = []) =>
  Array.from({ length: DIGITS }, (_, digit) => ({
    name: html`<b .textContent=${digit}></b>`,
    values: [values ? values[digit] : 0],
    text: values ? write(values[digit]) : '',
    classes: marked.includes(digit) ? 'marked' : '',
  }));
