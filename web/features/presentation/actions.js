/**
 * Presenting: one thing fills the screen. And going to a thing, in a presentation or not.
 *
 * @param {import('../../app/context.js').Context} context
 */
export function presentActions({ state, show }) {
  const { documentElement } = document;

  const present = () => {
    state.present = 'stage';
    show();
    // Where it is refused, or unknown, the presentation fills the window.
    documentElement.requestFullscreen?.().catch(() => {});
  };

  const leave = () => {
    state.present = null;
    show();
    if (document.fullscreenElement) document.exitFullscreen();
  };

  // Browsers leave full screen by keys and gestures of their own. And it may come when the presentation has
  // been left.
  document.addEventListener('fullscreenchange', () => {
    if (!document.fullscreenElement && state.present) leave();
    else if (document.fullscreenElement && !state.present) document.exitFullscreen();
  });

  /**
   * Once it is drawn, brings a part of the page to the top of the window.
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

    /** Brings the stage to the front. */
    goToStage() {
      if (state.present) state.present = 'stage';
      bring('.stage');
    },

    /** Brings the tab that is open to the front. */
    goToCloser() {
      if (state.present) state.present = 'closer';
      bring('.closer', () => document.getElementById(`tab-${state.tab}`)?.focus({ preventScroll: true }));
    },
  };
}
