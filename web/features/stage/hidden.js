import { html } from 'lit';
import { explained } from '../../app/page-state.js';
import { largest } from '../../shared/ranking.js';
import { cells } from '../../ui/cells.js';
import { decimal, whole } from '../../ui/format.js';
import { lights } from './lights.js';

/**
 * The hidden nodes as lights: as bright as they are active; blue where their weight speaks for the output
 * that leads or is pointed at, orange where it speaks against.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function hidden(state, { point, keep }) {
  const { answer } = state;
  const count = answer?.hidden.length ?? state.hiddenNodes;
  // About twice as high as wide.
  const columns = Math.ceil(Math.sqrt(count / 2));
  const part = explained(state);
  const field = {
    kind: /** @type {const} */ ('node'),
    label: 'Hidden nodes',
    columns,
    count,
    name: (/** @type {number} */ i) => `node ${i + 1}${answer ? `: ${decimal(answer.hidden[i])}` : ''}`,
  };
  const output = part?.kind === 'output' ? part.index : answer && largest(answer.outputs);
  return html`
    <div class="hidden-nodes">
      <h3>${whole(count)} hidden nodes</h3>
      ${cells(
        field,
        part,
        { point, pick: keep },
        html`<canvas class="lights" ${lights(answer, output, columns, count)}></canvas>`,
      )}
    </div>
  `;
}
