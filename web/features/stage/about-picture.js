import { html } from 'lit';
import { figure } from '../../ui/figure.js';
import { aDigit } from '../../ui/format.js';
import { picture } from '../../ui/picture.js';

/**
 * @param {import('../../app/page-state.js').State} state
 * @param {number} digit
 */
export function aboutPicture({ pictures, pretrained, run }, digit) {
  return html`
    ${figure(picture('', pictures[digit] ?? null), 'Where it wants ink')}
    <div class="words">
      <h3>What the network imagines for ${digit}</h3>
      <p>
        The network run backwards (“backquery”): from the answer ${digit}, through the weights to the hidden
        nodes, and on through theirs to 784 inputs. It is no picture of ${aDigit(digit)}, but of what tells
        ${aDigit(digit)} from the other digits.
      </p>
      <p>
        ${
          pretrained && run.step === 0
            ? 'Those of the network that comes with the page look alike: what it has against nine digits outweighs what it has for one. Train a new one, and rewind: after the first ten thousand records they differ most.'
            : 'They differ most after the first ten thousand records: rewind to see. Further down, under Imagination, it is done step by step.'
        }
      </p>
    </div>
  `;
}
