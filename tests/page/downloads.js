// The files that the page has the browser save.

/** @typedef {import('../browser/page.js').Page} Page */

/** Keeps what the page has the browser save from now on, instead of saving it. @param {Page} page */
export const keepDownloads = (page) =>
  page.evaluate(() => {
    /** @type {{ name: string, bytes: number[] }[]} */
    const saved = [];
    Object.assign(globalThis, { saved });
    const { createObjectURL } = URL;
    /** @type {Blob | MediaSource} */
    let content;
    URL.createObjectURL = (object) => {
      content = object;
      return createObjectURL(object);
    };
    HTMLAnchorElement.prototype.click = async function () {
      const bytes = await /** @type {Blob} */ (content).arrayBuffer();
      saved.push({ name: this.download, bytes: [...new Uint8Array(bytes)] });
    };
  });

/** The first of them. @param {Page} page */
export const firstDownload = (page) =>
  page.until(
    () => {
      const { saved } = /** @type {{ saved: { name: string, bytes: number[] }[] }} */ (
        /** @type {unknown} */ (globalThis)
      );
      return saved[0];
    },
    { what: 'a file' },
  );
