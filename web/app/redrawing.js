/** Milliseconds. */
const SOON = 100;

/**
 * When the page is drawn.
 *
 * @param {() => void} draw draws the latest state
 * @returns {{ show: () => void, showSoon: () => void }} show: draws in the next frame, however often it is called before;
 *   showSoon: draws a little later, or along with what is shown before
 */
export function redrawing(draw) {
  let isDue = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const show = () => {
    if (isDue) return;
    isDue = true;
    clearTimeout(timer);
    timer = undefined;
    requestAnimationFrame(() => {
      isDue = false;
      draw();
    });
  };
  return {
    show,
    showSoon() {
      // A frame can take long to come, since a page that is hidden gets none; it draws this, too.
      if (!isDue) timer ??= setTimeout(show, SOON);
    },
  };
}
