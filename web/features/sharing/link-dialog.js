import { html } from 'lit';
import { writeLink } from '../../app/link.js';
import { PART_NAMES, PARTS, VIEW_NAMES, VIEWS } from '../../app/routes.js';
import { button } from '../../ui/button.js';
import { check } from '../../ui/check.js';
import { dialog } from '../../ui/dialog.js';

/** What became of the link, for the visitor. */
const COPIED = {
  '': '',
  copied: 'Copied.',
  selected: 'It is selected: copy it with Ctrl+C, on a Mac with ⌘C.',
};

/**
 * Making a link to the page as it is, for a class: what it opens, and what it hides.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function link(
  { choice, tools: { open, offer, copied } },
  { changeOffer, hideInOffer, copyLink, closeDialog },
) {
  return dialog('link', 'Make a link', open === 'link', closeDialog, () => {
    const { view, card, present, hide } = offer;
    const url = new URL(writeLink(choice, offer), location.href).href;
    const field = () => /** @type {HTMLInputElement} */ (document.getElementById('link-field'));
    return html`
      <p>
        Same link, same network on every screen: whoever trains with it gets the very same weights, to the
        last bit. It has the recipe and all settings in it${card ? `, and opens card ${card} of the lesson` : ''}.
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
          changeOffer({ view: VIEW_NAMES.find((name) => name === target.value) ?? null })}>
        <option value="" ?selected=${view === null}>nothing yet</option>
        ${VIEW_NAMES.map((name) => html`<option value=${name} ?selected=${name === view}>${VIEWS[name]}</option>`)}
      </select>
      ${check('Start as a presentation', present, (present) => changeOffer({ present }))}
      <fieldset>
        <legend>Hide</legend>
        ${PART_NAMES.map((part) => check(PARTS[part], hide.includes(part), (hidden) => hideInOffer(part, hidden)))}
      </fieldset>
    `;
  });
}
