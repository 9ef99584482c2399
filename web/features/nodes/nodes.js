import './seen-area.js';
import { html } from 'lit';
import { explained } from '../../app/page-state.js';
import { PIXELS } from '../../shared/shape.js';
import { cells } from '../../ui/cells.js';
import { whole } from '../../ui/format.js';
import { aboutNode } from '../stage/about-node.js';
import { weightGrid } from './weight-grid.js';

const COLUMNS = 20;
/** Pictures that there is room for until their number is known. */
const USUAL = 200;

/**
 * What each hidden node looks for: all its weights, as a picture.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function nodes(state, actions) {
  const { weights } = state.nodes;
  const part = explained(state);
  const count = weights ? weights.pictures.length / PIXELS : USUAL;
  const all = weights?.hiddenNodes ?? state.hiddenNodes;
  const field = {
    kind: /** @type {const} */ ('node'),
    label: 'Weights of the hidden nodes',
    columns: COLUMNS,
    count,
    name: (/** @type {number} */ i) => `node ${i + 1}`,
  };
  return html`
    <p class="caption">
      Each picture is a hidden node: its 784 weights, one for each input. <b class="for">Blue</b>: ink here
      wakes it. <b class="against">Orange</b>: ink here silences it.
    </p>
    <div class="readout" role="region" aria-label="Explanation of a node" tabindex="0">
      ${
        part?.kind === 'node'
          ? aboutNode(state, part.index)
          : html`<div class="words"><p>Point at one: here it is explained, for what is on the stage.</p></div>`
      }
    </div>
    <seen-area class="weight-grid" @seen=${(/** @type {CustomEvent<boolean>} */ event) => actions.seeNodes(event.detail)}>
      ${cells(
        field,
        part,
        { point: actions.point, pick: actions.keep },
        html`<canvas role="img" aria-label="Weights of ${count} hidden nodes"
          ${weightGrid(weights?.pictures ?? null, COLUMNS, count)}></canvas>`,
      )}
    </seen-area>
    <p class="caption">${count < all ? `The first ${count} of ${whole(all)} hidden nodes.` : `All ${whole(all)} hidden nodes.`}</p>
  `;
}
