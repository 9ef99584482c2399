import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACCEPT } from '../../web/features/records/file-types.js';

test('file inputs accept what desktops and Android call CSV, gzip, zip and MNIST’s own files', () => {
  const types = ACCEPT.split(',');
  for (const type of types) assert.match(type, /^(\.[a-z0-9-]+|[a-z]+\/[a-z.-]+)$/);
  for (const type of [
    '.csv',
    '.gz',
    '.zip',
    'text/csv',
    'text/comma-separated-values',
    'application/vnd.ms-excel',
    'application/gzip',
    'application/zip',
    'application/octet-stream',
  ]) {
    assert.ok(types.includes(type), type);
  }
});
