/**
 * The presentation, in which one part of the page fills the screen, and scrolling to parts of the page.
 *
 * @param {import('../../app/context.js').Context} context
 */
export function presentActions({ state, show }) {
  const { documentElement } = document;

  const present = () => {
    state.present = 'stage';
    show();
    // If full screen is refused or not supported, the presentation fills the window.
    documentElement.requestFullscreen?.().catch(() => {});
  };

  const leave = () => {
    state.present = null;
    show();
    if (document.fullscreenElement) document.exitFullscreen();
  };

  // The visitor can leave full screen with the browser's own keys and gestures. It can also start only after the
  // visitor has left the presentation.
  document.addEventListener('fullscreenchange', () => {
    if (!document.fullscreenElement && state.present) leave();
    else if (document.fullscreenElement && !state.present) document.exitFullscreen();
  });

  /**
   * Redraws the page, then scrolls a part of it to the top of the window.
   *
   * @param {string} selector of the part
   */
  const bring = (selector, then = () => {}) => {
    show();
    requestAnimationFrame(() => {
      document.querySelector(selector)?.scrollIntoView({ block: 'start' });
      then();
    });
  };

  return {
    present,
    leave,

    /** Scrolls to the stage, or shows it in the presentation. */
    goToStage() {
      if (state.present) state.present = 'stage';
      bring('.stage');
    },

    /** Scrolls to the open tab, or shows it in the presentation. */
    goToCloser() {
      if (state.present) state.present = 'closer';
      bring('.closer', () => document.getElementById(`tab-${state.tab}`)?.focus({ preventScroll: true }));
    },
  };
}
