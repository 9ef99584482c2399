import { msg } from '@lit/localize';
import { html } from 'lit';
import { button } from '../../ui/button.js';
import { dialog } from '../../ui/dialog.js';
import { tabs } from '../../ui/tabs.js';
import { guide } from './guide.js';
import { hasItsRecord } from './state.js';
import { worksheet } from './worksheet.js';

/**
 * The part for teachers: a guide to the lesson, a worksheet made from the network on the page, and its solution. Each can
 * be printed: on paper, an open dialog is all there is.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {Pick<import('../../app/create-actions.js').Actions,
 *   'openTeaching' | 'closeDialog' | 'printSheet' | 'makeWorksheet' | 'showSheetRecord'>} actions
 * @param {import('./guide.js').Lesson} lesson
 */
export function teaching(state, actions, lesson) {
  const { sheet, made } = state.teaching;
  const { openTeaching, closeDialog, printSheet } = actions;
  return dialog(
    'teaching',
    msg('For teachers'),
    state.dialog === 'teaching',
    closeDialog,
    () => html`
      ${tabs(
        {
          id: 'teaching-content',
          labelledBy: 'teaching-title',
          names: SHEET_NAMES,
          open: sheet,
          choose: openTeaching,
        },
        html`
          <div class="controls small">
            ${button(msg('Print this sheet'), sheet === 'guide' || made !== null, printSheet, 'main')}
            ${sheet === 'guide' ? '' : worksheetControls(state, actions)}
          </div>
          ${sheet === 'guide' ? guide(state.choice, lesson) : sheetOrWait(state)}
        `,
      )}
    `,
  );
}

const SHEET_NAMES = {
  guide: () => msg('Guide'),
  worksheet: () => msg('Worksheet'),
  solution: () => msg('Solution'),
};

/**
 * @param {import('../../app/page-state.js').State} state
 * @param {Pick<import('../../app/create-actions.js').Actions, 'makeWorksheet' | 'showSheetRecord'>} actions
 */
const worksheetControls = (state, { makeWorksheet, showSheetRecord }) => {
  const { made, status } = state.teaching;
  return html`
    ${button(msg('Another worksheet'), status === 'refused' || (made !== null && status === ''), makeWorksheet)}
    ${button(msg('Show its record on the stage'), hasItsRecord(state), showSheetRecord)}
    <p class="caption" role="status" .textContent=${note(made, status)}></p>
  `;
};

/**
 * @param {import('./state.js').MadeWorksheet | null} made
 * @param {import('./state.js').Status} status
 */
function note(made, status) {
  if (status === 'refused')
    return msg(
      'No worksheet can be made now: it takes test records, and a network of three hidden nodes or more.',
    );
  return made && status === ''
    ? msg(
        'This worksheet and its solution stay as they are while the network learns. Another one takes the network as it is then.',
      )
    : msg('A worksheet is being made from the network on the page.');
}

/** @param {import('../../app/page-state.js').State} state */
const sheetOrWait = ({ teaching: { made, sheet } }) => (made ? worksheet(made, sheet === 'solution') : '');
