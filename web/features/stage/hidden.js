import { html } from 'lit';
import { largest } from '../../shared/ranking.js';
import { cells } from '../../ui/cells.js';
import { decimal, plural, whole } from '../../ui/format.js';
import { lights } from './lights.js';
import { explained } from './state.js';

/**
 * The hidden nodes as lights: the more active a node, the brighter its light. It is blue if the node's weight speaks
 * for the explained or the highest output, and orange if it speaks against it.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function hidden(state, { point, pin }) {
  const { answer } = state.stage;
  const { answering } = state.runs[state.runId];
  const count = answer?.hidden.length ?? answering?.hiddenNodes ?? state.choice.settings.hiddenNodes;
  // About twice as tall as wide.
  const columns = Math.ceil(Math.sqrt(count / 2));
  const part = explained(state);
  const field = {
    kind: /** @type {const} */ ('node'),
    label: 'Hidden nodes',
    columns,
    count,
    name: (/** @type {number} */ i) =>
      answer ? `node ${whole(i + 1)}: ${decimal(answer.hidden[i])}` : `node ${whole(i + 1)}`,
  };
  const output = part?.kind === 'output' ? part.index : answer && largest(answer.outputs);
  return html`
    <div class="hidden-nodes">
      <h3 .textContent=${plural(count, { one: '# hidden node', other: '# hidden nodes' })}></h3>
      ${cells(
        field,
        part,
        { point, pick: pin },
        html`<canvas class="lights" ${lights(answer, output, columns, count)}></canvas>`,
      )}
    </div>
  `;
}
