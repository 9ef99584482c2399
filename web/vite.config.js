import { defineConfig } from 'vite';
import { BROWSERS } from './browsers.js';
import { serviceWorker } from './offline/plugin.js';

/**
 * The page needs its own files and WebAssembly, nothing else; views set styles by script only. 'self' by default is for
 * the manifest: WebKit complains of manifest-src.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "font-src 'none'",
  "frame-src 'none'",
  "media-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export default defineConfig({
  base: './',
  // A missing file is an error: by default, the server would send the page in its place, even for robots.txt.
  appType: 'mpa',
  build: {
    outDir: '../build/site',
    emptyOutDir: true,
    // What only newer browsers understand, such as nested CSS rules, is rewritten.
    target: BROWSERS,
    assetsInlineLimit: 0,
    modulePreload: false,
    rollupOptions: {
      external: [/^node:/],
      output: {
        // With all of its extension after the hash, so that servers and people see what the file is.
        assetFileNames: ({ names: [name] }) => `assets/${name.replace(/\.(csv\.gz|\w+)$/, '-[hash].$1')}`,
      },
    },
  },
  worker: { format: 'es', rollupOptions: { external: [/^node:/] } },
  plugins: [
    serviceWorker(),
    {
      // In the page itself, so that any static host serves it.
      name: 'content-security-policy',
      transformIndexHtml: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
          injectTo: 'head-prepend',
        },
      ],
    },
    {
      // The server announces x.csv.gz as text/csv packed for the way, so that the browser would
      // unpack it before the page can count the bytes. It is a gzip file, and the page unpacks it.
      name: 'gzip-files-are-files',
      configurePreviewServer(server) {
        server.middlewares.use((request, response, next) => {
          if (!/\.gz(\?|$)/.test(String(request.url))) return next();
          const writeHead = response.writeHead.bind(response);
          response.writeHead = (/** @type {number} */ status, /** @type {any} */ headers) => {
            // Set in one way or the other, as the browser accepts packed answers or not.
            delete headers?.['Content-Encoding'];
            response.removeHeader('Content-Encoding');
            return writeHead(status, headers);
          };
          next();
        });
      },
    },
  ],
  preview: {
    // A class may open the teacher's machine by its name. There is nothing here that is not public.
    allowedHosts: true,
    headers: {
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    },
  },
});
