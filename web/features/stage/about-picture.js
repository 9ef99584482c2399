import { html } from 'lit';
import { figure } from '../../ui/figure.js';
import { picture } from '../../ui/picture.js';
import { span } from '../../ui/span.js';

/**
 * @param {import('../../app/page-state.js').State} state
 * @param {number} digit
 */
export function aboutPicture({ runs, runId }, digit) {
  const { pictures, answering } = runs[runId];
  return html`
    ${figure(picture('', pictures[digit] ?? null), 'Where it wants ink')}
    <div class="words">
      <h3 .textContent=${`What the network imagines for ${digit}`}></h3>
      <p>
        This is the network run backwards (“backquery”): from output ${span(digit)} through the weights to
        the hidden nodes, and on to the 784 inputs. It does not show a typical ${span(digit)}. It shows what sets
        ${span(digit)} apart from the other digits.
      </p>
      <p .textContent=${
        answering?.kind === 'bundled'
          ? 'The pictures of the network that came with the page look alike: its weights against nine digits outweigh those for one. Train a new network, then go back to about step 10,000 with Rewind. They differ most there.'
          : 'The pictures differ most at about step 10,000: go back there with Rewind. The Imagination tab shows step by step how they are made.'
      }></p>
    </div>
  `;
}
