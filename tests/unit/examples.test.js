import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXAMPLES } from '../../web/features/stage/examples.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { predict } from '../../web/shared/confidence.js';

test('each example is on the pad, and the network that comes with the page is sure of its digit', async () => {
  const glassbox = await loadGlassbox();
  const network = await glassbox.pretrained();
  const predictions = EXAMPLES.map((strokes) => {
    assert.ok(strokes.flat(2).every((place) => place > 0.05 && place < 0.95));
    const drawn = /** @type {import('../../web/glassbox.js').Drawn} */ (glassbox.drawing(strokes));
    return predict(network.query(drawn.inputs));
  });
  assert.deepEqual(
    predictions.map(({ digit }) => digit),
    [3, 7, 4, 2, 8, 5, 0, 6, 1, 9],
  );
  for (const { likeliest, confidence } of predictions)
    assert.ok(confidence > 0.9, `${likeliest}: ${confidence}`);
});
