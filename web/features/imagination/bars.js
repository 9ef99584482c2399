import { html } from 'lit';
import { DIGITS } from '../../shared/shape.js';

/**
 * Ten numbers in rows, one per digit: digit, bar, number.
 *
 * @param {string} label
 * @param {ArrayLike<number> | null} values null: no bars yet
 * @param {(value: number) => string} write
 * @param {{ full?: number, marked?: number[] }} [look] full: the value that fills a bar; if it is given,
 *   bars go both ways from the middle; marked: digits that stand out
 */
export function bars(label, values, write, { full, marked = [] } = {}) {
  const row = (/** @type {number} */ digit) => {
    const value = values ? values[digit] : 0;
    return html`
      <li class=${marked.includes(digit) ? 'marked' : ''} .style=${`--value: ${value / (full ?? 1)}`}
        ><b>${digit}</b> <i class=${value < 0 ? 'against' : ''}></i> <span>${values ? write(value) : ''}</span></li>
    `;
  };
  return html`
    <ol class="bars ${full ? 'two-way' : ''}" aria-label=${label}>
      ${Array.from({ length: DIGITS }, (_, digit) => row(digit))}
    </ol>
  `;
}
