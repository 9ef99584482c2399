import { msg } from '@lit/localize';
import { html } from 'lit';
import { stacked } from '../../ui/stacked.js';
import { reading } from './reading.js';
import { count, ten } from './ten.js';
import { longestVerdict, verdict } from './verdict.js';

/**
 * The round trip: the picture of a backquery, fed forward like any other picture.
 *
 * @param {import('../../app/page-state.js').State} state
 */
export function roundTrip({ imagination: { imagined, chosen }, runs, runId }) {
  const { active } = runs[runId];
  const digits = imagined?.digits ?? [];
  return html`
    <section class="trip" aria-labelledby="trip-title">
      <h3 id="trip-title" .textContent=${msg('Backquery: the round trip')}></h3>
      <p .textContent=${msg('The picture from the last step is fed forward like any other picture.')}></p>
      ${reading(msg('Backquery'), imagined, imagined?.chosen ?? chosen)}
      <div class="controls"></div>
      <p><output aria-label=${msg('Round trip of the backquery')} aria-live=${active ? 'off' : 'polite'}
        >${stacked(imagined ? verdict(imagined.chosen, imagined.outputs) : '', [longestVerdict(imagined?.chosen ?? chosen)])}</output></p>
      ${ten(msg('Backquery'), digits)}
      <p class="count">${count(digits)}</p>
    </section>
  `;
}
