import { msg, str } from '@lit/localize';
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
      <h3 id="backwards-title" .textContent=${msg('Backquery, step by step')}></h3>
      <p>${msg(html`<code translate="no">wih</code> are the weights from the inputs to the hidden nodes, and <code translate="no">who</code> are the weights from the hidden nodes to the outputs. On the way back, <code translate="no">who</code> comes first.`)}</p>
      <ol class="steps">
        ${step(
          msg('Targets'),
          bars(msg('Targets'), digitRows(targets, decimal, chosenDigits(imagined?.chosen ?? chosen))),
          aboutTargets(imagined?.chosen ?? chosen),
        )}
        ${step(
          msg('Logit'),
          bars(msg('Logits of the targets'), digitRows(logits, signed), { furthest: largest }),
          msg('The logit of a target is the sum that the sigmoid would turn into that target.'),
        )}
        ${step(
          msg(html`Through <code translate="no">who</code>`),
          signedPicture(msg('Sums at the hidden nodes'), imagined?.hiddenSums ?? null, field),
          html`${span(msg('Each hidden node multiplies the ten logits by its weights to the outputs and adds up the products.'))}
            ${range(imagined?.hiddenSums)}`,
        )}
        ${step(
          msg('Rescaled'),
          picture(msg('Hidden nodes, rescaled'), imagined?.hidden ?? null, field),
          msg(
            'A sigmoid only gives numbers between 0 and 1, and no other number has a logit. So the sums are rescaled: the smallest becomes 0.01 and the largest 0.99.',
          ),
        )}
        ${step(
          msg(html`Through <code translate="no">wih</code>`),
          signedPicture(msg('Sums at the pixels'), imagined?.sums ?? null),
          html`${span(
            msg(
              str`Each pixel multiplies the logits of the hidden nodes (${nodes ? whole(nodes) : '…'} in all) by its weights to them and adds up the products.`,
            ),
          )}
            ${range(imagined?.sums)}`,
        )}
        ${step(
          msg('Rescaled'),
          picture(msg('The picture of the backquery'), imagined?.inputs ?? null),
          msg('The sums are rescaled once more, from 0.01 (paper) to 0.99 (ink). This is the picture.'),
        )}
      </ol>
    </section>
  `;
}

/** @param {import('./chosen-targets.js').ChosenTargets} chosen */
function aboutTargets(chosen) {
  if (chosen.kind === 'all')
    return msg('These are the ten outputs that we ask for: 0.99, which means yes, for every digit.');
  const [first, second] = chosenDigits(chosen);
  if (second === undefined)
    return msg(
      'These are the ten outputs that we ask for: 0.99 means yes and 0.01 means no, as in training.',
    );
  const targets = targetsOf(chosen);
  return msg(
    str`These are the ten outputs that we ask for. Two digits share one yes: ${decimal(targets[first])} for ${first} and ${decimal(targets[second])} for ${second}. All others are 0.01, which means no.`,
  );
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
  if (!values) return msg(html`The sums go from <b class="number">…</b> to <b class="number">…</b>.`);
  const [least, most] = values.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
  return msg(
    html`The sums go from <b class="number">${span(signed(least, 1))}</b> to <b class="number">${span(signed(most, 1))}</b>.`,
  );
}
