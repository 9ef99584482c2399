import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { BOX_SIDE, SIDE } from '../../shared/shape.js';
import { picture } from '../../ui/picture.js';

/**
 * @typedef {object} Stage
 * @property {keyof import('../../worker/picture.js').Stages} name
 * @property {string} label
 * @property {string} explanation
 * @property {number} side in pixels
 */

/**
 * How a drawing becomes what the network sees.
 *
 * @type {Stage[]}
 */
const STAGES = [
  {
    name: 'raw',
    label: 'As drawn',
    explanation: 'The drawing as it is, in 28\u00a0×\u00a028 pixels.',
    side: SIDE,
  },
  {
    name: 'thin',
    label: 'Fitted',
    explanation: 'Scaled to fill a box of 20\u00a0×\u00a020 pixels, with thin lines.',
    side: BOX_SIDE,
  },
  {
    name: 'inked',
    label: 'Inked',
    explanation: 'Drawn with a pen as wide as in MNIST.',
    side: BOX_SIDE,
  },
  {
    name: 'placed',
    label: 'Placed',
    explanation: 'Moved so that its centre of mass is in the middle of 28\u00a0×\u00a028 pixels.',
    side: SIDE,
  },
];

/**
 * The switch that turns the preparation off, and a picture of each of its steps.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ prepare: (on: boolean) => void }} actions
 */
export function preparation({ stage: { answer, prepared } }, { prepare }) {
  const stages = answer?.stages ?? null;
  /** @typedef {Event & { target: HTMLInputElement }} Change */
  return html`
    <div class="preparation">
      <div class="switch">
        <label for="prepare">Prepare drawings like MNIST</label>
        <input id="prepare" type="checkbox" aria-describedby="about-prepare" .checked=${live(prepared)}
          @change=${(/** @type {Change} */ { target }) => prepare(target.checked)} />
        <small id="about-prepare"
          >Gives a drawing the size, stroke width and position of the digits that the network learns from. If this
          is off, the network sees the drawing as it is.</small>
      </div>
      <details>
        <summary>How the drawing becomes what the network sees</summary>
        <ol class="stages">
          ${STAGES.map((stage) => step(stage, stages, prepared))}
        </ol>
      </details>
    </div>
  `;
}

/**
 * @param {Stage} stage
 * @param {import('../../worker/picture.js').Stages | null} stages
 * @param {boolean} prepared
 */
function step({ name, label, explanation, side }, stages, prepared) {
  const given = name === (prepared ? 'placed' : 'raw');
  const leftOut = !prepared && !given;
  return html`
    <li class=${leftOut ? 'left-out' : given ? 'given' : ''}>
      <div class="frame">
        ${picture(label, stages?.[name] ?? null, { full: 255, columns: side, rows: side })}
      </div>
      <div class="about">
        <b>${label}</b>
        <p>${explanation}</p>
        <p class="fate">${leftOut ? 'Skipped' : given ? 'Network input' : ''}</p>
      </div>
    </li>
  `;
}
