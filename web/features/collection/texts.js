import { msg, str } from '@lit/localize';
import { aDigit, list, percent, plural, records, whole } from '../../ui/format.js';
import { OWN, OWN_AND_MNIST } from '../../ui/set-name.js';
import { MOST } from './state.js';

/** @param {number} label */
export const kept = (label) => msg(str`Kept as ${aDigit(label)}.`);

/** @param {number} count */
export const deleted = (count) => msg(str`Deleted: ${records(count)}.`);

/** @param {import('./state.js').Change} change */
export function undone({ added, removed }) {
  if (removed.length === 0) return msg(str`Removed again: ${records(added.length)}.`);
  return added.length === 0
    ? msg(str`Back again: ${records(removed.length)}.`)
    : msg('The label is what it was before.');
}

export const full = () =>
  msg(str`There are ${whole(MOST)} records, the most that fit here. Save them, then delete some.`);

/**
 * What came of files.
 *
 * @param {number} files that could be read; of the others, the page says why not
 * @param {{ added: unknown[], removed: unknown[], duplicates: number, left: number }} made
 */
export function imported(files, { added, removed, duplicates, left }) {
  if (files === 0) return '';
  const fresh = added.length - removed.length;
  const from = plural(files, { one: msg('# file'), other: msg('# files') });
  const said = [msg(str`Added ${records(fresh)} from ${from}.`)];
  if (duplicates > 0)
    said.push(
      plural(duplicates, {
        one: msg('# record was there already, and was left out.'),
        other: msg('# records were there already, and were left out.'),
      }),
    );
  if (left > 0)
    said.push(msg(str`There was no room for ${records(left)}: ${whole(MOST)} is the most that fit here.`));
  return said.join(' ');
}

/** @param {string} name of the file @param {string} reason a sentence */
export const fileRefused = (name, reason) => msg(str`${name} was not added. ${reason}`);

export const mnistMissing = () =>
  msg(
    'MNIST could not be loaded, so your records were not added to it. Check the connection, and try again.',
  );

/** @param {import('./state.js').Collection} collection */
export function storageText({ storage, records: all }) {
  switch (storage) {
    case 'opening':
      return '';
    case 'stored':
      return all.length > 0
        ? msg(str`This browser keeps ${records(all.length)}, until you delete them.`)
        : msg('This browser keeps the records, until you delete them.');
    case 'full':
      return msg(
        'This browser has no room left: what you collect now is lost when the page is closed. Save it as a file.',
      );
    case 'refused':
      return msg(
        'This browser stores nothing for this page, as in some private windows: what you collect is lost when the page is closed. Save it as a file.',
      );
  }
}

/** How many there are of each digit. @param {import('./state.js').Kept[]} all */
export function countsText(all) {
  const counts = Array.from({ length: 10 }, (_, digit) => all.filter(({ label }) => label === digit).length);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  if (least === most) return msg(str`${records(all.length)}, ${whole(most)} of each digit.`);
  const rare = counts.flatMap((count, digit) => (count === least ? [String(digit)] : []));
  return msg(
    str`${records(all.length)}, ${whole(least)} to ${whole(most)} of each digit. Fewest: ${list(rare)}.`,
  );
}

/** @param {import('./state.js').Result} result */
export function ownScore({ records: read, answers, network }) {
  const correct = read.filter(({ label }, i) => label === answers[i]).length;
  const total = read.length;
  const score = msg(
    str`Your class: ${whole(correct)} of ${records(total)} read correctly, ${percent(correct / total)}.`,
  );
  return `${score} ${measured(network)}`;
}

/** Which network read the records. @param {import('../../shared/evaluation.js').Evaluated} network */
function measured({ kind, step }) {
  switch (kind) {
    case 'bundled':
      return msg('Measured with the page’s own network.');
    case 'file':
      return msg('Measured with the network from your file.');
    default:
      return msg(str`Measured at step ${whole(step)}.`);
  }
}

/** What such a score is worth. @param {string | undefined} training the name of the training records in use */
export const seenText = (training) =>
  training === OWN || training === OWN_AND_MNIST
    ? msg(
        'These records are in use for training, too: a network that has learned from them scores better on them than on anybody else’s.',
      )
    : '';

/** @param {import('./state.js').Result} result @param {boolean} isOther whether other test records than MNIST's are in use */
export function mnistScore({ mnist }, isOther) {
  if (mnist) {
    const { correct, total, network } = mnist;
    const score = msg(
      str`MNIST: ${whole(correct)} of ${records(total)} read correctly, ${percent(correct / total)}.`,
    );
    return `${score} ${measured(network)}`;
  }
  return isOther
    ? msg('MNIST: not measured, because other test records are in use.')
    : msg('MNIST: not measured yet.');
}
