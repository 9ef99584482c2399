import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { writeLink } from '../../app/link.js';
import { PART_NAMES, PARTS, TAB_NAMES, TABS } from '../../app/routes.js';
import { button } from '../../ui/button.js';
import { dialog } from '../../ui/dialog.js';
import { whole } from '../../ui/format.js';

/** @typedef {Event & { target: HTMLInputElement }} Change */

/**
 * @typedef {object} LinkActions
 * @property {(change: Partial<import('../../app/link.js').Route>) => void} changeOffer
 * @property {(part: import('../../app/routes.js').Part, hidden: boolean) => void} hideInOffer
 * @property {(field: HTMLInputElement) => void} copyLink
 * @property {() => void} closeDialog
 */

/** What has happened to the link. */
const COPIED = {
  '': '',
  copied: 'Copied.',
  selected: 'The link is selected. Copy it with Ctrl+C, or with ⌘C on a Mac.',
};

/**
 * Makes a link to the page for a class, and sets what it opens and hides.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {LinkActions} actions
 */
export function link(
  { choice, tools: { open, offer, copied } },
  { changeOffer, hideInOffer, copyLink, closeDialog },
) {
  return dialog('link', 'Make a link', open === 'link', closeDialog, () => {
    const { tab, card, present, hide } = offer;
    const url = new URL(writeLink(choice, offer), location.href).href;
    const field = () => /** @type {HTMLInputElement} */ (document.getElementById('link-field'));
    return html`
      <p>
        Everyone who trains with this link gets exactly the same network, down to the last bit of every weight.
        ${
          card
            ? `The link contains the recipe with all its settings. It also opens card ${whole(card)} of the lesson.`
            : 'The link contains the recipe with all its settings.'
        }
      </p>
      <label for="link-field">Link</label>
      <div class="copy">
        <input id="link-field" type="text" readonly .value=${url}
          @focus=${() => field().select()} />
        ${button('Copy link', true, () => copyLink(field()))}
      </div>
      <p role="status" class="copied">${COPIED[copied]}</p>
      <label for="link-view">Look closer at</label>
      <select id="link-view"
        @change=${(/** @type {Event & { target: HTMLSelectElement }} */ { target }) =>
          changeOffer({ tab: TAB_NAMES.find((name) => name === target.value) ?? null })}>
        <option value="" ?selected=${tab === null}>nothing yet</option>
        ${TAB_NAMES.map((name) => html`<option value=${name} ?selected=${name === tab}>${TABS[name]}</option>`)}
      </select>
      <label class="check">
        <input type="checkbox" .checked=${live(present)}
          @change=${(/** @type {Change} */ { target }) => changeOffer({ present: target.checked })} />
        Start as a presentation
      </label>
      <fieldset>
        <legend>Hide</legend>
        ${PART_NAMES.map(
          (part) => html`
            <label class="check">
              <input type="checkbox" .checked=${live(hide.includes(part))}
                @change=${(/** @type {Change} */ { target }) => hideInOffer(part, target.checked)} />
              ${PARTS[part]}
            </label>
          `,
        )}
      </fieldset>
    `;
  });
}
