import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { DIGITS } from '../../shared/shape.js';
import { whole } from '../../ui/format.js';
import { picture } from '../../ui/picture.js';

/**
 * What the network imagines for the ten digits, as large as the screen takes, in a presentation.
 *
 * @param {import('../../app/page-state.js').State} state
 */
export function presentedPictures(state) {
  const { pictures } = state.runs[state.runId];
  return html`
    <section class="card presented-pictures" aria-labelledby="pictures-title">
      <h2 id="pictures-title" .textContent=${msg('What the network imagines')}></h2>
      <p class="caption" .textContent=${about(state)}></p>
      <ol>
        ${Array.from(
          { length: DIGITS },
          (_, digit) => html`
            <li>
              ${picture(msg(str`What the network imagines for ${digit}`), pictures[digit] ?? null)}
              <b aria-hidden="true" .textContent=${digit}></b>
            </li>
          `,
        )}
      </ol>
    </section>
  `;
}

/** Whose pictures they are, and how they are found. @param {import('../../app/page-state.js').State} state */
function about({ runs, runId, imagination: { way } }) {
  const { answering, step, viewedStep } = runs[runId];
  const found = way === 'ascent' ? msg('Found by gradient ascent') : msg('Found by backquery');
  switch (answering?.kind) {
    case 'run':
    case 'snapshot':
      return msg(str`${found} at step ${whole(viewedStep ?? step)}.`);
    case 'file':
      return msg(str`${found}, in ${answering.file}.`);
    default:
      return msg(str`${found}, in the network that came with the page.`);
  }
}
