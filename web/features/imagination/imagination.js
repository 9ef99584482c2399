import { html } from 'lit';
import { ascent } from './ascent.js';
import { backwards } from './backwards.js';
import { roundTrip } from './round-trip.js';
import { choice } from './targets-choice.js';
import { rule } from './verdict.js';

/**
 * The network run backwards: how a backquery comes about and whether the network knows its picture again;
 * and beside it a picture that it does know again.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function imagination(state, actions) {
  return html`
    <div class="imagination">
      ${choice(state, actions)}
      ${backwards(state)}
      <p>Both pictures are fed forward: does the network know them again? ${rule(state.imagination.chosen)}</p>
      <div class="trips">${roundTrip(state)} ${ascent(state, actions)}</div>
      <section aria-labelledby="why-title">
        <h3 id="why-title">Why they differ</h3>
        <p>
          Backquery goes back once and never looks at what its picture does. It multiplies by the weights of
          the way forward and adds up; to undo what they did there, it would have to solve equations. And
          stretching by the smallest and the largest makes other numbers of them all. The ten small pictures
          look much alike because each is of one digit, and so nine of its ten targets are “no”.
        </p>
        <p>
          Ascent looks after every step: it feeds its picture forward, sees what is still wrong, and mends
          that. So the network is convinced in the end, often by less ink than you would ask for.
        </p>
      </section>
    </div>
  `;
}
