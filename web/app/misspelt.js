/** Names of parameters with numbers that mail programs, advertisers and hosts append to links. */
const OTHERS =
  /_|id$|^(?:.|cb|fr|hl|pli|pos|position|rand|random|ref|rnd|sd|sr|src|tag|ts|usp|ust|page|lang|time|timestamp|token|data|reserved|redirect|forceview|embed|embedded|authuser|ver|version|cache|nocache)$/i;

/**
 * Whether a parameter of a link that has none of the page's names was probably meant for the page: its name is similar
 * to one of them, or its value is a number.
 *
 * @param {string} name
 * @param {string} text its value
 * @param {readonly string[]} names the page's
 */
export function isMisspelt(name, text, names) {
  const isNumber = text !== '' && !Number.isNaN(Number(text));
  return names.some((own) => isSimilar(name, own)) || (isNumber && !OTHERS.test(name));
}

/** @param {string} name @param {string} own */
function isSimilar(name, own) {
  const [one, other] = [name, own].map((each) => each.toLowerCase().replace(/[^a-z]/g, ''));
  if (one.length >= 4 && other.includes(one)) return true;
  if ([...one].sort().join() === [...other].sort().join()) return true;
  return distance(one, other) <= (other.length > 5 ? 2 : 1);
}

/** The number of letters to insert, drop or replace (Levenshtein's distance). @param {string} one @param {string} other */
function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j++) {
      const replaced = row[j] + Number(letter !== other[j]);
      next.push(Math.min(replaced, row[j + 1] + 1, next[j] + 1));
    }
    row = next;
  }
  return row[other.length];
}
