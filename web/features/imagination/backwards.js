import { html } from 'lit';
import { bars, digitRows } from '../../ui/bars.js';
import { decimal, signed, whole } from '../../ui/format.js';
import { picture } from '../../ui/picture.js';
import { signedPicture } from '../../ui/signed-picture.js';
import { span } from '../../ui/span.js';
import { chosenDigits, targetsOf } from './chosen-targets.js';

/**
 * A backquery step by step, from ten targets to a picture.
 *
 * @param {import('../../app/page-state.js').State} state
 */
export function backwards({ imagination: { imagined, chosen } }) {
  const nodes = imagined?.hidden.length ?? 0;
  const targets = targetsOf(imagined?.chosen ?? chosen);
  const logits = imagined?.logits ?? null;
  const largest = logits ? Math.max(...logits.map(Math.abs)) : 1;
  // As close to a square as possible.
  const columns = Math.max(1, Math.ceil(Math.sqrt(nodes)));
  const field = { columns, rows: Math.max(1, Math.ceil(nodes / columns)) };
  return html`
    <section aria-labelledby="backwards-title">
      <h3 id="backwards-title">Backquery, step by step</h3>
      <p>
        <code translate="no">wih</code> are the weights from the inputs to the hidden nodes, and
        <code translate="no">who</code> are the weights from the hidden nodes to the outputs. On the way back,
        <code translate="no">who</code> comes first.
      </p>
      <ol class="steps">
        ${step(
          'Targets',
          bars('Targets', digitRows(targets, decimal, chosenDigits(imagined?.chosen ?? chosen))),
          aboutTargets(imagined?.chosen ?? chosen),
        )}
        ${step(
          'Logit',
          bars('Logits of the targets', digitRows(logits, signed), { furthest: largest }),
          'The logit of a target is the sum that the sigmoid would turn into that target.',
        )}
        ${step(
          html`Through <code translate="no">who</code>`,
          signedPicture('Sums at the hidden nodes', imagined?.hiddenSums ?? null, field),
          html`Each hidden node multiplies the ten logits by its weights to the outputs and adds up the products.
            ${range(imagined?.hiddenSums)}`,
        )}
        ${step(
          'Rescaled',
          picture('Hidden nodes, rescaled', imagined?.hidden ?? null, field),
          `A sigmoid only gives numbers between 0 and 1, and no other number has a logit. So the sums are rescaled:
          the smallest becomes 0.01 and the largest 0.99.`,
        )}
        ${step(
          html`Through <code translate="no">wih</code>`,
          signedPicture('Sums at the pixels', imagined?.sums ?? null),
          html`Each pixel multiplies the logits of the hidden nodes (${span(nodes ? whole(nodes) : '…')} in all) by
            its weights to them and adds up the products. ${range(imagined?.sums)}`,
        )}
        ${step(
          'Rescaled',
          picture('The picture of the backquery', imagined?.inputs ?? null),
          'The sums are rescaled once more, from 0.01 (paper) to 0.99 (ink). This is the picture.',
        )}
      </ol>
    </section>
  `;
}

/** @param {import('./chosen-targets.js').ChosenTargets} chosen */
function aboutTargets(chosen) {
  if (chosen.kind === 'all')
    return 'These are the ten outputs that we ask for: 0.99, which means yes, for every digit.';
  const [first, second] = chosenDigits(chosen);
  if (second === undefined)
    return 'These are the ten outputs that we ask for: 0.99 means yes and 0.01 means no, as in training.';
  const targets = targetsOf(chosen);
  return `These are the ten outputs that we ask for. Two digits share one yes: ${decimal(targets[first])} for ${first} and ${decimal(targets[second])} for ${second}. All others are 0.01, which means no.`;
}

/** @typedef {import('lit').TemplateResult} TemplateResult */

/** @param {string | TemplateResult} title @param {TemplateResult} content @param {string | TemplateResult} words */
const step = (title, content, words) => html`
  <li>
    <h4>${span(title)}</h4>
    ${content}
    <p class="caption">${span(words)}</p>
  </li>
`;

/** @param {Float32Array | undefined} values */
function range(values) {
  if (!values) return html`The sums go from <b class="number">…</b> to <b class="number">…</b>.`;
  const [least, most] = values.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
  return html`The sums go from <b class="number" .textContent=${signed(least, 1)}></b> to
    <b class="number" .textContent=${signed(most, 1)}></b>.`;
}
