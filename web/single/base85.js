/**
 * Bytes as text, five characters for four bytes: a quarter longer, where base64 is a third longer. Any text of it may
 * stand in a <script>, since < is not among its characters.
 */

const CHARACTERS = Array.from({ length: 85 }, (_, i) => (i === 25 ? 120 : 35 + i));
const DIGITS = new Uint8Array(128);
CHARACTERS.forEach((character, digit) => {
  DIGITS[character] = digit;
});

/** @param {Uint8Array} bytes @returns {Uint8Array} ASCII characters */
export function encode(bytes) {
  const words = Math.ceil(bytes.length / 4);
  const padded = new Uint8Array(words * 4);
  padded.set(bytes);
  const view = new DataView(padded.buffer);
  const text = new Uint8Array(words * 5);
  for (let i = 0; i < words; i++) {
    let word = view.getUint32(4 * i);
    for (let at = 5 * i + 4; at >= 5 * i; at--) {
      text[at] = CHARACTERS[word % 85];
      word = Math.floor(word / 85);
    }
  }
  return text;
}

/**
 * @param {string} text from encode()
 * @param {number} length how many bytes were encoded
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function decode(text, length) {
  const words = text.length / 5;
  const bytes = new Uint8Array(words * 4);
  const view = new DataView(bytes.buffer);
  for (let i = 0, at = 0; i < words; i++) {
    let word = 0;
    for (let end = at + 5; at < end; at++) word = word * 85 + DIGITS[text.charCodeAt(at)];
    view.setUint32(4 * i, word);
  }
  return bytes.subarray(0, length);
}
