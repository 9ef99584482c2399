/**
 * Keeps the screen on. Where the browser or the system refuses, the screen goes off as usual.
 *
 * @returns {(on: boolean) => void} sets whether the screen is to stay on
 */
export function createWakeLock() {
  let wanted = false;
  let asking = false;
  /** @type {WakeLockSentinel | null} */
  let lock = null;

  const update = async () => {
    if (!wanted) {
      lock?.release();
      lock = null;
    } else if (!asking && (!lock || lock.released) && document.visibilityState === 'visible') {
      asking = true;
      // A page served over plain HTTP has no wake locks.
      lock = (await navigator.wakeLock?.request('screen').catch(() => null)) ?? null;
      asking = false;
      if (!wanted) update();
    }
  };
  // The system takes the lock while the page is hidden.
  document.addEventListener('visibilitychange', update);

  return (on) => {
    if (on === wanted) return;
    wanted = on;
    update();
  };
}
