import { msg } from '@lit/localize';
import { html } from 'lit';
import { span } from '../../ui/span.js';
import { ascent } from './ascent.js';
import { backwards } from './backwards.js';
import { roundTrip } from './round-trip.js';
import { choice } from './targets-choice.js';
import { rule } from './verdict.js';

/**
 * The network run backwards: how a backquery is made, and whether the network recognises its picture. Next to
 * it, gradient ascent makes a picture that the network does recognise.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function imagination(state, actions) {
  return html`
    <div class="imagination">
      ${choice(state, actions)}
      ${backwards(state)}
      <p>
        ${span(msg('Backquery and gradient ascent each make a picture. Does the network recognise its own pictures?'))}
        ${span(rule(state.imagination.chosen))}
      </p>
      <div class="trips side-by-side">${roundTrip(state)} ${ascent(state, actions)}</div>
      <section aria-labelledby="why-title">
        <h3 id="why-title" .textContent=${msg('Why they differ')}></h3>
        <p .textContent=${msg('Backquery goes backwards once and never checks what the network makes of its picture. It multiplies by the same weights as on the way forward and adds up the products. That does not undo the way forward: for that, it would have to solve equations. Rescaling then changes all the numbers again. If the ten small pictures look alike, it is because nine of the ten targets are “no” for each of them.')}></p>
        <p .textContent=${msg('Gradient ascent checks after every step. It feeds its picture forward, sees what is still wrong and corrects that. In the end the network is convinced, often with less ink than you would expect.')}></p>
        <p .textContent=${msg('The ten small ascents go further. They start grey and are shifted by up to three pixels before each of 80 steps, so that only strokes remain that convince the network wherever they are. At the end, the darkest pixel is made full ink. How readable they are depends on how the network was trained: the recipe Robust is made for it, and the network that came with the page was trained in the same way. These are the pictures that the stage shows beside the outputs, unless you choose backquery there.')}></p>
      </section>
    </div>
  `;
}
