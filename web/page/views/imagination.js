import { html } from 'lit';
import { ascent } from './imagination/ascent.js';
import { backwards } from './imagination/backwards.js';
import { choice } from './imagination/choice.js';
import { roundTrip } from './imagination/round-trip.js';

/**
 * The network run backwards: how a backquery comes about and whether the network knows its picture again;
 * and beside it a picture that it does know again.
 *
 * @param {import('../state.js').State} state
 * @param {import('../actions.js').Actions} actions
 */
export function imagination(state, actions) {
  return html`
    <div class="imagination">
      ${choice(state, actions)}
      ${backwards(state)}
      <div class="trips">${roundTrip(state)} ${ascent(state, actions)}</div>
      <section aria-labelledby="why-title">
        <h3 id="why-title">Why they differ</h3>
        <p>
          Backquery goes back once and never looks at what its picture does. Adding up weights the other way
          round (the transpose) does not undo what they add up to on the way forward, and stretching by the
          smallest and the largest makes other numbers of them all: neither is an inverse. And nine of the ten
          wishes are “no”, for whichever digit: so the ten pictures look much alike.
        </p>
        <p>
          Ascent looks after every step: it feeds its picture forward, sees what is still wrong, and mends
          that. So the network is convinced in the end, often by less ink than you would ask for.
        </p>
      </section>
    </div>
  `;
}
