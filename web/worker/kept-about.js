import { recipeSettings } from '../shared/settings.js';

/** @typedef {{ recipe: string, settings: import('../shared/settings.js').Settings }} Choice */
/** There are two places for runs. @typedef {'a' | 'b'} Slot */
/**
 * What is said of a kept run before it is read.
 *
 * @typedef {object} About
 * @property {number} format
 * @property {Slot} slot its place
 * @property {number} savedAt as of Date.now()
 * @property {Choice} choice that it began with
 * @property {number} step
 * @property {boolean} isReset whether the visitor has reset it, without starting another
 * @property {{ step: number, name: string }[]} snapshots that are kept with it, and under which name
 * @property {number} bytes its size, with its snapshots
 */

/** Goes up when what is kept changes its form. */
export const FORMAT = 1;

/**
 * @param {Slot} slot
 * @param {any} kept may come from another version of the page, or from another page of the same host
 * @returns {About | null} null: it is none of ours
 */
export function checkedAbout(slot, kept) {
  try {
    const { format, savedAt, choice, step, isReset, bytes } = kept;
    const snapshots = kept.snapshots.map((/** @type {any} */ { step, name }) => ({
      step,
      name: String(name),
    }));
    const { recipe } = choice;
    const settings = recipeSettings(recipe, choice.settings);
    const areNumbers = [savedAt, step, bytes, ...snapshots.map((/** @type {any} */ each) => each.step)].every(
      (number) => Number.isFinite(number),
    );
    if (format !== FORMAT || !areNumbers) return null;
    return {
      format,
      slot,
      savedAt,
      choice: { recipe, settings },
      step,
      isReset: isReset === true,
      snapshots,
      bytes,
    };
  } catch {
    return null;
  }
}
