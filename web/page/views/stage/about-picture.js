import { html } from 'lit';

/** @param {number} digit */
export function aboutPicture(digit) {
  return html`
    <div class="words">
      <h3>What the network imagines for ${digit}</h3>
      <p>
        The network run backwards (“backquery”): from the answer ${digit}, through the weights to the hidden
        nodes, and through their weights to 784 inputs. Dark is where it wants ink.
      </p>
      <p>
        It is no picture of a ${digit}, but of what tells a ${digit} from the others. More about it under
        Imagination, further down.
      </p>
    </div>
  `;
}
