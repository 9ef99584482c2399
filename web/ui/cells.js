import { html, nothing } from 'lit';

/**
 * @typedef {import('../app/page-state.js').Part} Part
 *
 * @typedef {object} Field
 * @property {Part['kind']} kind of its cells
 * @property {string} label
 * @property {number} columns
 * @property {number} count
 * @property {(index: number) => string} name of a cell, with its value
 *
 * @typedef {object} Pointing
 * @property {(part: Part | null) => void} point
 * @property {(part: Part | null) => void} pin a part that is clicked; null, or the same again: unpins it
 */

/**
 * A field of cells, row by row, that are pointed at: with the mouse, by tapping, and with the arrow keys,
 * as on a slider. A click, or Enter, pins a cell.
 *
 * @param {Field} field
 * @param {Part | null} explained
 * @param {Pointing} actions
 * @param {unknown} content what shows the cells: it fills the field
 */
export function cells({ kind, label, columns, count, name }, explained, { point, pin }, content) {
  const rows = Math.ceil(count / columns);
  const here = explained?.kind === kind && explained.index < count ? explained.index : null;

  /** @param {PointerEvent} event */
  const partAt = (event) => {
    const box = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect();
    const column = Math.floor(((event.clientX - box.left) / box.width) * columns);
    const row = Math.floor(((event.clientY - box.top) / box.height) * rows);
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
      if (index >= 0 && index < count) point({ kind, index });
    } else if (event.key === 'Enter' && here !== null) pin({ kind, index: here });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return html`
    <div class="cells" data-field=${kind} data-columns=${columns} data-rows=${rows}
      .style=${`--columns: ${columns}; --rows: ${rows}`}
      role="slider" tabindex="0" aria-label=${label}
      aria-valuemin="1" aria-valuemax=${count} aria-valuenow=${(here ?? 0) + 1}
      aria-valuetext=${here === null ? 'none; choose with the arrow keys' : name(here)}
      @pointermove=${(/** @type {PointerEvent} */ event) => point(partAt(event))}
      @pointerleave=${() => point(null)}
      @blur=${() => point(null)}
      @click=${(/** @type {PointerEvent} */ event) => pin(partAt(event))}
      @keydown=${key}>
      ${content}
      ${
        here === null
          ? nothing
          : html`<span class="marker"
              .style=${`--column: ${here % columns}; --row: ${Math.floor(here / columns)}`}></span>`
      }
    </div>
  `;
}
