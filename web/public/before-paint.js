// Sets light or dark before the first paint; a module would run after it. features/appearance/actions.js
// takes over from here.
{
  let stored = null;
  try {
    stored = localStorage.getItem('scheme');
  } catch {
    // Refused: follow the system.
  }
  const chosen = (stored === 'light' || stored === 'dark') && !matchMedia('(forced-colors: active)').matches;
  const dark = chosen ? stored === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.scheme = dark ? 'dark' : 'light';
}
