import { html, nothing } from 'lit';
import { strongest } from '../../shared/ranking.js';
import { DIGITS, SIDE } from '../../shared/shape.js';
import { signed } from '../../ui/format.js';
import { picture } from '../../ui/picture.js';
import { signedPicture } from '../../ui/signed-picture.js';

/** @typedef {import('./state.js').Specimen} Specimen */
/**
 * @typedef {object} Following
 * @property {(node: number) => void} followNode
 * @property {(output: number) => void} followOutput
 */

/** @param {number} index @param {number} columns @param {number} rows */
const marker = (index, columns, rows) => html`
  <span class="marker" .style=${`--columns: ${columns}; --rows: ${rows};
    --column: ${index % columns}; --row: ${Math.floor(index / columns)}`}></span>
`;

/**
 * The picture of the step, with the selected pixel marked.
 *
 * @param {Specimen} specimen
 */
export const inputsFigure = ({ sample, selection }) => html`
  <figure>
    <div class="field">
      <canvas class="picture" width=${SIDE} height=${SIDE} role="img" aria-label="The inputs, frozen"
        ${picture(sample.pixels, 255)}></canvas>
      ${marker(selection.pixel, SIDE, SIDE)}
    </div>
    <figcaption>inputs</figcaption>
  </figure>
`;

/**
 * A value for each pixel, for and against.
 *
 * @param {Specimen} specimen
 * @param {string} name
 * @param {ArrayLike<number>} values (784)
 */
export const pixelsFigure = ({ selection }, name, values) => html`
  <figure>
    <div class="field">
      <canvas class="signed" width=${SIDE} height=${SIDE} role="img" aria-label=${name}
        ${signedPicture(values)}></canvas>
      ${marker(selection.pixel, SIDE, SIDE)}
    </div>
    <figcaption>${name}</figcaption>
  </figure>
`;

/**
 * A value for each hidden node, arranged as on the stage. A click selects another node.
 *
 * @param {Specimen} specimen
 * @param {string} name
 * @param {Float64Array} values (hidden nodes)
 * @param {Following} actions
 * @param {boolean} [activations] 0..1, shown as ink; else for and against
 */
export function nodesFigure({ selection }, name, values, { followNode }, activations = false) {
  const count = values.length;
  const columns = Math.ceil(Math.sqrt(count / 2));
  const rows = Math.ceil(count / columns);

  /** @param {PointerEvent} event */
  const click = (event) => {
    const box = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect();
    const column = Math.floor(((event.clientX - box.left) / box.width) * columns);
    const row = Math.floor(((event.clientY - box.top) / box.height) * rows);
    if (row * columns + column < count) followNode(row * columns + column);
  };

  return html`
    <figure>
      <div class="field nodes" .style=${`--columns: ${columns}; --rows: ${rows}`} @click=${click}>
        ${
          activations
            ? html`<canvas class="picture" width=${columns} height=${rows} role="img" aria-label=${name}
                ${picture(values)}></canvas>`
            : html`<canvas class="signed" width=${columns} height=${rows} role="img" aria-label=${name}
                ${signedPicture(values)}></canvas>`
        }
        ${marker(selection.node, columns, rows)}
      </div>
      <figcaption>${name}</figcaption>
    </figure>
  `;
}

/**
 * @typedef {object} Row of bars
 * @property {number[]} values a bar each
 * @property {number} [target]
 * @property {string} text
 */

/**
 * A value for each output, as bars. A click on a digit selects another output.
 *
 * @param {Specimen} specimen
 * @param {string} name
 * @param {(output: number) => Row} row
 * @param {Following} actions
 * @param {boolean} [bothWays] for and against, as long as the largest; else 0..1
 */
export function outputsFigure({ selection }, name, row, { followOutput }, bothWays = false) {
  const rows = Array.from({ length: DIGITS }, (_, output) => ({
    ...row(output),
    number: output,
    called: `output ${output}`,
    followed: output === selection.output,
    follow: () => followOutput(output),
  }));
  return barsFigure(name, rows, bothWays);
}

/** The number of nodes that have a bar: as many as there are outputs. */
const BARS = DIGITS;

/**
 * The largest values of hidden nodes, and that of the selected node, as bars. A click on a number selects another
 * node.
 *
 * @param {Specimen} specimen
 * @param {string} name
 * @param {ArrayLike<number>} values (hidden nodes)
 * @param {Following} actions
 */
export function largestFigure({ selection }, name, values, { followNode }) {
  const nodes = strongest(values, BARS);
  if (!nodes.includes(selection.node)) nodes[nodes.length - 1] = selection.node;
  const rows = nodes.map((node) => ({
    values: [values[node]],
    text: signed(values[node], 3),
    number: node + 1,
    called: `node ${node + 1}`,
    followed: node === selection.node,
    follow: () => followNode(node),
  }));
  return barsFigure(name, rows, true);
}

/**
 * @param {string} name
 * @param {(Row & { number: number, called: string, followed: boolean, follow: () => void })[]} rows
 * @param {boolean} bothWays as in outputsFigure
 */
function barsFigure(name, rows, bothWays) {
  const full = bothWays ? Math.max(...rows.flatMap(({ values }) => values).map(Math.abs)) : 1;
  return html`
    <figure class="ten">
      <ol class=${bothWays ? 'both-ways' : ''} aria-label=${name}>
        ${rows.map(
          ({ values, target, text, number, called, followed, follow }) => html`
            <li>
              <button type="button" aria-label="Follow ${called}" aria-pressed=${followed}
                @click=${follow}>${number}</button>
              <span class="track">
                ${values.map((value) => html`<i class=${value < 0 ? 'against' : 'for'} .style=${`--share: ${Math.abs(value) / full}`}></i>`)}
                ${target === undefined ? nothing : html`<b .style=${`--share: ${target}`}></b>`}
              </span>
              <span>${text}</span>
            </li>
          `,
        )}
      </ol>
      <figcaption>${name}</figcaption>
    </figure>
  `;
}
