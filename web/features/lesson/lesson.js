import { html, nothing } from 'lit';
import { button } from '../../ui/button.js';
import { span } from '../../ui/span.js';
import { CARDS } from './cards.js';
import { focusOn } from './focus-on.js';
import { pointOut } from './point-out.js';

/**
 * The open card of the lesson, docked at the bottom of the window.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 * @param {string} link to the current page
 */
export function lesson(state, actions, link) {
  const { card: index, task } = state.lesson;
  if (index === null) return nothing;
  const { nextCard, previousCard, leaveLesson, pressCard } = actions;
  const card = CARDS[index];
  const open = task?.card === index;
  const said = open ? task.said : '';
  const hint = open && !said ? (card.almost?.(state, actions) ?? '') : '';
  const stead = state.hide.includes('training') ? card.stead : [];
  return html`
    <section class="lesson" role="region" aria-label="Lesson"
      ${pointOut((said && card.result) || card.target, `${index} ${said}`, said ? [PICKED, card.target] : [])}>
      <div class="heading">
        <span .textContent=${`${index + 1} of ${CARDS.length}`}></span>
        <h2 tabindex="-1" ${focusOn(index)} .textContent=${card.title}></h2>
        <a href=${link}>Link to this card</a>
      </div>
      <div class="lesson-card">
        <p class="text" .textContent=${card.text}></p>
        <div class=${`task ${said ? 'done' : hint ? 'hinted' : ''}`}>
          <p class="asked"><b>Your turn:</b> ${span(card.task)}</p>
          <p role="status">${said ? html`<b>✓ Done.</b> ${span(said)}` : span(hint)}</p>
        </div>
      </div>
      <div class="controls small">
        ${[...(card.buttons ?? []), ...(stead ?? [])].map((each) => button(each.label, true, () => pressCard(each)))}
        ${button(index < CARDS.length - 1 ? 'Next card' : 'Explore freely', true, nextCard, said ? 'main' : '')}
        ${button('Previous card', index > 0, previousCard)}
        <button type="button" @click=${leaveLesson}>Leave <span>the lesson</span></button>
      </div>
    </section>
  `;
}

/** The part of the stage that the visitor picked. */
const PICKED = '.stage :is(.marker, .chosen)';
