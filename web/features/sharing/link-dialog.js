import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { button } from '../../ui/button.js';
import { check } from '../../ui/check.js';
import { dialog } from '../../ui/dialog.js';
import { whole } from '../../ui/format.js';
import { span } from '../../ui/span.js';
import { qrCode } from './qr-code.js';
import { difference } from './texts.js';

/**
 * @typedef {import('../../app/page-state.js').State} State
 * @typedef {import('../../app/page-state.js').Route} Route
 * @typedef {(choice: State['choice'], route: Route) => string} UrlOf
 */

/** The status after Copy link. */
const COPIED = {
  '': () => '',
  copied: () => msg('Copied.'),
  selected: () => msg('The link is selected. Copy it with Ctrl+C, or with ⌘C on a Mac.'),
};

/**
 * A dialog that makes a link to the page, for example for a class, and sets what it opens and hides.
 *
 * @param {State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 * @param {object} page
 * @param {Record<import('../../app/page-state.js').Tab, () => string>} page.tabs that a link can open, with their titles
 * @param {Record<Route['hide'][number], () => string>} page.parts that it can hide
 * @param {UrlOf} page.url
 */
export function link(state, actions, { tabs, parts, url: urlOf }) {
  const { choice, dialog: open, sharing } = state;
  const { changeOffer, hideInOffer, copyLink, closeDialog } = actions;
  const { offer, copied } = sharing;
  return dialog('link', msg('Make a link'), open === 'link', closeDialog, () => {
    if (!offer) return nothing;
    const { tab, card, present, hide } = offer;
    const url = urlOf(choice, offer);
    const tabNames = names(tabs);
    const field = () => /** @type {HTMLInputElement} */ (document.getElementById('link-field'));
    return html`
      <p>
        ${span(msg('Everyone who trains with this link gets exactly the same network, down to the last bit of every weight.'))}
        ${span(
          card
            ? msg(
                str`The link contains the recipe with all its settings. It also opens card ${whole(card)} of the lesson.`,
              )
            : msg('The link contains the recipe with all its settings.'),
        )}
        ${span(difference(state))}
      </p>
      <label for="link-field" .textContent=${msg('Link')}></label>
      <div class="copy">
        <input id="link-field" type="text" readonly .value=${url}
          @focus=${() => field().select()} />
        ${button(msg('Copy link'), true, () => copyLink(field()))}
      </div>
      <p role="status" class="copied" .textContent=${COPIED[copied]()}></p>
      <details>
        <summary .textContent=${msg('QR code, for a class to scan')}></summary>
        ${qrCode(url)}
      </details>
      ${extras(state, offer, actions.changeOffer)}
      <label for="link-view" .textContent=${msg('Look closer at')}></label>
      <select id="link-view"
        @change=${(/** @type {Event & { target: HTMLSelectElement }} */ { target }) =>
          changeOffer({ tab: tabNames.find((name) => name === target.value) ?? null })}>
        <option value="" ?selected=${tab === null} .textContent=${msg('nothing yet')}></option>
        ${tabNames.map((name) => html`<option value=${name} ?selected=${name === tab} .textContent=${tabs[name]()}></option>`)}
      </select>
      ${check(msg('Start as a presentation'), present, (present) => changeOffer({ present }))}
      <fieldset>
        <legend .textContent=${msg('Hide')}></legend>
        ${names(parts).map((part) => check(parts[part](), hide.includes(part), (hidden) => hideInOffer(part, hidden)))}
      </fieldset>
    `;
  });
}

/**
 * What a link can have besides, where there is such a thing.
 *
 * @param {State} state
 * @param {Route} offer
 * @param {(change: Partial<Route>) => void} changeOffer
 */
function extras(state, { drawing, step, lang }, changeOffer) {
  const { stage, runs, runId, language } = state;
  const reached = difference(state) ? 0 : (runs[runId].viewedStep ?? runs[runId].step);
  return html`
    ${
      stage.strokes.length > 0
        ? check(msg('With the drawing'), drawing !== null, (on) =>
            changeOffer({ drawing: on ? stage.strokes : null }),
          )
        : nothing
    }
    ${
      reached > 0
        ? check(
            // A run that is under way may go on meanwhile.
            msg(str`With the network at step ${whole(step ?? reached)}: training pauses there`),
            step !== null,
            (on) => changeOffer({ step: on ? reached : null }),
          )
        : nothing
    }
    ${
      language.name === 'en'
        ? nothing
        : check(msg('In the language that you read now'), lang !== undefined, (on) =>
            changeOffer({ lang: on ? language.name : undefined }),
          )
    }
  `;
}

/**
 * @template {string} N
 * @param {Record<N, () => string>} table
 */
const names = (table) => /** @type {N[]} */ (Object.keys(table));
