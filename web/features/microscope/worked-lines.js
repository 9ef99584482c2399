import { html } from 'lit';
import { DIGITS } from '../../shared/shape.js';
import { pixelName, whole } from '../../ui/format.js';
import { PAGES } from './pages.js';

/** @typedef {import('./pages.js').Lines} Lines */
/** @typedef {import('./state.js').Specimen} Specimen */

/**
 * The three that are followed, each with the line that was worked out last for it.
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
        latestLine(specimen, page, 'node', `one of ${whole(nodes)}: it waits for the inputs`),
      )}
      ${row(
        html`<label>Output
          <select .value=${String(selection.output)} aria-label="Output to follow"
            @change=${(/** @type {Event} */ event) => followOutput(Number(/** @type {HTMLSelectElement} */ (event.target).value))}>
            ${Array.from({ length: DIGITS }, (_, digit) => html`<option value=${digit} .selected=${digit === selection.output}>${digit}</option>`)}
          </select></label>`,
        latestLine(specimen, page, 'output', 'one of 10: it waits for the hidden nodes'),
      )}
      ${row(
        html`Weight from ${pixelName(selection.pixel)} to node ${selection.node + 1}`,
        latestLine(specimen, page, 'weight', ''),
      )}
    </dl>
  `;
}

/** @param {unknown} who @param {{ text: string, fresh: boolean }} line */
const row = (who, { text, fresh }) => html`
  <div><dt>${who}</dt><dd class=${fresh ? 'fresh' : ''}><code>${text}</code></dd></div>
`;

/**
 * @param {Specimen} specimen
 * @param {number} page
 * @param {keyof Lines} which
 * @param {string} before what is said before there is one
 */
function latestLine(specimen, page, which, before) {
  for (let at = page; at >= 0; at--) {
    const text = PAGES[at].lines(specimen)[which];
    if (text) return { text, fresh: at === page };
  }
  return { text: before, fresh: false };
}
