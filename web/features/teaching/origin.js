import { msg, str } from '@lit/localize';
import { RECIPES } from '../../shared/settings.js';
import { whole } from '../../ui/format.js';

/**
 * Where a worksheet comes from, to find its solution, or to make it again.
 *
 * @param {import('./state.js').MadeWorksheet} sheet
 */
export function origin({ record, kind, step, choice, file }) {
  const { recipe, settings } = choice;
  const from = msg(str`Glassbox. Test record ${whole(record + 1)}.`);
  switch (kind) {
    case 'bundled':
      return msg(str`${from} The network is the one that comes with the page.`);
    case 'file':
      return msg(str`${from} The network is from the file ${file}.`);
    default:
      return msg(
        str`${from} The network: recipe ${RECIPES[recipe].label()}, seed ${settings.seed}, after ${whole(step)} steps.`,
      );
  }
}
