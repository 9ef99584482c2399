import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { button } from '../../ui/button.js';
import { digitSelect } from '../../ui/digit-select.js';
import { whole } from '../../ui/format.js';
import { guard } from '../../ui/guard.js';
import { span } from '../../ui/span.js';
import { stacked } from '../../ui/stacked.js';
import { PAGES } from './pages.js';
import { workedLines } from './worked-lines.js';

/** @typedef {import('./state.js').Specimen} Specimen */

/**
 * One training step, frozen, page by page.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function microscope(state, actions) {
  const { specimen, page, seeking } = state.microscope;
  // The specimen is frozen, so the view is drawn again only when one of these changes.
  return html`<div class="microscope">${guard(
    [specimen, page, seeking, specimen ? null : state.stage.answer, state.ready],
    () => (specimen ? open(state.microscope, specimen, actions) : empty(state, actions)),
  )}</div>`;
}

/** @param {import('../../app/page-state.js').State} state @param {import('../../app/create-actions.js').Actions} actions */
function empty(
  { ready, stage: { answer }, microscope: { seeking } },
  { takeSpecimen, takeExample, takeMisread },
) {
  return html`
    <p>
      ${span(msg('Here you can look at one training step in slow motion: page by page, from the picture to the new outputs, with all the numbers.'))}
      ${answer ? nothing : span(msg('Nothing is on the stage yet. Draw a digit, or press the button to get an example.'))}
    </p>
    <div class="controls">
      ${answer ? button(msg('Take what is on the stage'), ready, takeSpecimen) : button(msg('Draw an example'), ready, takeExample)}
      ${button(msg('Take a misread record'), ready && !seeking, takeMisread)}
    </div>
  `;
}

/**
 * @param {import('./state.js').Microscope} microscope
 * @param {Specimen} specimen
 * @param {import('../../app/create-actions.js').Actions} actions
 */
function open({ page, seeking }, specimen, actions) {
  const { turnTo, takeSpecimen } = actions;
  const titles = PAGES.map(({ name }, i) => msg(str`${i + 1} of ${PAGES.length}: ${name()}`));

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
    <div class="specimen-page" @keydown=${key}>
      <div class="turn controls">
        ${button(msg('Back'), page > 0, () => turnTo(page - 1))}
        ${button(msg('Next'), page + 1 < PAGES.length, () => turnTo(page + 1))}
        <h3 aria-live="polite">${stacked(titles[page], titles)}</h3>
      </div>
      <div class="specimen controls">
        ${about(specimen, actions)} ${button(msg('Take what is on the stage'), true, takeSpecimen)}
      </div>
      <div class="figures" translate="no">${PAGES[page].figures(specimen, actions)}</div>
      <div class="stacked">
        ${PAGES.map(
          ({ words, also = () => [], remark, code }, i) => html`
            <div class="words" ?inert=${i !== page}>
              <p>${words(specimen)} ${also(specimen).map(span)}</p>
              ${
                remark && nearlyRight(specimen)
                  ? html`<p class="remark">${span(remark(specimen))}
                      ${button(msg('Take a misread record'), !seeking, actions.takeMisread, 'small')}</p>`
                  : nothing
              }
              <pre translate="no"><code .textContent=${code(specimen).join('\n')}></code></pre>
            </div>
          `,
        )}
      </div>
      ${workedLines(specimen, page, actions)}
    </div>
  `;
}

/** The largest error of an output for which the outputs count as nearly right. */
const NEAR = 0.1;

/** @param {Specimen} specimen */
const nearlyRight = ({ step }) => step.outputErrors.every((error) => Math.abs(error) < NEAR);

/** @param {Specimen} specimen @param {import('../../app/create-actions.js').Actions} actions */
function about({ sample, label }, { meanDigit }) {
  const record = whole((sample.record ?? 0) + 1);
  switch (sample.about) {
    case 'drawing':
      return digitSelect(msg('The drawing shows the digit'), label, meanDigit, {
        name: msg('What the drawing is meant to be'),
      });
    case 'record':
      return span(msg(str`Test record ${record}: digit ${label}`));
    case 'training':
      return span(msg(str`Training record ${record}: digit ${label}`));
  }
}
