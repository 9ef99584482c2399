import { html } from 'lit';
import { stacked } from '../../ui/stacked.js';
import { reading } from './reading.js';
import { count, ten } from './ten.js';
import { longestVerdict, verdict } from './verdict.js';

/**
 * The round trip: a backquery's picture, fed forward as any other.
 *
 * @param {import('../../app/page-state.js').State} state
 */
export function roundTrip({ imagination: { imagined, wish }, run }) {
  const digits = imagined?.digits ?? [];
  return html`
    <section class="trip" aria-labelledby="trip-title">
      <h3 id="trip-title">Backquery: the round trip</h3>
      <p>The picture of the last step, fed forward like any other.</p>
      ${reading('Backquery', imagined, imagined?.wish ?? wish)}
      <div class="controls"></div>
      <p><output aria-label="Round trip of the backquery" aria-live=${run.active ? 'off' : 'polite'}
        >${stacked(imagined ? verdict(imagined.wish, imagined.outputs) : '', [longestVerdict(imagined?.wish ?? wish)])}</output></p>
      ${ten('Backquery', digits)}
      <p class="count">${imagined ? count(digits) : ''}</p>
    </section>
  `;
}
