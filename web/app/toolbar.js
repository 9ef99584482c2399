import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { scheme } from '../features/appearance/appearance.js';
import { keys } from '../features/keyboard/key-list.js';
import { language } from '../features/language/language.js';
import { CARDS } from '../features/lesson/cards.js';
import { views } from '../features/presentation/views.js';
import { link } from '../features/sharing/link-dialog.js';
import { qrCode } from '../features/sharing/qr-code.js';
import { teaching } from '../features/teaching/teaching.js';
import { rewindAlone } from '../features/training/rewind.js';
import { strip } from '../features/training/strip.js';
import { button } from '../ui/button.js';
import { KEYS } from './keys.js';
import { linkTo, writeLink } from './link.js';
import { wholePage } from './route-state.js';
import { PARTS, TABS } from './routes.js';

/**
 * The right side of the page's header: controls for the whole page. In a presentation, it also shows the training
 * run, whose card is hidden then, and what can fill the screen.
 *
 * @param {import('./page-state.js').State} state
 * @param {import('./create-actions.js').Actions} actions
 */
export function tools(state, actions) {
  const { present, hide } = state;
  const all = !present && !hide.includes('tools');
  return html`
    ${present && !hide.includes('training') ? strip(state, actions) : nothing}
    ${present ? views(state, actions) : nothing}
    ${present && !hide.includes('training') ? rewindAlone(state, actions) : nothing}
    <div class="controls small">
      ${all || present ? button(msg('Lesson'), state.lesson.card === null, actions.startLesson) : nothing}
      ${all ? button(msg('For teachers'), true, () => actions.openTeaching()) : nothing}
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
    ${teaching(state, actions, {
      titles: CARDS.map(({ title }) => title()),
      url: (choice, change) => urlOf(choice, { ...wholePage(state), ...change }),
      qrCode,
    })}
  `;
}

/**
 * The page's address with these settings, at a route.
 *
 * @type {import('../features/sharing/link-dialog.js').UrlOf}
 */
const urlOf = (choice, route) => linkTo(location.href, writeLink(choice, route));
