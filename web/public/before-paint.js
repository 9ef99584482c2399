// Sets light or dark before the first paint; a module would run after it. features/appearance/actions.js
// takes over from here.
{
  let kept = null;
  try {
    kept = localStorage.getItem('scheme');
  } catch {
    // Refused: the system's, then.
  }
  const dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.scheme = dark ? 'dark' : 'light';
}
