import './seen-area.js';
import { html } from 'lit';
import { PIXELS } from '../../shared/shape.js';
import { cells } from '../../ui/cells.js';
import { plural, whole } from '../../ui/format.js';
import { weightGrid } from './weight-grid.js';

const COLUMNS = 20;
/** The number of pictures to leave room for until the real number is known. */
const USUAL = 200;

/**
 * The weights of each hidden node, as a picture.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 * @param {import('../../app/page-state.js').Part | null} part the explained part of the page
 * @param {(state: import('../../app/page-state.js').State, node: number) => import('lit').TemplateResult} aboutNode
 *   explains a node
 */
export function nodes(state, actions, part, aboutNode) {
  const { weights } = state.nodes;
  const count = weights ? weights.pictures.length / PIXELS : USUAL;
  const all =
    weights?.hiddenNodes ??
    state.runs[state.runId].answering?.hiddenNodes ??
    state.choice.settings.hiddenNodes;
  const field = {
    kind: /** @type {const} */ ('node'),
    label: 'Weights of the hidden nodes',
    columns: COLUMNS,
    count,
    name: (/** @type {number} */ i) => `node ${whole(i + 1)}`,
  };
  return html`
    <p class="caption">
      Each picture shows the 784 weights of a hidden node, one for each input. Ink on <b class="for">blue</b>
      activates the node, ink on <b class="against">orange</b> suppresses it.
    </p>
    <div class="readout" role="region" aria-label="Explanation of a node" tabindex="0">
      ${
        part?.kind === 'node'
          ? aboutNode(state, part.index)
          : html`<div class="words"><p>Point at a picture: its node is explained here, with the numbers for the digit on the stage.</p></div>`
      }
    </div>
    <seen-area class="weight-grid ${weights ? '' : 'empty'}" @seen=${(/** @type {CustomEvent<boolean>} */ event) => actions.seeNodes(event.detail)}>
      ${cells(
        field,
        part,
        { point: actions.point, pick: actions.pin },
        html`<canvas role="img" aria-label=${plural(count, { one: 'Weights of # hidden node', other: 'Weights of # hidden nodes' })}
          ${weightGrid(weights?.pictures ?? null, COLUMNS, count)}></canvas>`,
      )}
    </seen-area>
    <p class="caption" .textContent=${
      count < all
        ? `The first ${whole(count)} of ${whole(all)} hidden nodes.`
        : plural(all, { one: 'The only hidden node.', other: 'All # hidden nodes.' })
    }></p>
  `;
}
