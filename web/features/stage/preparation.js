import { html } from 'lit';
import { BOX_SIDE, SIDE } from '../../shared/shape.js';
import { explainedCheck } from '../../ui/check.js';
import { picture } from '../../ui/picture.js';

/** @typedef {import('../../worker/subjects.js').Stages} Stages */

/**
 * How a drawing becomes what the network sees: side in pixels.
 *
 * @type {[name: keyof Stages, label: string, side: number, explanation: string][]}
 */
const STAGES = [
  ['raw', 'As drawn', SIDE, 'The pad as it is, in 28\u00a0×\u00a028 pixels.'],
  ['thin', 'Fitted', BOX_SIDE, 'Made to fill a box of 20\u00a0×\u00a020; only its lines are shown.'],
  ['inked', 'Inked', BOX_SIDE, 'Drawn with a pen as wide as MNIST’s.'],
  ['placed', 'Placed', SIDE, 'Its centre of mass is in the middle of 28\u00a0×\u00a028.'],
];

const PREPARE = {
  id: 'prepare',
  words: 'Prepare as MNIST was',
  explanation: `Gives a drawing the size, stroke width and place of the digits that the network learns from. Off,
    the network sees the pad as it is.`,
};

/**
 * The switch that leaves the preparation out, and a picture for each step of it.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ prepare: (on: boolean) => void }} actions
 */
export function preparation({ answer, prepared }, { prepare }) {
  const stages = answer?.stages ?? null;
  return html`
    <div class="preparation">
      ${explainedCheck(PREPARE, prepared, prepare)}
      <details>
        <summary>How the drawing becomes what the network sees</summary>
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
        ${picture(label, stages?.[name] ?? null, { full: 255, columns: side, rows: side })}
      </div>
      <div><b>${label}</b> <p class="caption">${explanation}</p></div>
      <p class="caption fate">${leftOut ? 'Left out' : given ? 'What it sees' : ''}</p>
    </li>
  `;
}
