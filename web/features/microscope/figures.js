import { html } from 'lit';
import { strongest } from '../../shared/ranking.js';
import { DIGITS, SIDE } from '../../shared/shape.js';
import { bars } from '../../ui/bars.js';
import { cells, marked } from '../../ui/cells.js';
import { figure } from '../../ui/figure.js';
import { signed } from '../../ui/format.js';
import { picture } from '../../ui/picture.js';
import { signedPicture } from '../../ui/signed-picture.js';

/** @typedef {import('./state.js').Specimen} Specimen */
/** @typedef {import('../../ui/bars.js').Row} Row */
/**
 * @typedef {object} Following
 * @property {(node: number) => void} followNode
 * @property {(output: number) => void} followOutput
 */

/**
 * The picture that is learnt, with the pixel that is followed.
 *
 * @param {Specimen} specimen
 */
export const inputsFigure = ({ slide, cast }) =>
  figure(
    marked(picture('The inputs, frozen', slide.pixels, { full: 255 }), cast.pixel, SIDE, SIDE),
    'inputs',
  );

/**
 * Something that each pixel has of its own, for and against.
 *
 * @param {Specimen} specimen
 * @param {string} name
 * @param {ArrayLike<number>} values (784)
 */
export const pixelsFigure = ({ cast }, name, values) =>
  figure(marked(signedPicture(name, values), cast.pixel, SIDE, SIDE), name);

/**
 * Something that each hidden node has, where it is on the stage. A click or an arrow key follows another node.
 *
 * @param {Specimen} specimen
 * @param {string} name
 * @param {Float64Array} values (hidden nodes)
 * @param {Following} actions
 * @param {boolean} [activations] 0..1, shown as ink; else for and against
 */
export function nodesFigure({ cast }, name, values, { followNode }, activations = false) {
  const count = values.length;
  const columns = Math.ceil(Math.sqrt(count / 2));
  const rows = Math.ceil(count / columns);
  const field = {
    kind: 'node',
    label: name,
    columns,
    count,
    name: (/** @type {number} */ node) => `node ${node + 1}: ${signed(values[node], 3)}`,
  };
  return figure(
    cells(
      field,
      { kind: 'node', index: cast.node },
      { pick: (cell) => cell && followNode(cell.index) },
      (activations ? picture : signedPicture)(name, values, { columns, rows }),
    ),
    name,
  );
}

/**
 * Something that each output has, as bars. A click on its digit follows another output.
 *
 * @param {Specimen} specimen
 * @param {string} name
 * @param {(output: number) => Row} row
 * @param {Following} actions
 * @param {boolean} [bothWays] for and against, the largest as long as can be; else 0..1
 */
export function outputsFigure({ cast }, name, row, { followOutput }, bothWays = false) {
  const rows = Array.from({ length: DIGITS }, (_, output) => ({
    ...row(output),
    ...following(`output ${output}`, output, output === cast.output, () => followOutput(output)),
  }));
  return barsFigure(name, rows, bothWays);
}

/** How many nodes have a bar: as many as there are outputs. */
const BARS = DIGITS;

/**
 * Something that each hidden node has, as bars of those that have most of it, and of the followed one. A
 * click on its number follows another node.
 *
 * @param {Specimen} specimen
 * @param {string} name
 * @param {ArrayLike<number>} values (hidden nodes)
 * @param {Following} actions
 */
export function largestFigure({ cast }, name, values, { followNode }) {
  const nodes = strongest(values, BARS);
  if (!nodes.includes(cast.node)) nodes[nodes.length - 1] = cast.node;
  const rows = nodes.map((node) => ({
    values: [values[node]],
    text: signed(values[node], 3),
    ...following(`node ${node + 1}`, node + 1, node === cast.node, () => followNode(node)),
  }));
  return barsFigure(name, rows, true);
}

/**
 * What makes a row one that can be followed.
 *
 * @param {string} called
 * @param {number} number
 * @param {boolean} followed
 * @param {() => void} follow
 */
const following = (called, number, followed, follow) => ({
  name: html`<button type="button" class="bare" aria-label="Follow ${called}" aria-pressed=${followed}
    @click=${follow}>${number}</button>`,
  look: followed ? 'chosen' : '',
});

/**
 * @param {string} name
 * @param {Row[]} rows
 * @param {boolean} bothWays as in outputsFigure
 */
function barsFigure(name, rows, bothWays) {
  const furthest = Math.max(...rows.flatMap(({ values = [] }) => values).map(Math.abs));
  return figure(bars(name, rows, bothWays ? { furthest } : {}), name);
}
