import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { digitSelect } from '../../ui/digit-select.js';
import { percent } from '../../ui/format.js';
import { guard } from '../../ui/guard.js';
import { slider } from '../../ui/slider.js';
import { POSITIONS } from './change.js';
import { sum } from './sum.js';
import { aboutAnswering, aboutRobust, robustMissing as missing, outcome, waiting } from './texts.js';

/** @typedef {import('../../app/page-state.js').State} State */
/** @typedef {import('../../app/create-actions.js').Actions} Actions */

/**
 * ‘Fool it’: the smallest change that makes the network read another digit in what the stage shows, and how much more
 * a robust network takes.
 *
 * @param {State} state
 * @param {Actions} actions
 */
export function foil(state, actions) {
  const { open } = state.foil;
  // A presentation has no room for it unless it is wanted.
  if (state.present && !open) return nothing;
  return html`
    <div class="foil">
      <div class="controls">
        <button type="button" aria-expanded=${open} aria-describedby="about-foil"
          @click=${(/** @type {Event} */ event) => toggle(event, state, actions)} .textContent=${msg('Fool it')}></button>
        <p id="about-foil" class="caption" .textContent=${msg('How little has to change before the network reads another digit?')}></p>
      </div>
      ${open ? panel(state, actions) : nothing}
    </div>
  `;
}

/**
 * Opens the part, where it can be seen, or closes it.
 *
 * @param {Event} event
 * @param {State} state
 * @param {Actions} actions
 */
function toggle({ currentTarget }, { foil: { open } }, { openFoil }) {
  const part = /** @type {HTMLElement} */ (currentTarget).parentElement?.parentElement;
  openFoil(!open);
  // In the frame in which it is drawn, and after that.
  requestAnimationFrame(() => part?.scrollIntoView({ block: 'nearest' }));
}

/** @param {State} state @param {Actions} actions */
function panel(state, { foolInto, changeBy }) {
  const { ready, foil, runs, runId, stage } = state;
  const { digit, position, answering, robust, robustMissing } = foil;
  const run = runs[runId];
  return html`
    <div class="fooling">
      <p .textContent=${msg('The picture is changed as little as possible until the network reads another digit in it. To you it may still look the same. Such a picture is called an adversarial example.')}></p>
      <div class="controls">
        ${digitSelect(msg('Fool it into reading'), digit ?? answering?.digit ?? 0, foolInto, {
          disabled: !ready || !stage.answer,
        })}
        ${slider({
          id: 'foil-position',
          label: msg('How much of the change'),
          max: POSITIONS,
          value: position,
          text: percent(position / POSITIONS, 0),
          disabled: !ready,
          change: changeBy,
        })}
      </div>
      ${guard([answering, robust, robustMissing, position, run.answering, run.active, !stage.answer], () => {
        const shown = {
          position,
          full: Math.max(answering?.largest ?? 0, robust?.largest ?? 0) || 1,
          quiet: run.active,
        };
        const wait = waiting(stage.answer !== null);
        return html`
          <div class="both side-by-side">
            ${sum({
              ...shown,
              ...aboutAnswering(run.answering),
              fooled: answering,
              text: answering ? outcome(answering, null) : wait,
            })}
            ${sum({
              ...shown,
              ...aboutRobust(),
              fooled: robust,
              text: robust ? outcome(robust, answering) : robustMissing ? missing() : wait,
            })}
          </div>
        `;
      })}
      <p class="caption">${msg(html`<b class="for">Blue</b> pixels get more ink, <b class="against">orange</b> pixels less. The strongest colour is that of the largest change in the two pictures. The average is the root mean square of all 784 changes. It is what is made as small as possible.`)}</p>
    </div>
  `;
}
