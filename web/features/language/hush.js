/** What screen readers read aloud when it changes. */
const LIVE = ':is([role=status], [role=alert], [aria-live], output):not([aria-live=off])';

/** Milliseconds in which the page is drawn, and screen readers have noticed it. */
const MOMENT = 1000;

/** Has nothing read aloud that changes in the next moment: a translation is no news. */
export function hush() {
  const parts = [...document.querySelectorAll(LIVE)];
  const hushed = new Map(parts.map((part) => [part, part.getAttribute('aria-live')]));
  for (const part of parts) part.setAttribute('aria-live', 'off');
  setTimeout(() => {
    for (const [part, live] of hushed) {
      // Otherwise, it has changed for another reason meanwhile.
      if (part.getAttribute('aria-live') !== 'off') continue;
      if (live === null) part.removeAttribute('aria-live');
      else part.setAttribute('aria-live', live);
    }
  }, MOMENT);
}
