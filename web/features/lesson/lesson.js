import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { button } from '../../ui/button.js';
import { span } from '../../ui/span.js';
import { CARDS } from './cards.js';
import { focusOn } from './focus-on.js';
import { pointOut } from './point-out.js';

/** @typedef {import('../../app/page-state.js').State} State */
/** @typedef {import('../../app/create-actions.js').Actions} Actions */

/**
 * The open card of the lesson, a sheet at the bottom of the window that folds to one line.
 *
 * @param {State} state
 * @param {Actions} actions
 * @param {string} link to the current page
 */
export function lesson(state, actions, link) {
  const { card: index, task, folded, shown } = state.lesson;
  if (index === null) return nothing;
  const card = CARDS[index];
  const isDone = task?.card === index && task.done;
  const number = card.live?.(state, actions) ?? '';
  return html`
    <section class=${folded ? 'lesson folded' : 'lesson'} role="region" aria-label=${msg('Lesson')}
      ${pointOut(card.target, `${index} ${task?.card} ${shown} ${state.present}`, shown)}>
      <div class="heading">
        <span .textContent=${msg(str`${index + 1} of ${CARDS.length}`)}></span>
        <h2 tabindex="-1" ${focusOn(index)} .textContent=${card.title()}></h2>
        ${folded ? html`<p class="live">${span(number && isDone ? `✓ ${number}` : number)}</p>` : html`<a href=${link} .textContent=${msg('Link to this card')}></a>`}
      </div>
      ${folded ? nothing : [content(state, actions, isDone, number), turning(index, isDone, actions)]}
      <div class="corner small">
        ${folded ? shortened(msg('Unfold'), '▴', true, actions.foldCard) : shortened(msg('Fold'), '▾', true, actions.foldCard)}
        ${shortened(msg('Leave the lesson'), '✕', true, actions.leaveLesson)}
      </div>
    </section>
  `;
}

/**
 * @param {State} state
 * @param {Actions} actions
 * @param {boolean} isDone
 * @param {string} number that matters
 */
function content(state, actions, isDone, number) {
  const card = CARDS[Number(state.lesson.card)];
  // Not before the card has been opened, which may put a drawing on the stage.
  const isOpen = state.lesson.task?.card === state.lesson.card;
  const hint = isOpen && !isDone ? (card.almost?.(state, actions) ?? '') : '';
  const buttons = card.buttons?.(state) ?? [];
  return html`
    <div class="lesson-card">
      <p class="text" .textContent=${card.text(state)}></p>
      <div class=${isDone ? 'task done' : 'task'}>
        ${card.shows?.(state) ?? nothing}
        ${isDone ? nothing : html`<p class="asked"><b .textContent=${msg('Your turn:')}></b> ${span(card.task(state))}</p>`}
        <p role="status">${isDone ? html`<b .textContent=${msg('✓ Done.')}></b> ${span(card.after(state, actions))}` : hint ? span(hint) : nothing}</p>
        ${
          buttons.length === 0
            ? nothing
            : html`<div class="controls small">
                ${buttons.map((each) => button(each.label, true, () => actions.pressCard(each)))}
              </div>`
        }
        <p class="live" .textContent=${number}></p>
      </div>
    </div>
  `;
}

/** @param {number} index @param {boolean} isDone @param {Actions} actions */
const turning = (index, isDone, { showSubject, previousCard, nextCard }) => html`
  <div class="turning controls small">
    ${button(msg('Show where'), true, showSubject)}
    ${shortened(msg('Previous card'), msg('Previous'), index > 0, previousCard)}
    ${
      index < CARDS.length - 1
        ? shortened(msg('Next card'), msg('Next'), true, nextCard, isDone ? 'main' : '')
        : shortened(msg('Explore freely'), msg('Explore'), true, nextCard, isDone ? 'main' : '')
    }
  </div>
`;

/**
 * A button that has a shorter name, or a sign, where there is little room.
 *
 * @param {string} name
 * @param {string} short
 * @param {boolean} enabled
 * @param {() => void} action
 * @param {'' | 'main'} [variant]
 */
const shortened = (name, short, enabled, action, variant = '') => html`
  <button type="button" class=${variant} aria-label=${name} aria-disabled=${!enabled} @click=${() => enabled && action()}>
    <span class="long" .textContent=${name}></span><span class="short" .textContent=${short}></span>
  </button>
`;
