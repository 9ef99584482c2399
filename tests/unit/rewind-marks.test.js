import assert from 'node:assert/strict';
import { test } from 'node:test';
// Before there is a document, which Lit would take for a browser's.
import 'lit';
import { marks } from '../../web/features/training/rewind.js';
import { setTranslation } from '../../web/shared/message.js';

/** The steps of the snapshots of a run of some steps, whose distances grow. @param {number} steps */
function snapshotsOf(steps) {
  const taken = [0];
  for (let step = 1; step <= steps; step = Math.ceil(step * 1.2)) taken.push(step);
  return taken;
}

test('the scale of the rewind has marks at powers of ten, at the snapshots there, and ends now', () => {
  const snapshots = snapshotsOf(240_000);
  const made = marks(snapshots);
  assert.deepEqual(
    made.map(({ text }) => text),
    ['0', '10', '100', '1K', '10K', '100K', 'now'].filter((text) => made.some((mark) => mark.text === text)),
  );
  assert.ok(made.length >= 5, `${made.length}`);
  const hundred = made.find(({ text }) => text === '100');
  const index = Math.round(Number(hundred?.at) * snapshots.length);
  assert.ok(snapshots[index] >= 100 && snapshots[index - 1] < 100);
});

test('the marks of the rewind have room beside each other on a phone, however long the language writes them', (t) => {
  t.after(() => setTranslation({ locale: 'en', translate: String }));
  // 320 px wide, in CSS pixels: the scale, and about a character of its type.
  const [scale, character] = [272, 6.5];
  for (const locale of ['en', 'es', 'pt', 'de', 'id']) {
    setTranslation({ locale, translate: String });
    for (let steps = 1; steps < 2e6; steps = Math.ceil(steps * 1.1)) {
      const made = marks(snapshotsOf(steps));
      for (const [i, right] of made.entries()) {
        if (i === 0) continue;
        const left = made[i - 1];
        // The last one ends where the scale ends.
        const share = i === made.length - 1 ? 1 : 0.5;
        const characters = left.text.length / 2 + right.text.length * share;
        const between = (right.at - left.at) * scale - characters * character;
        assert.ok(between > 5, `${locale}, ${steps} steps: ${left.text} and ${right.text}, ${between} px`);
      }
    }
  }
});

test('without snapshots there is no scale, with one there are its ends', () => {
  assert.deepEqual(marks([]), []);
  assert.deepEqual(
    marks([0]).map(({ at }) => at),
    [0, 1],
  );
});
