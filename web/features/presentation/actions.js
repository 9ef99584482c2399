import { close, isOpen, newThrottle } from '../../shared/throttle.js';
import { createWakeLock } from './wake-lock.js';

/** Milliseconds in which full screen ends after the system has taken a touch for a gesture. */
const GESTURE = 1000;

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
    exitFullscreen();
  };

  const exitFullscreen = () => {
    // It may be over by then.
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  };

  /** Whether a finger or pen is down. */
  let touching = false;
  /** Open unless the system has just taken a touch for a gesture. */
  const gesture = newThrottle();
  for (const type of ['pointerdown', 'pointerup', 'pointercancel']) {
    document.addEventListener(type, () => {
      touching = type === 'pointerdown';
      if (type === 'pointercancel') close(gesture, GESTURE);
    });
  }

  // The visitor can leave full screen with the browser's own keys. On a tablet, a stroke on the pad can be the gesture
  // that does so: then the presentation goes on in the window. Full screen can also start only after the visitor has
  // left the presentation.
  document.addEventListener('fullscreenchange', () => {
    if (!document.fullscreenElement && state.present && !touching && isOpen(gesture)) leave();
    else if (!state.present) exitFullscreen();
  });

  const keepScreenOn = createWakeLock();

  /** What filled the screen when the page was last drawn. */
  let shown = /** @type {typeof state.present} */ (null);
  /** On a phone that lies on its side, the controls take nearly all of the screen: they are above what is presented. */
  const scrollToPresented = () => {
    const { top } = /** @type {HTMLElement} */ (document.querySelector('main')).getBoundingClientRect();
    const above = top + scrollY;
    scrollTo(0, above > innerHeight / 2 ? above : 0);
  };

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

    /** @param {import('./views.js').View} view what is to fill the screen */
    fillWith(view) {
      state.present = view;
      show();
    },

    /** To be called before each redraw, because links start presentations, too. */
    watchPresentation() {
      keepScreenOn(state.present !== null);
      if (state.present && state.present !== shown) queueMicrotask(scrollToPresented);
      shown = state.present;
    },

    /** Scrolls to the stage, or shows it in the presentation. */
    goToStage() {
      if (state.present) state.present = 'stage';
      bring('.stage');
    },

    /**
     * Scrolls to the open tab, or shows it in the presentation.
     *
     * @param {string} [selector] of what gets the focus; default: the tab's name
     */
    goToCloser(selector = `#tab-${state.tab}`) {
      if (state.present) state.present = 'closer';
      bring('.closer', () => {
        const reached = /** @type {HTMLElement | null} */ (document.querySelector(selector));
        reached?.focus({ preventScroll: true });
        reached?.scrollIntoView({ block: 'nearest' });
      });
    },
  };
}
