import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { scheme } from '../features/appearance/appearance.js';
import { keys } from '../features/keyboard/key-list.js';
import { language } from '../features/language/language.js';
import { link } from '../features/sharing/link-dialog.js';
import { strip } from '../features/training/strip.js';
import { button } from '../ui/button.js';
import { KEYS } from './keys.js';
import { linkTo, writeLink } from './link.js';
import { PARTS, TABS } from './routes.js';

/**
 * The right side of the page's header: controls for the whole page. In a presentation, it also shows the training
 * run, whose card is hidden then.
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
      ${all ? button(msg('Lesson'), state.lesson.card === null, actions.startLesson) : nothing}
      ${all ? scheme(state, actions) : nothing}
      ${all ? language(state, actions) : nothing}
      ${all ? button(msg('Link'), true, actions.makeLink) : nothing}
      ${all || present ? button(msg('Keys'), true, actions.listKeys) : nothing}
      ${
        // One button for both, so that it keeps the focus.
        all || present
          ? button(present ? msg('Leave') : msg('Present'), true, present ? actions.leave : actions.present)
          : nothing
      }
    </div>
    ${keys(state, actions, KEYS)} ${link(state, actions, { tabs: TABS, parts: PARTS, url: urlOf })}
  `;
}

/**
 * The page's address with these settings, at a route.
 *
 * @type {import('../features/sharing/link-dialog.js').UrlOf}
 */
const urlOf = (choice, route) => linkTo(location.href, writeLink(choice, route));
