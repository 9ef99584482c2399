import { html, nothing } from 'lit';
import { writeLink } from '../../app/link.js';
import { placeOf } from '../../app/route-state.js';
import { button } from '../../ui/button.js';
import { CARDS } from './cards.js';
import { focusOn } from './focus-on.js';
import { pointOut } from './point-out.js';

/**
 * The card of the lesson that is open, docked at the bottom of the window.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function lesson(state, { nextCard, previousCard, leaveLesson, pressCard }) {
  const { lesson, task, choice, hide } = state;
  if (lesson === null) return nothing;
  const card = CARDS[lesson];
  const open = task?.card === lesson;
  const said = open ? task.said : '';
  const hint = open && !said ? card.almost?.(state) : '';
  const stead = hide.includes('training') ? card.stead : [];
  return html`
    <section class="lesson" role="region" aria-label="Lesson"
      ${pointOut((said && card.result) || card.target, `${lesson} ${said}`, said ? [PICKED, card.target] : [])}>
      <div class="heading">
        <span>${lesson + 1} of ${CARDS.length}</span>
        <h2 tabindex="-1" ${focusOn(lesson)}>${card.title}</h2>
        <a href=${writeLink(choice, placeOf(state))}>Link to this card</a>
      </div>
      <div class="lesson-card">
        <p class="text">${card.text}</p>
        <div class=${`task ${said ? 'done' : hint ? 'hinted' : ''}`}>
          <p class="asked"><b>Your turn:</b> ${card.task}</p>
          <p role="status">${said ? html`<b>✓ Done.</b> ${said}` : hint}</p>
        </div>
      </div>
      <div class="controls small">
        ${[...(card.buttons ?? []), ...(stead ?? [])].map((each) => button(each.label, true, () => pressCard(each)))}
        ${button(lesson < CARDS.length - 1 ? 'Next card' : 'Explore freely', true, nextCard, said ? 'main' : '')}
        ${button('Previous card', lesson > 0, previousCard)}
        ${button(html`Leave <span>the lesson</span>`, true, leaveLesson)}
      </div>
    </section>
  `;
}

/** The part of the stage that the visitor picked. */
const PICKED = '.stage :is(.marker, .chosen)';
