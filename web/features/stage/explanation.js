import { html, nothing } from 'lit';
import { explained } from '../../app/page-state.js';
import { aboutNode } from './about-node.js';
import { aboutOutput } from './about-output.js';
import { aboutPicture } from './about-picture.js';
import { aboutPixel } from './about-pixel.js';

/**
 * What the part is that is pointed at, in plain words, and its formula with the numbers of now.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {Pick<import('./stage.js').Pointing, 'keep'>} actions
 */
export function readout(state, { keep }) {
  return html`
    <div class=${explained(state) ? 'readout explaining' : 'readout'} role="region" aria-label="Explanation"
      tabindex="0">
      ${content(state)}
      ${
        state.kept
          ? html`<button type="button" class="let-go" @click=${() => keep(null)}>Let go</button>`
          : nothing
      }
    </div>
  `;
}

/** @param {import('../../app/page-state.js').State} state */
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
      return OVERVIEW;
  }
}

const OVERVIEW = html`
  <div class="words">
    <h3>Point at any part</h3>
    <p>
      A pixel, a light, a bar, a picture: here it says what it is, with its numbers. A click keeps it, Escape lets
      go. By keyboard: Tab, then the arrow keys.
    </p>
    <p>
      Every input goes to every hidden node, and each of these to every output, through a weight of its own.
      Lines and colours show those that matter most now: <b class="for">for</b> the output that leads, or
      <b class="against">against</b> it. The small picture beside each bar is the network run backwards: what
      it imagines for that digit.
    </p>
  </div>
`;
