/** What screen readers read aloud when it changes. */
const LIVE = '[role=status], [role=alert], [aria-live], output';

/** Milliseconds in which the page is drawn, and screen readers have noticed it. */
const MOMENT = 1000;

/** How they are to be read afterwards. */
const hushed = /** @type {Map<Element, string | null>} */ (new Map());
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** Has nothing read aloud that changes in the next moment: a translation is no news. */
export function hush() {
  clearTimeout(timer);
  for (const part of document.querySelectorAll(LIVE)) {
    if (!hushed.has(part)) hushed.set(part, part.getAttribute('aria-live'));
    part.setAttribute('aria-live', 'off');
  }
  timer = setTimeout(() => {
    for (const [part, live] of hushed)
      if (live === null) part.removeAttribute('aria-live');
      else part.setAttribute('aria-live', live);
    hushed.clear();
  }, MOMENT);
}
