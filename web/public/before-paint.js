// A classic script: it runs before the first paint, where a module would run after it, and where modules do not run.

// Sets light or dark. features/appearance/actions.js takes over from here. Any other value than these two counts as
// none (ui/storage.js).
{
  let stored = null;
  try {
    stored = localStorage.getItem('glassbox.scheme');
  } catch {
    // Refused: follow the system.
  }
  const chosen = (stored === 'light' || stored === 'dark') && !matchMedia('(forced-colors: active)').matches;
  const dark = chosen ? stored === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.scheme = dark ? 'dark' : 'light';
}

// index.html lists why the page may not start; app/main.js removes the list once it has started. If that fails, only
// the reason for it is left, and shown at once.
{
  /** @param {string} reason */
  const show = (reason) => {
    document.documentElement.dataset.start = 'failed';
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (
      document.querySelectorAll('.not-started li')
    )) {
      item.hidden = item.dataset.reason !== reason;
    }
  };

  /** @param {HTMLScriptElement} script that could not be loaded */
  const reasonFor = async (script) => {
    const response = await fetch(script.src).catch(() => null);
    const type = response?.ok ? response.headers.get('Content-Type') : null;
    // Some servers answer with a page where they have nothing.
    return !type || /javascript|html/.test(type) ? 'renewed' : 'type';
  };

  let wantsTrustedTypes = false;
  const onError = async (/** @type {Event} */ { target }) => {
    if (target instanceof HTMLScriptElement) show(await reasonFor(target));
    // An error in a script, before the page has started: the browser cannot run it, or is told not to.
    else if (target === window) show(wantsTrustedTypes ? 'policy' : 'old');
  };
  /** Tells of what a host has forbidden, before the error that comes of it or after that. */
  const onViolation = (/** @type {SecurityPolicyViolationEvent} */ { disposition, effectiveDirective }) => {
    if (disposition !== 'enforce' || !effectiveDirective.includes('trusted-types')) return;
    wantsTrustedTypes = true;
    if (document.documentElement.dataset.start === 'failed') show('policy');
  };

  // A single file (single/build.js) runs from a disk, too.
  if (location.protocol === 'file:' && !('single' in document.documentElement.dataset))
    addEventListener('DOMContentLoaded', () => show('file'));
  else {
    addEventListener('error', onError, true);
    addEventListener('securitypolicyviolation', onViolation);
  }
}
