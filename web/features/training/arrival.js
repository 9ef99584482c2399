import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { arriving } from '../../shared/file-progress.js';
import { megabytes, percent } from '../../ui/format.js';
import { stacked } from '../../ui/stacked.js';

/** @typedef {import('../../app/page-state.js').State} State */
/** @typedef {import('../../shared/file-progress.js').FileProgress} FileProgress */

/** The file of training records that is arriving, if one is. @param {State} state */
export const awaitedFile = ({ records }) => arriving(records.train);

/** How much of it is there. @param {FileProgress} file @returns {number | null} 0..1; null: its size is not known */
const shareOf = ({ bytes, total }) => (total ? Math.min(bytes / total, 1) : null);

/**
 * How far the training records have come, as long as they arrive. There is room for it before and after, too.
 *
 * @param {State} state
 */
export function arrival(state) {
  const file = awaitedFile(state);
  return html`
    <div class=${file ? 'arrival' : 'arrival not-now'}>
      <progress aria-label=${msg('Records on their way')} max="1" .value=${(file && shareOf(file)) ?? 0}></progress>
      <span class="caption">${stacked(file ? told(file) : '', [told(LONGEST)])}</span>
    </div>
  `;
}

/** In few words, for where there is no room for more. @param {FileProgress} file */
export function toldShortly(file) {
  const share = shareOf(file);
  return share === null ? msg('Loading…') : msg(str`Loading: ${percent(share, 0)}`);
}

/** @param {Pick<FileProgress, 'bytes' | 'total'>} file */
const told = ({ bytes, total }) =>
  total
    ? msg(str`Records: ${megabytes(bytes)} of ${megabytes(total)}`)
    : msg(str`Records: ${megabytes(bytes)}`);

const LONGEST = { bytes: 88.8e6, total: 88.8e6 };
