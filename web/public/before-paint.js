// Light or dark, before the first paint: a module would come after it. page/scheme.js goes on from here.
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
