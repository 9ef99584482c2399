import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toldShortly } from '../../web/features/training/arrival.js';
import { arriving, newFile } from '../../web/shared/file-progress.js';

test('of a file that arrives, its share is told, or that it arrives if its size is not known', () => {
  const file = newFile('mnist_train.csv.gz', 'mnist');
  assert.equal(toldShortly({ ...file, bytes: 4_500_000 }), 'Loading…');
  assert.equal(toldShortly({ ...file, bytes: 4_500_000, total: 10_000_000 }), 'Loading: 45\u00a0%');
  assert.equal(
    toldShortly({ ...file, bytes: 11, total: 10 }),
    'Loading: 100\u00a0%',
    'more than was announced',
  );
});

test('a file of the visitor’s own is the one that arrives, beside MNIST’s; one that failed is not', () => {
  const [mnist, own] = [newFile('mnist', 'mnist'), newFile('mine', 'own')];
  assert.equal(arriving({ mnist, own }), own);
  assert.equal(arriving({ mnist, own: { ...own, state: 'failed' } }), mnist);
  assert.equal(arriving({ mnist: null, own: null }), null);
});
