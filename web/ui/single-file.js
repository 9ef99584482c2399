/** Whether the page is one HTML file with all its parts inside (single/build.js). */
export const isSingleFile = () => 'single' in document.documentElement.dataset;
