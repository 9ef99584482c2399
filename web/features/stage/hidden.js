import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { BUNDLED_HIDDEN_NODES } from '../../shared/bundled.js';
import { largest } from '../../shared/ranking.js';
import { cells } from '../../ui/cells.js';
import { decimal, plural, whole } from '../../ui/format.js';
import { stacked } from '../../ui/stacked.js';
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
  const count = answer?.hidden.length ?? answering?.hiddenNodes ?? BUNDLED_HIDDEN_NODES;
  // About twice as tall as wide.
  const columns = Math.ceil(Math.sqrt(count / 2));
  const part = explained(state);
  const field = {
    kind: /** @type {const} */ ('node'),
    label: msg('Hidden nodes'),
    columns,
    count,
    name: (/** @type {number} */ i) =>
      answer ? msg(str`node ${whole(i + 1)}: ${decimal(answer.hidden[i])}`) : msg(str`node ${whole(i + 1)}`),
  };
  const output = part?.kind === 'output' ? part.index : answer && largest(answer.outputs);
  return html`
    <div class="hidden-nodes">
      <h3 .textContent=${plural(count, { one: msg('# hidden node'), other: msg('# hidden nodes') })}></h3>
      <p class="caption">${stacked(owner(state), [bundled(), own(state), atStep(1_888_888)])}</p>
      ${cells(
        field,
        part,
        { point, pick: pin },
        html`<canvas class="lights" ${lights(answer, output, columns, count)}></canvas>`,
      )}
    </div>
  `;
}

/**
 * Whose hidden nodes they are: the network that came with the page has others than the visitor's own, which takes its
 * place when training begins.
 *
 * @param {import('../../app/page-state.js').State} state
 */
function owner(state) {
  const { answering } = state.runs[state.runId];
  switch (answering?.kind) {
    case 'run':
      return own(state);
    case 'snapshot':
      return atStep(Number(answering.step));
    case 'file':
      return msg(str`The network in ${answering.file}`);
    default:
      return bundled();
  }
}

/** @param {import('../../app/page-state.js').State} state */
const own = ({ hasBundled }) =>
  hasBundled ? msg('Your own network, not the page’s') : msg('Your own network');

/** @param {number} step */
const atStep = (step) => msg(str`Your own network, at step ${whole(step)}`);

const bundled = () => msg('The network that came with the page');
