// A trainer in a worker, and nothing else: what a page that shows its training is measured against.

import { loadGlassbox } from '../../web/glassbox.js';

/** Steps between two looks at the clock. */
const BLOCK = 1000;

/** @type {import('../../web/glassbox.js').Trainer} */
let trainer;

self.addEventListener('message', async ({ data: { csv, settings, milliseconds } }) => {
  if (csv) {
    trainer = (await loadGlassbox()).trainer(settings);
    trainer.write('train', csv);
    trainer.end('train');
    self.postMessage(0);
    return;
  }
  const start = performance.now();
  let steps = 0;
  while (performance.now() - start < milliseconds) {
    trainer.run({ samples: BLOCK });
    steps += BLOCK;
  }
  self.postMessage((steps * 1000) / (performance.now() - start));
});
