import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { DIGITS } from '../../shared/shape.js';
import { digitSelect } from '../../ui/digit-select.js';
import { pixelName, whole } from '../../ui/format.js';
import { span } from '../../ui/span.js';
import { stacked } from '../../ui/stacked.js';
import { PAGES } from './pages.js';

/** @typedef {import('./pages.js').Lines} Lines */
/** @typedef {import('./state.js').Specimen} Specimen */

/**
 * The selected node, output and weight, each with its latest worked line.
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
        html`<label>${span(msg('Hidden node'))}
          <input type="number" min="1" max=${nodes} .value=${String(selection.node + 1)} aria-label=${msg('Hidden node to follow')}
            @change=${(/** @type {Event} */ event) => {
              const input = /** @type {HTMLInputElement} */ (event.target);
              if (input.value !== '' && input.checkValidity()) followNode(input.valueAsNumber - 1);
              else input.value = String(selection.node + 1);
            }}></label>`,
        latestLine(specimen, page, 'node'),
      )}
      ${row(
        digitSelect(msg('Output'), selection.output, followOutput, { name: msg('Output to follow') }),
        latestLine(specimen, page, 'output'),
      )}
      ${row(
        span(
          msg(
            str`Weight from the pixel in ${pixelName(selection.pixel)} to node ${whole(selection.node + 1)}`,
          ),
        ),
        latestLine(specimen, page, 'weight'),
      )}
    </dl>
  `;
}

/** @param {import('lit').TemplateResult} subject @param {{ text: string, fresh: boolean, all: string[] }} line */
const row = (subject, { text, fresh, all }) => html`
  <div><dt>${subject}</dt><dd class=${fresh ? 'fresh' : ''}><code>${stacked(text, all)}</code></dd></div>
`;

/**
 * @param {Specimen} specimen
 * @param {number} page
 * @param {keyof Lines} which
 */
function latestLine(specimen, page, which) {
  const lines = PAGES.map(({ lines }) => lines(specimen)[which]);
  const at = lines.findLastIndex((line, i) => line && i <= page);
  return {
    text: lines[at] ?? msg('not computed yet'),
    fresh: at === page,
    all: lines.filter((line) => line !== undefined),
  };
}
