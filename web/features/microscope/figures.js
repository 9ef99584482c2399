import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { strongest } from '../../shared/ranking.js';
import { DIGITS } from '../../shared/shape.js';
import { bars } from '../../ui/bars.js';
import { cells, marked } from '../../ui/cells.js';
import { figure } from '../../ui/figure.js';
import { picture } from '../../ui/picture.js';
import { signedPicture } from '../../ui/signed-picture.js';
import { signed } from './numbers.js';

/** @typedef {import('./state.js').Specimen} Specimen */
/** @typedef {import('../../ui/bars.js').Row} Row */
/**
 * @typedef {object} Following
 * @property {(node: number) => void} followNode
 * @property {(output: number) => void} followOutput
 */

/**
 * The picture of the step, with the selected pixel marked.
 *
 * @param {Specimen} specimen
 */
export const inputsFigure = ({ sample, selection }) =>
  figure(
    marked(picture(msg('The inputs, frozen'), sample.pixels, { full: 255 }), selection.pixel),
    msg('inputs'),
  );

/**
 * A signed value for each pixel.
 *
 * @param {Specimen} specimen
 * @param {string} name
 * @param {ArrayLike<number>} values (784)
 */
export const pixelsFigure = ({ selection }, name, values) =>
  figure(marked(signedPicture(name, values), selection.pixel), name);

/**
 * A value for each hidden node, arranged as on the stage. A click or an arrow key selects another node.
 *
 * @param {Specimen} specimen
 * @param {string} name
 * @param {Float64Array} values (hidden nodes)
 * @param {Following} actions
 * @param {boolean} [activations] whether values are 0..1, shown as ink; default: signed values
 */
export function nodesFigure({ selection }, name, values, { followNode }, activations = false) {
  const count = values.length;
  const columns = Math.ceil(Math.sqrt(count / 2));
  const rows = Math.ceil(count / columns);
  const field = {
    kind: 'node',
    label: name,
    columns,
    count,
    name: (/** @type {number} */ node) => msg(str`node ${node + 1}: ${signed(values[node], 3)}`),
  };
  return figure(
    cells(
      field,
      { kind: 'node', index: selection.node },
      { pick: (cell) => cell && followNode(cell.index) },
      (activations ? picture : signedPicture)(name, values, { columns, rows }),
    ),
    name,
  );
}

/**
 * A value for each output, as bars. A click on a digit selects another output.
 *
 * @param {Specimen} specimen
 * @param {string} name
 * @param {(output: number) => Row} row
 * @param {Following} actions
 * @param {boolean} [bothWays] signed values, scaled by the largest; default: 0..1
 */
export function outputsFigure({ selection }, name, row, { followOutput }, bothWays = false) {
  const rows = Array.from({ length: DIGITS }, (_, output) => ({
    ...row(output),
    ...following(msg(str`Follow output ${output}`), output, output === selection.output, () =>
      followOutput(output),
    ),
  }));
  return barsFigure(name, rows, bothWays);
}

/** The number of nodes shown as bars: as many as there are outputs. */
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
    ...following(msg(str`Follow node ${node + 1}`), node + 1, node === selection.node, () =>
      followNode(node),
    ),
  }));
  return barsFigure(name, rows, true);
}

/**
 * The parts of a row that let the visitor follow its node or output.
 *
 * @param {string} name
 * @param {number} number
 * @param {boolean} followed
 * @param {() => void} follow
 */
const following = (name, number, followed, follow) => ({
  name: html`<button type="button" class="bare" aria-label=${name} aria-pressed=${followed}
    @click=${follow} .textContent=${number}></button>`,
  classes: followed ? 'chosen' : '',
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
