import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { SIDE } from '../shared/shape.js';
import { onLeave, onRealMove } from './real-move.js';

/**
 * A grid of cells, row by row. Mouse, touch or arrow keys point at a cell; a click or Enter picks it. To assistive
 * technology it is a slider.
 *
 * @template {string} K
 * @typedef {{ kind: K, index: number }} Cell
 */

/**
 * @template {string} K
 * @param {{ kind: K, label: string, columns: number, count: number, name: (index: number) => string }} field
 *   name: of a cell, with its value
 * @param {Cell<string> | null} chosen the marked cell, if its kind is that of the field
 * @param {{ point?: (cell: Cell<K> | null) => void, pick: (cell: Cell<K> | null) => void }} actions without point,
 *   arrow keys pick
 * @param {import('lit').TemplateResult} content a picture of the cells, which fills the field
 */
export function cells({ kind, label, columns, count, name }, chosen, { point, pick }, content) {
  const rows = Math.ceil(count / columns);
  const here = chosen?.kind === kind && chosen.index < count ? chosen.index : null;

  /** @param {PointerEvent} event */
  const cellAt = (event) => {
    const box = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect();
    // In Chromium, clicks are at whole pixels, but moves are not: at a border, a click would mean another cell.
    const [x, y] = [Math.floor(event.clientX), Math.floor(event.clientY)];
    const column = Math.floor(((x - box.left) / box.width) * columns);
    const row = Math.floor(((y - box.top) / box.height) * rows);
    const index = row * columns + column;
    return column >= 0 && column < columns && row >= 0 && index < count ? { kind, index } : null;
  };

  /** @param {KeyboardEvent} event */
  const key = (event) => {
    const moves = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns };
    const move = /** @type {Record<string, number>} */ (moves)[event.key];
    if (move) {
      const start = Math.floor(rows / 2) * columns + Math.floor(columns / 2);
      const index = here === null ? start : here + move;
      if (index >= 0 && index < count) (point ?? pick)({ kind, index });
    } else if (event.key === 'Enter' && here !== null) pick({ kind, index: here });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return html`
    <div class="cells" data-field=${kind} data-columns=${columns} data-rows=${rows}
      .style=${`--columns: ${columns}; --rows: ${rows}`}
      role="slider" tabindex="0" aria-label=${label}
      aria-valuemin="1" aria-valuemax=${count} aria-valuenow=${(here ?? 0) + 1}
      aria-valuetext=${here === null ? msg('none; choose with the arrow keys') : name(here)}
      @pointermove=${onRealMove((event) => point?.(cellAt(event)))}
      @pointerleave=${onLeave(() => point?.(null))}
      @blur=${() => point?.(null)}
      @click=${(/** @type {PointerEvent} */ event) => pick(cellAt(event))}
      @keydown=${key}>
      ${content} ${here === null ? nothing : marker(here, columns)}
    </div>
  `;
}

/** @param {number} index @param {number} columns */
const marker = (index, columns) => html`
  <span class="marker" .style=${`--column: ${index % columns}; --row: ${Math.floor(index / columns)}`}></span>
`;

/** A picture of 28 x 28 with one pixel marked, without interaction. @param {import('lit').TemplateResult} content @param {number} pixel */
export const marked = (content, pixel) => html`
  <div class="cells" .style=${`--columns: ${SIDE}; --rows: ${SIDE}`}>${content} ${marker(pixel, SIDE)}</div>
`;
