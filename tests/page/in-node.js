// What runs come to in Node.

import { createHash } from 'node:crypto';
import { loadGlassbox } from '../../web/glassbox.js';
import { firstRecords } from '../mnist.js';

/**
 * Trains on the first 2,000 records, or as many of them as a run takes.
 *
 * @param {object[]} runs their settings
 * @returns {Promise<{ digest: string, accuracy: string }[]>} of the weights; on the test records, as the page shows it
 */
export async function trainInNode(runs) {
  const records = await firstRecords('train', 2000);
  const testRecords = await firstRecords('test', 10_000);
  const glassbox = await loadGlassbox();
  return runs.map((settings) => {
    const trainer = glassbox.trainer(settings);
    trainer.write('train', records);
    trainer.end('train');
    trainer.write('test', testRecords);
    trainer.end('test');
    while (!trainer.run({ samples: 1000 }).done);
    const { wih, who } = trainer.network;
    const accuracy = `${(100 * trainer.test().accuracy).toFixed(2)}\u00a0%`;
    trainer.free();
    return { digest: digest(wih, who), accuracy };
  });
}

/** @param {Float32Array} wih @param {Float32Array} who */
function digest(wih, who) {
  return createHash('sha256')
    .update(new Uint8Array(wih.buffer))
    .update(new Uint8Array(who.buffer))
    .digest('hex');
}
