import { html, nothing } from 'lit';
import { scheme } from '../features/appearance/appearance.js';
import { keys } from '../features/keyboard/key-list.js';
import { link } from '../features/sharing/link-dialog.js';
import { strip } from '../features/training/strip.js';
import { button } from '../ui/button.js';

/**
 * The page's head, at the right: what is for all of the page. In a presentation, with the training run, which
 * has no place of its own then.
 *
 * @param {import('./page-state.js').State} state
 * @param {import('./create-actions.js').Actions} actions
 */
export function tools(state, actions) {
  const { present, hide } = state;
  const all = !present && !hide.includes('tools');
  return html`
    ${present && !hide.includes('training') ? strip(state, actions) : nothing}
    <div class="controls small">
      ${all ? button('Lesson', state.lesson === null, actions.startLesson) : nothing}
      ${all ? scheme(state, actions) : nothing}
      ${all ? button('Link', true, actions.makeLink) : nothing}
      ${all || present ? button('Keys', true, actions.listKeys) : nothing}
      ${
        // The same button, so that it keeps the focus.
        all || present
          ? button(present ? 'Leave' : 'Present', true, present ? actions.leave : actions.present)
          : nothing
      }
    </div>
    ${keys(state, actions)} ${link(state, actions)}
  `;
}
