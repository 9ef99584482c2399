// Finds an element as a person with a screen reader would: by role and accessible name. Runs in the page.

import { computeAccessibleName, getRole } from 'dom-accessibility-api';

/** @typedef {Awaited<ReturnType<typeof locate>>} Found */

/**
 * Scrolls to an element, if it is out of view, and waits until it keeps still.
 *
 * @param {string} role
 * @param {string} name
 */
export async function locate(role, name) {
  const element = find(role, name);
  // Only then: centred once more, a page at half a pixel may move by a pixel.
  if (!look(element).inView) {
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  }
  const place = () => JSON.stringify(look(element).box);
  for (let frame = 0, before = ''; before !== place(); frame++) {
    if (frame === 100) throw new Error(`${role} named “${name}” keeps moving`);
    before = place();
    await new Promise(requestAnimationFrame);
  }
  const { box, cover } = look(element);
  const disabled = element.matches(':disabled, [aria-disabled="true"], [inert], [inert] *');
  return { text: element.textContent ?? '', box, cover, disabled };
}

/**
 * @param {string} role
 * @param {string} name
 */
function find(role, name) {
  const visible = Array.from(document.body.querySelectorAll('*')).filter(
    (element) =>
      getRole(element) === role &&
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest('[aria-hidden="true"]'),
  );
  const names = visible.map((element) =>
    computeAccessibleName(element, { computedStyleSupportsPseudoElements: true }),
  );
  const found = visible.filter((_, i) => names[i] === name);
  if (found.length === 1) return found[0];
  if (found.length > 1) throw new Error(`${found.length} visible elements are a ${role} named “${name}”`);
  const others = [...new Set(names.filter(Boolean))].map((other) => `“${other}”`).join(', ');
  throw new Error(`no visible ${role} named “${name}”; there are: ${others || 'none'}`);
}

/**
 * Where an element is in the viewport, in CSS pixels; whether all of it is in view; and, if there is one,
 * the element that would take a click on its centre instead.
 *
 * @param {Element} element
 */
function look(element) {
  const { x, y, width, height, bottom, right } = element.getBoundingClientRect();
  const top = document.elementFromPoint(x + width / 2, y + height / 2);
  const clickable = top !== null && (element.contains(top) || top.closest('label')?.control === element);
  return {
    box: { x, y, width, height },
    inView: clickable && x >= 0 && y >= 0 && right <= innerWidth && bottom <= innerHeight,
    cover: clickable ? '' : `<${top?.localName ?? 'nothing'} class="${top?.className ?? ''}">`,
  };
}

Object.assign(globalThis, { locate });
