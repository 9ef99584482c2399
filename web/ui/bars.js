import { html, nothing } from 'lit';
import { DIGITS } from '../shared/shape.js';

/**
 * Numbers as bars, a row each: of the ten digits, or of some hidden nodes.
 *
 * @typedef {object} Row
 * @property {unknown} [name] what the number is of: a digit, or a button with one
 * @property {number[]} [values] a bar each
 * @property {number} [target] marked by a line
 * @property {unknown} [bar] in place of values and target: an element of the class `bar`, with its fill()
 * @property {unknown} [text] the number, in writing
 * @property {string} [title] the same, where there is no room for it
 * @property {unknown} [more] what else is in the row
 * @property {string} [look] `marked`: it stands out; `chosen`: it is the one that is explained or followed
 */

/**
 * @param {string | null} label
 * @param {Row[]} rows
 * @param {{ furthest?: number, upright?: boolean }} [look] furthest: what fills a bar where bars go both ways
 *   from 0 in the middle; else they go from 0 to 1
 */
export function bars(label, rows, { furthest, upright = false } = {}) {
  const full = furthest ?? 1;
  return html`
    <ol class="bars ${furthest === undefined ? '' : 'both-ways'} ${upright ? 'upright' : ''}"
      aria-label=${label ?? nothing}>
      ${rows.map(
        ({ name, values = [], target, bar, text, title, more, look = '' }) => html`
          <li class=${look} title=${title ?? nothing}>
            ${name}
            ${bar ?? html`<div class="bar">${values.map((value) => fill(value / full))} ${target === undefined ? '' : mark(target)}</div>`}
            ${text === undefined ? '' : html`<span>${text}</span>`}
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
 * @param {(value: number) => string} write
 * @param {number[]} [marked] digits that stand out
 * @returns {Row[]}
 */
export const digitRows = (values, write, marked = []) =>
  Array.from({ length: DIGITS }, (_, digit) => ({
    name: html`<b>${digit}</b>`,
    values: [values ? values[digit] : 0],
    text: values ? write(values[digit]) : '',
    look: marked.includes(digit) ? 'marked' : '',
  }));
