import { html } from 'lit';
import { largest } from '../../../ranking.js';
import { explained } from '../../state.js';
import { aboutNode } from './about-node.js';
import { aboutOutput } from './about-output.js';
import { aboutPicture } from './about-picture.js';
import { aboutPixel } from './about-pixel.js';

/**
 * What the part is that is pointed at, in plain words, and its formula with the numbers of now.
 *
 * @param {import('../../state.js').State} state
 */
export function readout(state) {
  return html`<div class="readout">${content(state)}</div>`;
}

/** @param {import('../../state.js').State} state */
function content(state) {
  const part = explained(state);
  switch (part?.kind) {
    case 'pixel':
      return aboutPixel(state, part.index);
    case 'node':
      return aboutNode(state, part.index);
    case 'output':
      return aboutOutput(state, part.index);
    case 'picture':
      return aboutPicture(state, part.index);
    default:
      return overview(state);
  }
}

/** @param {import('../../state.js').State} state */
function overview({ answer }) {
  return html`
    <div class="words">
      <h3>Point at any part</h3>
      <p>
        A pixel, a light, a bar, a picture: here it says what it is, with its numbers. A click keeps it. By
        keyboard: Tab, then the arrow keys.
      </p>
      <p>
        Each pixel is an input; each light a hidden node; each bar an output. What flows between them is
        weighted. Lines are the weights that matter most now, <b class="for">for</b> what they lead to or
        <b class="against">against</b> it${
          answer ? `; so are the lights’ colours, for output ${largest(answer.outputs)}` : ''
        }. The small picture beside each bar is the network run backwards: what it imagines for that digit.
      </p>
    </div>
  `;
}
