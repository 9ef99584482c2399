import { plural } from '../../ui/format.js';

/** @param {number} count */
export const kept = (count) =>
  plural(count, { one: '# digit is kept in this browser.', other: '# digits are kept in this browser.' });

/** @param {number} count @param {number} doubles */
export function added(count, doubles) {
  const fresh = plural(count, { one: '# digit was added.', other: '# digits were added.' });
  if (doubles === 0) return fresh;
  return `${fresh} ${plural(doubles, {
    one: '# was here already, and was left out.',
    other: '# were here already, and were left out.',
  })}`;
}

/** @param {string} name of the file @param {number} line */
export const wrongLine = (name, line) =>
  `${name} was not added: line ${line} is not a drawing with a label from 0 to 9 and its strokes. Choose files that were saved here by “Save as strokes”.`;

export const UNREADABLE = 'This file can’t be read. It may have been changed or moved: choose it again.';

export const FULL = 'This browser stores no more digits. Save them as a file before you close the page.';
