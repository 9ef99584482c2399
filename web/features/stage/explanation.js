import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { button } from '../../ui/button.js';
import { aboutNode } from './about-node.js';
import { aboutOutput } from './about-output.js';
import { aboutPicture } from './about-picture.js';
import { aboutPixel } from './about-pixel.js';
import { beside } from './beside.js';
import { explained } from './state.js';

/**
 * Explains the part that is pointed at or pinned, with its formula and the current numbers.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ unpin: () => void }} actions
 * @param {import('lit').TemplateResult | typeof nothing} wayBack leads to where the visitor came from to see it
 */
export function readout(state, { unpin }, wayBack) {
  const part = explained(state);
  return html`
    <div class=${part ? 'readout explaining' : 'readout'} role="region" aria-label=${msg('Explanation')}
      tabindex="0" ${beside()}>
      ${part ? ABOUT[part.kind](state, part.index) : overview()}
      ${state.stage.pinned ? html`<div class="unpin">${wayBack} ${button(msg('Unpin'), true, unpin, 'small')}</div>` : nothing}
    </div>
  `;
}

/** The explanation of each kind of part. */
const ABOUT = { pixel: aboutPixel, node: aboutNode, output: aboutOutput, picture: aboutPicture };

const overview = () => html`
  <div class="words overview">
    <h3 .textContent=${msg('Point at any part')}></h3>
    <p .textContent=${msg('Point at a pixel, a light, a bar or a picture: its explanation and its numbers appear here. Click or tap it to pin it, and once more to unpin it. On a keyboard, press Tab, then use the arrow keys and Enter.')}></p>
    <p>${msg(html`Every input goes to every hidden node, and every hidden node to every output, each time through a weight. Lines and colours show which ones matter most now, <b class="for">for</b> the highest output or <b class="against">against</b> it. The picture beside each bar is what the network imagines for that digit.`)}</p>
  </div>
`;
