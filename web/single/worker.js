// The worker in one file: the page sends it its files before anything else (start.js).

/** @type {MessageEvent<Record<string, Uint8Array>>} */
const { data } = await new Promise((resolve) => addEventListener('message', resolve, { once: true }));
Object.assign(globalThis, { glassboxFile: (/** @type {string} */ name) => data[name] });
await import('../worker/worker.js');

export {};
