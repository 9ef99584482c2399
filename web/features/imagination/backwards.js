import { html } from 'lit';
import { bars, digitRows } from '../../ui/bars.js';
import { decimal, signed, whole } from '../../ui/format.js';
import { picture } from '../../ui/picture.js';
import { signedPicture } from '../../ui/signed-picture.js';
import { targetsOf, wished } from './chosen-targets.js';

/**
 * A backquery step by step, from ten targets to a picture.
 *
 * @param {import('../../app/page-state.js').State} state
 */
export function backwards({ imagination: { imagined, wish } }) {
  const nodes = imagined?.hidden.length ?? 0;
  const targets = targetsOf(imagined?.wish ?? wish);
  const logits = imagined?.logits ?? null;
  const largest = logits ? Math.max(...logits.map(Math.abs)) : 1;
  // As nearly square as it gets.
  const columns = Math.max(1, Math.ceil(Math.sqrt(nodes)));
  const field = { columns, rows: Math.max(1, Math.ceil(nodes / columns)) };
  return html`
    <section aria-labelledby="backwards-title">
      <h3 id="backwards-title">Backquery, step by step</h3>
      <p>
        <code>wih</code> are the weights from the inputs to the hidden nodes, <code>who</code> those from the
        hidden nodes to the outputs. The way back takes <code>who</code> first.
      </p>
      <ol class="steps">
        ${step(
          'Targets',
          bars('Targets', digitRows(targets, decimal, wished(imagined?.wish ?? wish))),
          `The ten answers that are wished for: ${answers(imagined?.wish ?? wish)}.`,
        )}
        ${step(
          'Logit',
          bars('Logits of the targets', digitRows(logits, signed), { furthest: largest }),
          'For each target, the sum that the sigmoid would turn into it: its logit.',
        )}
        ${step(
          html`Through <code>who</code>`,
          signedPicture('Sums at the hidden nodes', imagined?.hiddenSums ?? null, field),
          html`Back to the hidden nodes: each adds up the ten, times its weight to each output:
            ${range(imagined?.hiddenSums)}.`,
        )}
        ${step(
          'Rescaled',
          picture('Hidden nodes, rescaled', imagined?.hidden ?? null, field),
          `A node’s answer comes from a sigmoid, so it is between 0 and 1: nothing else has a logit. So the
          smallest becomes 0.01, the largest 0.99.`,
        )}
        ${step(
          html`Through <code>wih</code>`,
          signedPicture('Sums at the pixels', imagined?.sums ?? null),
          html`The nodes’ logits, and back to the pixels: each adds up all ${nodes ? whole(nodes) : ''} nodes, times its weights:
            ${range(imagined?.sums)}.`,
        )}
        ${step(
          'Rescaled',
          picture('The picture of the backquery', imagined?.inputs ?? null),
          'The same once more, from 0.01, paper, to 0.99, ink: the picture.',
        )}
      </ol>
    </section>
  `;
}

/**
 * What the targets say.
 *
 * @param {import('./chosen-targets.js').Wish} wish
 */
function answers(wish) {
  if (wish.kind === 'all') return '0.99, yes, for all of them';
  const [first, second] = wished(wish);
  if (second === undefined) return '0.99 is yes, 0.01 is no, as in training';
  const targets = targetsOf(wish);
  return `one yes, shared: ${decimal(targets[first])} for ${first}, ${decimal(targets[second])} for ${second}; 0.01 is no`;
}

/** @param {unknown} title @param {unknown} content @param {unknown} words */
const step = (title, content, words) => html`
  <li>
    <h4>${title}</h4>
    ${content}
    <p class="caption">${words}</p>
  </li>
`;

/** @param {Float32Array | undefined} values */
function range(values) {
  if (!values) return '…';
  const [least, most] = values.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
  return html`<b class="number">${signed(least, 1)}</b> to <b class="number">${signed(most, 1)}</b>`;
}
