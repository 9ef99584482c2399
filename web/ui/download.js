/** Milliseconds after which a browser has surely begun to save a file. */
const BEGUN = 60_000;

/**
 * Has the browser save a file, which leaves this machine only if its visitor takes it elsewhere.
 *
 * @param {string} name
 * @param {BlobPart} content
 * @param {string} type
 */
export function download(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), BEGUN);
}
