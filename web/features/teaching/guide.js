import { msg } from '@lit/localize';
import { html } from 'lit';
import { recipeSettings } from '../../shared/settings.js';
import { plural, quantity, whole } from '../../ui/format.js';
import { guard } from '../../ui/guard.js';
import { span } from '../../ui/span.js';
import { cardGuides, preparations } from './guide-texts.js';
import { plans } from './plans.js';

/**
 * @typedef {import('../../app/page-state.js').State['choice']} Choice
 * @typedef {import('../../app/page-state.js').Route} Route
 *
 * @typedef {object} Lesson what the page tells about the lesson and its links
 * @property {string[]} titles of the cards
 * @property {(choice: Choice, change: Partial<Route>) => string} url of the whole page, but for the change
 * @property {(link: string) => import('lit').TemplateResult} qrCode
 */

/**
 * The guide: what to prepare, three lesson plans, and what each card of the lesson is for.
 *
 * @param {Choice} choice
 * @param {Lesson} lesson
 */
export const guide = (choice, lesson) => html`
  <h3 .textContent=${msg('A guide for teachers')}></h3>
  <ul class="preparations">${preparations().map((text) => html`<li .textContent=${text}></li>`)}</ul>
  <h3 .textContent=${msg('Three lesson plans')}></h3>
  <div class="plans">${plans().map((each) => plan(each, lesson))}</div>
  <h3 .textContent=${msg('The cards of the lesson')}></h3>
  <div class="card-guides">${cardGuides().map((each, index) => cardGuide(each, index, choice, lesson))}</div>
`;

/** @param {number} count */
const minutes = (count) => span(quantity(count, 'minute'));

/** @param {import('./plans.js').Plan} plan @param {Lesson} lesson */
function plan({ minutes: length, title, setup, steps, link }, { url, qrCode }) {
  const { recipe, seed, speed, hide } = link;
  const address = url({ recipe, settings: recipeSettings(recipe, { seed }) }, { card: 1, speed, hide });
  return html`
    <section class="plan">
      <h4 .textContent=${`${quantity(length, 'minute')}: ${title}`}></h4>
      <ol>
        ${steps.map(({ minutes: count, text }) => html`<li>${minutes(count)} ${span(text)}</li>`)}
      </ol>
      <p class="caption" .textContent=${setup}></p>
      <p>
        <a href=${address} data-address=${address}
          .textContent=${plural(length, { one: msg('Open the page for # minute'), other: msg('Open the page for # minutes') })}></a>
      </p>
      <details>
        <summary .textContent=${msg('QR code, for the class to scan')}></summary>
        ${guard([address], () => qrCode(address))}
      </details>
    </section>
  `;
}

/**
 * @param {import('./guide-texts.js').CardGuide} card
 * @param {number} index
 * @param {Choice} choice
 * @param {Lesson} lesson
 */
function cardGuide({ minutes: count, purpose, ask, reply, answer }, index, choice, { titles, url }) {
  const number = index + 1;
  return html`
    <section class="card-guide">
      <h4>
        <a href=${url(choice, { card: number })} .textContent=${`${whole(number)}. ${titles[index]}`}></a>
        ${minutes(count)}
      </h4>
      <p .textContent=${purpose}></p>
      <dl>
        <dt .textContent=${msg('Ask')}></dt><dd .textContent=${ask}></dd>
        <dt .textContent=${msg('They say')}></dt><dd .textContent=${reply}></dd>
        <dt .textContent=${msg('Answer')}></dt><dd .textContent=${answer}></dd>
      </dl>
    </section>
  `;
}
