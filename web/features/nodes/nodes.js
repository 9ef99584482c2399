import { msg, str } from '@lit/localize';
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
    label: msg('Weights of the hidden nodes'),
    columns: COLUMNS,
    count,
    name: (/** @type {number} */ i) => msg(str`node ${whole(i + 1)}`),
  };
  return html`
    <p class="caption">${msg(html`Each picture shows the 784 weights of a hidden node, one for each input. Ink on <b class="for">blue</b> activates the node, ink on <b class="against">orange</b> suppresses it.`)}</p>
    <div class="readout" role="region" aria-label=${msg('Explanation of a node')} tabindex="0">
      ${
        part?.kind === 'node'
          ? aboutNode(state, part.index)
          : html`<div class="words"><p .textContent=${msg('Point at a picture: its node is explained here, with the numbers for the digit on the stage.')}></p></div>`
      }
    </div>
    <seen-area class="weight-grid ${weights ? '' : 'empty'}" @seen=${(/** @type {CustomEvent<boolean>} */ event) => actions.seeNodes(event.detail)}>
      ${cells(
        field,
        part,
        { point: actions.point, pick: actions.pin },
        html`<canvas role="img" aria-label=${plural(count, { one: msg('Weights of # hidden node'), other: msg('Weights of # hidden nodes') })}
          ${weightGrid(weights?.pictures ?? null, COLUMNS, count)}></canvas>`,
      )}
    </seen-area>
    <p class="caption" .textContent=${
      count < all
        ? msg(str`The first ${whole(count)} of ${whole(all)} hidden nodes.`)
        : plural(all, { one: msg('The only hidden node.'), other: msg('All # hidden nodes.') })
    }></p>
  `;
}
