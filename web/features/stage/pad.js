import { msg } from '@lit/localize';
import '../../ui/drawing-pad.js';
import { html } from 'lit';
import { button } from '../../ui/button.js';
import { answer } from './answer.js';
import { aboutOf, insteadOfDrawing } from './subject-name.js';

const names = () => ({
  id: 'pad-keys',
  canvas: msg('Drawing pad'),
  keys: msg('Drawing pad, by keyboard'),
});

/**
 * The pad, and below it the answer to the drawing. While the stage shows a record, the drawing is pale, and there is the
 * way back to it.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function pad(state, actions) {
  const { draw, eraseOn, undo, drawExample } = actions;
  const { strokes, earlier } = state.stage;
  const isOnStage = aboutOf(state) === 'drawing';
  return html`
    <div class=${isOnStage || strokes.length === 0 ? 'pad' : 'pad off-stage'}>
      <h3 .textContent=${msg('Draw a digit')}></h3>
      <drawing-pad
        .names=${names()}
        .strokes=${strokes}
        @strokes=${(/** @type {CustomEvent<number[][][]>} */ event) => draw(event.detail)}
        @eraseon=${(/** @type {CustomEvent<number[][][]>} */ event) => eraseOn(event.detail)}
        @takeback=${undo}
      ></drawing-pad>
      <div class="controls">
        ${button(msg('Clear'), strokes.length > 0, () => draw([]))} ${button(msg('Undo'), earlier.length > 0, undo)}
        ${button(msg('Example'), state.ready, drawExample)}
      </div>
      ${isOnStage ? answer(state) : wayBack(state, actions)}
    </div>
  `;
}

/** @param {import('../../app/page-state.js').State} state @param {import('../../app/create-actions.js').Actions} actions */
const wayBack = (state, { put }) => html`
  <div class="answer way-back">
    <p class="caption" .textContent=${insteadOfDrawing(state)}></p>
    <div>${button(msg('Back to the drawing'), true, () => put({ about: 'drawing' }), 'small')}</div>
  </div>
`;
