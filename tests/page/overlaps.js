/**
 * The texts that lie on each other, as far as they can be seen: a line for each pair. What floats over the page on a
 * ground of its own (fixed, sticky or a dialog) is compared with itself only.
 *
 * @param {import('../browser/page.js').Page} page
 * @returns {Promise<string[]>}
 */
export const overlaps = (page) =>
  page.evaluate(() => {
    // What may touch, in CSS pixels; the height of letters without what reaches into the lines around, in font sizes.
    const [SLACK, LETTERS] = [1, 0.7];

    /** @param {Element | null} element @returns {Element | null} what floats, with this in it */
    const layerOf = (element) => {
      for (let each = element; each; each = each.parentElement)
        if (/fixed|sticky/.test(getComputedStyle(each).position) || each.localName === 'dialog') return each;
      return null;
    };

    /** The part of a box that its scrolling or clipping ancestors show. @param {Element} element @param {DOMRect} box */
    const shownPart = (element, box) => {
      let { left, right, top, bottom } = box;
      for (let each = /** @type {Element | null} */ (element); each; each = each.parentElement) {
        if (getComputedStyle(each).overflow === 'visible' || each === document.documentElement) continue;
        const clip = each.getBoundingClientRect();
        left = Math.max(left, clip.left);
        right = Math.min(right, clip.right);
        top = Math.max(top, clip.top);
        bottom = Math.min(bottom, clip.bottom);
      }
      return { left, right, top, bottom };
    };

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const lines = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = /** @type {Element} */ (node.parentElement);
      const { fontSize, clipPath } = getComputedStyle(element);
      const isSeen = element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
      if (!node.textContent?.trim() || !isSeen || clipPath !== 'none') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const letters = Number.parseFloat(fontSize) * LETTERS;
      const layer = layerOf(element);
      for (const box of range.getClientRects()) {
        const part = shownPart(element, box);
        const middle = (box.top + box.bottom) / 2;
        const top = Math.max(part.top, middle - letters / 2);
        const bottom = Math.min(part.bottom, middle + letters / 2);
        if (part.right - part.left > SLACK && bottom - top > SLACK)
          lines.push({ node, layer, left: part.left, right: part.right, top, bottom });
      }
    }
    lines.sort((a, b) => a.top - b.top);

    /** @param {Node} node */
    const name = (node) => `“${node.textContent?.trim().replace(/\s+/g, ' ').slice(0, 60)}”`;
    const found = new Set();
    for (const [i, one] of lines.entries()) {
      for (const other of lines.slice(i + 1)) {
        if (other.top > one.bottom - SLACK) break;
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        if (one.node !== other.node && one.layer === other.layer && across > SLACK)
          found.add(`${name(one.node)} and ${name(other.node)}`);
      }
    }
    return [...found];
  });
