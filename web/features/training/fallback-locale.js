// Without a locale, WebKitGTK gives ‘C’ as the visitor's language, which Intl refuses. uPlot asks Intl for it
// as it loads, and would take the page with it: so this comes before uPlot.
try {
  Intl.getCanonicalLocales(navigator.language);
} catch {
  Object.defineProperty(navigator, 'language', { value: 'en' });
}
