import { msg } from '@lit/localize';
import { html } from 'lit';
import { BOX_SIDE, SIDE } from '../../shared/shape.js';
import { explainedCheck } from '../../ui/check.js';
import { picture } from '../../ui/picture.js';

/** @typedef {import('../../worker/picture.js').Stages} Stages */

/**
 * The stages of preparing a drawing. `side` is in pixels.
 *
 * @type {[name: keyof Stages, label: () => string, side: number, explanation: () => string][]}
 */
const STAGES = [
  ['raw', () => msg('As drawn'), SIDE, () => msg('The drawing as it is, in 28\u00a0×\u00a028 pixels.')],
  [
    'thin',
    () => msg('Fitted'),
    BOX_SIDE,
    () =>
      msg(
        'One digit, without stray dots, scaled to fill a box of 20\u00a0×\u00a020 pixels, with thin lines.',
      ),
  ],
  ['inked', () => msg('Inked'), BOX_SIDE, () => msg('Drawn with a pen as wide as in MNIST.')],
  [
    'placed',
    () => msg('Placed'),
    SIDE,
    () => msg('Moved so that its centre of mass is in the middle of 28\u00a0×\u00a028 pixels.'),
  ],
];

const words = () => ({
  id: 'prepare',
  words: msg('Prepare drawings like MNIST'),
  explanation: msg(
    'Gives a drawing the size, stroke width and position of the digits that the network learns from. If this is off, the network sees the drawing as it is.',
  ),
});

/**
 * The switch that turns the preparation off, and a picture of each of its steps.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ prepare: (on: boolean) => void }} actions
 */
export function preparation({ stage: { answer, prepared } }, { prepare }) {
  const stages = answer?.stages ?? null;
  return html`
    <div class="preparation">
      ${explainedCheck(words(), prepared, prepare)}
      <details>
        <summary .textContent=${msg('How the drawing becomes what the network sees')}></summary>
        <ol class="stages">
          ${STAGES.map((stage) => step(stage, stages, prepared))}
        </ol>
      </details>
    </div>
  `;
}

/** @param {typeof STAGES[number]} stage @param {Stages | null} stages @param {boolean} prepared */
function step([name, label, side, explanation], stages, prepared) {
  const given = name === (prepared ? 'placed' : 'raw');
  const leftOut = !prepared && !given;
  return html`
    <li class=${leftOut ? 'left-out' : given ? 'given' : ''}>
      <div class="frame">
        ${picture(label(), stages?.[name] ?? null, { full: 255, columns: side, rows: side })}
      </div>
      <div><b .textContent=${label()}></b> <p class="caption" .textContent=${explanation()}></p></div>
      <p class="caption fate" .textContent=${leftOut ? msg('Skipped') : given ? msg('Network input') : ''}></p>
    </li>
  `;
}
