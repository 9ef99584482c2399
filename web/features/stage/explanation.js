import { html, nothing } from 'lit';
import { explained } from '../../app/page-state.js';
import { button } from '../../ui/button.js';
import { aboutNode } from './about-node.js';
import { aboutOutput } from './about-output.js';
import { aboutPicture } from './about-picture.js';
import { aboutPixel } from './about-pixel.js';

/**
 * What the part is that is pointed at, in plain words, and its formula with the numbers of now.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function readout(state, { keep }) {
  const part = explained(state);
  return html`
    <div class=${part ? 'readout explaining' : 'readout'} role="region" aria-label="Explanation"
      tabindex="0">
      ${part ? ABOUT[part.kind](state, part.index) : OVERVIEW}
      ${state.kept ? html`<div class="let-go">${button('Let go', true, () => keep(null), 'small')}</div>` : nothing}
    </div>
  `;
}

/** What there is to say of each kind of part. */
const ABOUT = { pixel: aboutPixel, node: aboutNode, output: aboutOutput, picture: aboutPicture };

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
