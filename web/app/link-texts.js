import { msg, str } from '@lit/localize';
import { list } from '../ui/format.js';

/** The page's sentences about what is wrong in a link. Each leaves the rest of the link as it is. */

/** @param {string} got @param {readonly string[]} names */
export const noRecipe = (got, names) =>
  msg(str`The link asks for a recipe ‘${got}’, which does not exist. The recipes are ${list([...names])}.`);

/** @param {string} got @param {readonly string[]} names */
export const noTab = (got, names) =>
  msg(str`The link asks for a view ‘${got}’, which does not exist. The views are ${list([...names])}.`);

/** @param {string} got */
export const noCard = (got) =>
  msg(
    str`The link asks for a card ‘${got}’ of the lesson, which does not exist. The cards are numbered from 1.`,
  );

/** @param {string} got */
export const noPresentation = (got) =>
  msg(str`The link says ‘${got}’ for present. It takes 1 for a presentation, or 0 for none.`);

/** @param {string} got @param {readonly string[]} names */
export const noPart = (got, names) =>
  msg(str`The link hides a part ‘${got}’, which does not exist. The parts are ${list([...names])}.`);

/** @param {string} got @param {readonly string[]} names */
export const noWay = (got, names) =>
  msg(str`The link says ‘${got}’ for pictures. It takes ${list([...names], 'disjunction')}.`);

/** @param {string} got */
export const noDigit = (got) => msg(str`The link says ‘${got}’ for digit. It takes a digit from 0 to 9.`);

/** @param {string} got */
export const noStep = (got) =>
  msg(str`The link says ‘${got}’ for step. It takes a whole number from 0 to 999999999.`);

/** @param {string} got @param {readonly number[]} speeds */
export const noSpeed = (got, speeds) =>
  msg(
    str`The link says ‘${got}’ for speed. It takes ${list(speeds.map(String), 'disjunction')} records per second.`,
  );

/** @param {string} got @param {readonly string[]} names */
export const noSheet = (got, names) =>
  msg(str`The link says ‘${got}’ for teach. It takes ${list([...names], 'disjunction')}.`);

export const noDrawing = () =>
  msg('The drawing in the link cannot be read. Part of the link may be missing: copy all of it again.');

/** @param {string} got @param {readonly string[]} names */
export const noSetting = (got, names) =>
  msg(str`The link has a setting ‘${got}’, which does not exist. The settings are ${list([...names])}.`);

/** @param {import('../shared/settings.js').Setting} setting @param {string} got */
export const wrongSetting = ({ name, min, max, step }, got) =>
  step === 1
    ? msg(str`The link says ‘${got}’ for ${name}. It takes a whole number from ${min} to ${max}.`)
    : msg(str`The link says ‘${got}’ for ${name}. It takes a number from ${min} to ${max}.`);
