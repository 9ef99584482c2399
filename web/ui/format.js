import { msg, str } from '@lit/localize';
import { locale } from '../shared/message.js';
import { SIDE } from '../shared/shape.js';

/** How the page writes numbers, plurals and lists. */

/**
 * Making a format is slow, and the page writes hundreds of numbers a frame.
 *
 * @type {Map<string, any>} by kind, language and options
 */
const formats = new Map();

/**
 * A format of Intl.
 *
 * @template F, O
 * @param {new (locale: string, options: O) => F} Format
 * @param {O} options
 * @param {string} language
 * @returns {F}
 */
function formatOf(Format, options, language = locale()) {
  const key = `${Format.name} ${language} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Format(language, options);
  formats.set(key, format);
  return format;
}

/** @param {number} value @param {Intl.NumberFormatOptions} options @param {string} [language] */
const write = (value, options, language) =>
  formatOf(Intl.NumberFormat, options, language).format(value).replace('-', '−');

/** @param {number} digits after the decimal point */
const exactly = (digits) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });

/** @param {number} value with a sign, as +0.31 or −1.20; none if it rounds to 0 */
export const signed = (value, digits = 2, language = locale()) =>
  write(value, { ...exactly(digits), useGrouping: false, signDisplay: 'exceptZero' }, language);

/** @param {number} value as 0.31 or −1.20 */
export const decimal = (value, digits = 2, language = locale()) => {
  // −0.001 is to read 0.00. signDisplay: 'negative' would do that, but Node 18 and older browsers refuse it.
  const rounded = Number(value.toFixed(digits)) === 0 ? 0 : value;
  return write(rounded, { ...exactly(digits), useGrouping: false }, language);
};

/** @param {number} value as 12,345 */
export const whole = (value) => write(value, { maximumFractionDigits: 0 });

/** @param {number} value as 0.2 or 0.0013, without trailing zeros */
export const significant = (value, digits = 6, language = locale()) =>
  write(value, { maximumSignificantDigits: digits }, language);

/** @param {number} value as 12K or 1.8M */
export const compact = (value) => write(value, { notation: 'compact' });

/** @param {number} share as 97.12 %, on one line */
export const percent = (share, digits = 2) =>
  write(share, { ...exactly(digits), style: 'percent' }).replace(/\s*%/, '\u00a0%');

/** @param {number} value as 12 sec or 1.5 MB @param {string} unit of Intl.NumberFormat */
export const quantity = (value, unit, digits = 0) =>
  write(value, { ...exactly(digits), style: 'unit', unit });

/** @param {number} bytes as 1.5 MB */
export const megabytes = (bytes) => quantity(bytes / 1e6, 'megabyte', 1);

/**
 * The text that goes with a count: plural(2, { one: '# record left', other: '# records left' }).
 *
 * @param {number} count
 * @param {Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }} texts # stands for the count
 */
export const plural = (count, texts) =>
  (texts[formatOf(Intl.PluralRules, {}).select(count)] ?? texts.other).replace('#', whole(count));

/**
 * The text that goes with a position: ordinal(1, { one: '#st digit', ..., other: '#th digit' }).
 *
 * @param {number} index from 0
 * @param {Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }} texts # stands for the position, from 1
 */
export const ordinal = (index, texts) =>
  (texts[formatOf(Intl.PluralRules, { type: 'ordinal' }).select(index + 1)] ?? texts.other).replace(
    '#',
    whole(index + 1),
  );

/** @param {number} count as 1 record, 12,345 records */
export const records = (count) => plural(count, { one: msg('# record'), other: msg('# records') });

/** @param {string[]} items @param {Intl.ListFormatType} type 'disjunction': with or; 'unit': commas alone */
export const list = (items, type = 'conjunction') => formatOf(Intl.ListFormat, { type }).format(items);

/** @param {number} index of an input, from 0 */
export const pixelName = (index) =>
  msg(str`row ${whole(Math.floor(index / SIDE) + 1)}, column ${whole((index % SIDE) + 1)}`);

/** @param {number} digit with its article: a 4, an 8 */
export const aDigit = (digit) => (digit === 8 ? msg(str`an ${digit}`) : msg(str`a ${digit}`));

/** @param {number} time as of Date.now(), as 26 November */
export const day = (time) =>
  new Intl.DateTimeFormat(locale() === 'en' ? 'en-GB' : locale(), { day: 'numeric', month: 'long' }).format(
    time,
  );
