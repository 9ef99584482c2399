import { html } from 'lit';
import { DIGITS } from '../../shared/shape.js';
import { digitSelect } from '../../ui/digit-select.js';
import { pixelName, whole } from '../../ui/format.js';
import { stacked } from '../../ui/stacked.js';
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
  const { slide, cast } = specimen;
  const nodes = slide.who.length / DIGITS;
  return html`
    <dl class="worked">
      ${row(
        html`<label>Hidden node
          <input type="number" min="1" max=${nodes} .value=${String(cast.node + 1)} aria-label="Hidden node to follow"
            @change=${(/** @type {Event} */ event) => {
              const input = /** @type {HTMLInputElement} */ (event.target);
              if (input.value !== '' && input.checkValidity()) followNode(input.valueAsNumber - 1);
              else input.value = String(cast.node + 1);
            }}></label>`,
        latestLine(specimen, page, 'node', `one of ${whole(nodes)}: it waits for the inputs`),
      )}
      ${row(
        digitSelect('Output', cast.output, followOutput, { name: 'Output to follow' }),
        latestLine(specimen, page, 'output', 'one of 10: it waits for the hidden nodes'),
      )}
      ${row(
        html`Weight from ${pixelName(cast.pixel)} to node ${cast.node + 1}`,
        latestLine(specimen, page, 'weight', ''),
      )}
    </dl>
  `;
}

/** @param {unknown} who @param {{ text: string, fresh: boolean, all: string[] }} line */
const row = (who, { text, fresh, all }) => html`
  <div><dt>${who}</dt><dd class=${fresh ? 'fresh' : ''}><code>${stacked(text, all)}</code></dd></div>
`;

/**
 * @param {Specimen} specimen
 * @param {number} page
 * @param {keyof Lines} which
 * @param {string} before what is said before there is one
 */
function latestLine(specimen, page, which, before) {
  const lines = PAGES.map(({ lines }) => lines(specimen)[which]);
  const at = lines.findLastIndex((line, i) => line && i <= page);
  return { text: lines[at] ?? before, fresh: at === page, all: lines.filter((line) => line !== undefined) };
}
