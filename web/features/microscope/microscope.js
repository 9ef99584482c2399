import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { DIGITS } from '../../shared/shape.js';
import { button } from '../../ui/button.js';
import { whole } from '../../ui/format.js';
import { PAGES } from './pages.js';
import { workedLines } from './worked-lines.js';

/** @typedef {import('./state.js').Specimen} Specimen */
/**
 * @typedef {object} MicroscopeActions
 * @property {() => void} takeSpecimen
 * @property {() => void} takeExample
 * @property {() => void} takeMisread
 * @property {(label: number) => void} meanDigit
 * @property {(page: number) => void} turnTo
 * @property {(node: number) => void} followNode
 * @property {(output: number) => void} followOutput
 */

/**
 * One training step, frozen, page by page.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {MicroscopeActions} actions
 */
export function microscope(state, actions) {
  const { specimen, page, seeking } = state.microscope;
  // The specimen is frozen, so the view is drawn again only when one of these changes.
  return html`<div class="microscope">${guard(
    [specimen, page, seeking, specimen ? null : state.stage.answer, state.ready],
    () => (specimen ? open(state.microscope, specimen, actions) : empty(state, actions)),
  )}</div>`;
}

/** @param {import('../../app/page-state.js').State} state @param {MicroscopeActions} actions */
function empty(
  { ready, stage: { answer }, microscope: { seeking } },
  { takeSpecimen, takeExample, takeMisread },
) {
  return html`
    <p>
      Here you can look at one training step in slow motion. Nine pages lead from the picture to the new outputs,
      with all the numbers.
      ${answer ? nothing : 'Nothing is on the stage yet. Draw a digit, or press the button to get an example.'}
    </p>
    <div class="controls">
      ${answer ? button('Take what is on the stage', ready, takeSpecimen) : button('Draw an example', ready, takeExample)}
      ${button('Take a misread record', ready && !seeking, takeMisread)}
    </div>
  `;
}

/**
 * @param {import('./state.js').Microscope} microscope
 * @param {Specimen} specimen
 * @param {MicroscopeActions} actions
 */
function open({ page, seeking }, specimen, actions) {
  const { turnTo, takeSpecimen } = actions;
  const { name, words, remark, code, figures } = PAGES[page];

  /** @param {KeyboardEvent} event */
  const key = (event) => {
    const moves = { ArrowLeft: -1, ArrowRight: 1 };
    const move = /** @type {Record<string, number>} */ (moves)[event.key];
    // Inside a form field, arrow keys belong to the field.
    if (!move || /** @type {HTMLElement} */ (event.target).matches('input, select')) return;
    if (PAGES[page + move]) turnTo(page + move);
    event.preventDefault();
    event.stopPropagation();
  };

  return html`
    <div class="slide" @keydown=${key}>
      <div class="turn">
        ${button('Back', page > 0, () => turnTo(page - 1))}
        ${button('Next', page + 1 < PAGES.length, () => turnTo(page + 1))}
        <h3 aria-live="polite">${page + 1} of ${PAGES.length}: ${name}</h3>
      </div>
      <div class="specimen">
        ${about(specimen, actions)} ${button('Take what is on the stage', true, takeSpecimen)}
      </div>
      <div class="figures">${figures(specimen, actions)}</div>
      <div class="words">
        <p>${words(specimen)}</p>
        ${
          remark && nearlyRight(specimen)
            ? html`<p class="remark">${remark(specimen)}
                ${button('Take a misread record', !seeking, actions.takeMisread)}</p>`
            : nothing
        }
        <pre><code>${code(specimen).join('\n')}</code></pre>
      </div>
      ${workedLines(specimen, page, actions)}
    </div>
  `;
}

/** The largest error of an output for which the outputs count as nearly right. */
const NEAR = 0.1;

/** @param {Specimen} specimen */
const nearlyRight = ({ step }) => step.outputErrors.every((error) => Math.abs(error) < NEAR);

/** @param {Specimen} specimen @param {MicroscopeActions} actions */
function about({ sample, label }, { meanDigit }) {
  const record = whole((sample.record ?? 0) + 1);
  switch (sample.about) {
    case 'drawing':
      return html`
        <label>Your drawing shows the digit
          <select .value=${String(label)} aria-label="What the drawing is meant to be"
            @change=${(/** @type {Event} */ event) => meanDigit(Number(/** @type {HTMLSelectElement} */ (event.target).value))}>
            ${Array.from({ length: DIGITS }, (_, digit) => html`<option value=${digit} .selected=${digit === label}>${digit}</option>`)}
          </select></label>
      `;
    case 'record':
      return html`<span>Test record ${record}: digit ${label}</span>`;
    case 'training':
      return html`<span>Training record ${record}: digit ${label}</span>`;
  }
}
