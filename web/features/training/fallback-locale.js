// On a system without a locale, WebKitGTK reports the language ‘C’, which Intl refuses. uPlot uses it while
// loading and would break the page, so this module must be imported before uPlot.
try {
  Intl.getCanonicalLocales(navigator.language);
} catch {
  Object.defineProperty(navigator, 'language', { value: 'en' });
}
