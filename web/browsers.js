/** The oldest browsers that the page is built for, as esbuild takes them. index.html names these. */
export const BROWSERS = ['chrome111', 'edge111', 'firefox121', 'safari16.4'];
