// Works out what a line says, as a visitor with pencil and paper would: numbers are rounded, so each stands
// for a range.

/** @typedef {[low: number, high: number]} Range */

/**
 * Whether `name = expression = result` can be true of the numbers that were rounded to those written.
 *
 * @param {string} line
 */
export function addsUp(line) {
  const [, expression, result] = line.split(' = ');
  const [low, high] = evaluate(expression);
  const [value, unit] = read(result);
  return low <= value + unit && high >= value - unit;
}

const NUMBER = /\d+(?:\.\d+)?(?:·10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?/y;

/** @param {string} written @returns {[value: number, unit: number]} and the unit of its last digit */
function read(written) {
  const [digits, power = ''] = written.replace('−', '-').split('·10');
  const exponent = Number(
    Array.from(power, (c) => (c === '⁻' ? '-' : String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c)))).join('') || 0,
  );
  const decimals = digits.split('.')[1]?.length ?? 0;
  if (digits === '' || Number.isNaN(Number(digits))) throw new Error(`‘${written}’ is no number`);
  return [Number(digits) * 10 ** exponent, 10 ** (exponent - decimals)];
}

/** @param {string} expression @returns {Range} */
function evaluate(expression) {
  const text = expression.replace(/… \[[\d,]+ more: ([^\]]+)\]/, '($1)').replace(/\s+/g, ' ');
  let at = 0;
  const take = (/** @type {string} */ token) => {
    if (!text.startsWith(token, at)) return false;
    at += token.length;
    return true;
  };

  /** @returns {Range} */
  const sum = () => {
    let [low, high] = product();
    for (;;) {
      if (take(' + ')) {
        const [l, h] = product();
        [low, high] = [low + l, high + h];
      } else if (take(' − ')) {
        const [l, h] = product();
        [low, high] = [low - h, high - l];
      } else return [low, high];
    }
  };
  /** @returns {Range} */
  const product = () => {
    let range = factor();
    for (;;) {
      if (take(' · ')) range = times(range, factor());
      else if (take(' / ')) {
        const [low, high] = factor();
        range = times(range, [1 / high, 1 / low]);
      } else return range;
    }
  };
  /** @returns {Range} */
  const factor = () => {
    if (take('−')) {
      const [low, high] = factor();
      return [-high, -low];
    }
    if (take('(')) {
      const inner = sum();
      if (!take(')')) throw new Error(`no bracket at ‘${text.slice(at)}’`);
      return inner;
    }
    if (take('e^')) {
      const [low, high] = factor();
      return [Math.exp(low), Math.exp(high)];
    }
    NUMBER.lastIndex = at;
    const written = NUMBER.exec(text)?.[0];
    if (!written) throw new Error(`no number at ‘${text.slice(at)}’ in ‘${text}’`);
    at += written.length;
    const [value, unit] = read(written);
    // Three digits and more are rounded; 255, 0.99 and 0.2 are just that.
    const rounded = /\./.test(written) && written.replace(/·.*|\./g, '').replace(/^0+/, '').length >= 3;
    return rounded ? [value - unit / 2, value + unit / 2] : [value, value];
  };

  const range = sum();
  if (at < text.length) throw new Error(`‘${text.slice(at)}’ is left of ‘${text}’`);
  return range;
}

/** @param {Range} a @param {Range} b @returns {Range} */
function times(a, b) {
  const products = a.flatMap((x) => b.map((y) => x * y));
  return [Math.min(...products), Math.max(...products)];
}

/** @param {string[]} lines @returns {string[]} what of them is an equation with something to work out */
export const equations = (lines) =>
  lines
    .flatMap((line) => line.replace(/\s+/g, ' ').split('; '))
    .filter((line) => line.split(' = ').length === 3);
