// One core's work for `quick`, one thing after another: what a page that trains while the file arrives is measured
// against.

import { loadGlassbox } from '../../web/glassbox.js';
import { recipeSettings } from '../../web/shared/settings.js';

self.addEventListener('message', async ({ data: { packed } }) => {
  const glassbox = await loadGlassbox();
  const times = [performance.now()];
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const csv = new Uint8Array(await new Response(unpacked).arrayBuffer());
  times.push(performance.now());
  const records = glassbox.records();
  records.write('train', csv);
  records.end('train');
  times.push(performance.now());
  glassbox.run(records, recipeSettings('quick')).train({ samples: records.count('train') });
  times.push(performance.now());
  const [unpack, parse, epoch] = times.slice(1).map((time, i) => (time - times[i]) / 1000);
  self.postMessage({ unpack, parse, epoch });
});
