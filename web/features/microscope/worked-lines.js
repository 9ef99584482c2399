import { html } from 'lit';
import { DIGITS } from '../../shared/shape.js';
import { pixelName, whole } from '../../ui/format.js';
import { PAGES } from './pages.js';

/** @typedef {import('./pages.js').Lines} Lines */
/** @typedef {import('./state.js').Specimen} Specimen */

/**
 * The selected node, output and weight, each with the line that was worked out for it last.
 *
 * @param {Specimen} specimen
 * @param {number} page
 * @param {import('./figures.js').Following} actions
 */
export function workedLines(specimen, page, { followNode, followOutput }) {
  const { sample, selection } = specimen;
  const nodes = sample.who.length / DIGITS;
  return html`
    <dl class="worked">
      ${row(
        html`<label>Hidden node
          <input type="number" min="1" max=${nodes} .value=${String(selection.node + 1)} aria-label="Hidden node to follow"
            @change=${(/** @type {Event} */ event) => {
              const input = /** @type {HTMLInputElement} */ (event.target);
              if (input.value !== '' && input.checkValidity()) followNode(input.valueAsNumber - 1);
              else input.value = String(selection.node + 1);
            }}></label>`,
        latestLine(specimen, page, 'node'),
      )}
      ${row(
        html`<label>Output
          <select .value=${String(selection.output)} aria-label="Output to follow"
            @change=${(/** @type {Event} */ event) => followOutput(Number(/** @type {HTMLSelectElement} */ (event.target).value))}>
            ${Array.from({ length: DIGITS }, (_, digit) => html`<option value=${digit} .selected=${digit === selection.output}>${digit}</option>`)}
          </select></label>`,
        latestLine(specimen, page, 'output'),
      )}
      ${row(
        html`Weight from the pixel in ${pixelName(selection.pixel)} to node ${whole(selection.node + 1)}`,
        latestLine(specimen, page, 'weight'),
      )}
    </dl>
  `;
}

/** @param {unknown} subject @param {{ text: string, fresh: boolean }} line */
const row = (subject, { text, fresh }) => html`
  <div><dt>${subject}</dt><dd class=${fresh ? 'fresh' : ''}><code>${text}</code></dd></div>
`;

/**
 * @param {Specimen} specimen
 * @param {number} page
 * @param {keyof Lines} which
 */
function latestLine(specimen, page, which) {
  for (let at = page; at >= 0; at--) {
    const text = PAGES[at].lines(specimen)[which];
    if (text) return { text, fresh: at === page };
  }
  return { text: 'not computed yet', fresh: false };
}
