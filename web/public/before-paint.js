// Sets light or dark before the first paint; a module would run after it. features/appearance/actions.js
// takes over from here. Any other value than these two counts as none (ui/storage.js).
{
  let stored = null;
  try {
    stored = localStorage.getItem('glassbox.scheme');
  } catch {
    // Refused: follow the system.
  }
  const dark =
    stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.scheme = dark ? 'dark' : 'light';
}
