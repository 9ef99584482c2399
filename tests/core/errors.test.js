// Errors as data: their codes and parameters, from which their sentences can be made anew.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { weightsIn } from '../../web/core/network-file.js';
import { NpzError } from '../../web/core/npy.js';
import { CsvError, loadGlassbox } from '../../web/glassbox.js';
import { ERROR_TEXTS } from '../../web/shared/error-texts.js';
import { codedError, errorText } from '../../web/shared/errors.js';

const glassbox = await loadGlassbox();
const any = /** @type {any} */ (glassbox);

/** @param {() => unknown} call @returns {any} what it throws */
function thrown(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  assert.fail(`${call} throws nothing`);
}

describe('errors', () => {
  test('they have the class, the code and the parameters that they are made with', () => {
    const about = { name: 'to', min: 1, max: 30, got: 31 };
    const error = codedError(RangeError, 'takes-whole-number-in-range', about);
    assert.ok(error instanceof RangeError);
    assert.equal(error.message, 'to takes a whole number from 1 to 30, not 31');
    assert.equal(error.code, 'takes-whole-number-in-range');
    assert.deepEqual(error.parameters, about);
    assert.deepEqual(codedError(Error, 'out-of-memory').parameters, {});
  });

  test('codes are words with hyphens, and each has a sentence', () => {
    for (const [code, text] of Object.entries(ERROR_TEXTS)) {
      assert.match(code, /^[a-z]+(-[a-z]+)*$/);
      const sentence = /** @type {any} */ (text)({ names: [], keys: [], sizes: [], arrays: [] });
      assert.match(sentence, /\w/, code);
    }
  });

  /** @type {[call: () => unknown, type: Function, code: string, parameters: object][]} */
  const cases = [
    [() => any.network(3), TypeError, 'takes-object', {}],
    [() => any.network({ nodes: 3 }), TypeError, 'unknown-key', { name: 'settings', got: 'nodes' }],
    [
      () => any.network({ hiddenNodes: 0 }),
      RangeError,
      'takes-whole-number-in-range',
      { name: 'hiddenNodes', min: 1, max: 1024, got: '0' },
    ],
    [() => any.trainer({ recipe: 'cake' }), RangeError, 'unknown-recipe', { got: "'cake'" }],
    [() => any.rotate([1], 0), RangeError, 'takes-length', { name: 'inputs', length: 784, got: 1 }],
    [() => any.drawing([[[0]]]), TypeError, 'takes-point', { name: 'strokes[0][0]', got: 'Array' }],
    [() => any.run({}, {}), TypeError, 'takes-records', { name: 'records', got: 'Object' }],
    [
      () => any.records().write('both', new Uint8Array()),
      RangeError,
      'takes-kind',
      { name: 'kind', got: 'both' },
    ],
    [() => any.records().write('test', 'text'), TypeError, 'takes-bytes', { name: 'bytes', got: 'string' }],
    [() => any.records().end('test'), CsvError, 'csv-no-records', { row: 1, column: 1 }],
    [() => any.records().record('test', 0), RangeError, 'no-records', { kind: 'test' }],
    [() => weightsIn({}), NpzError, 'npz-no-network', { arrays: [] }],
  ];
  for (const [call, type, code, parameters] of cases) {
    test(`${call.toString().replace(/^\(\) => /, '')} is told as ${code}`, () => {
      const error = thrown(call);
      assert.equal(error instanceof type, true, `${error}`);
      assert.equal(error.code, code);
      assert.deepEqual({ ...error.parameters, ...parameters }, error.parameters);
      assert.equal(error.message, errorText(error.code, error.parameters));
      assert.deepEqual(structuredClone(error.parameters), error.parameters);
    });
  }

  test('a CsvError has the code of its reason, and a place', () => {
    const error = thrown(() => glassbox.records().write('train', new TextEncoder().encode('5,x\n')));
    assert.ok(error instanceof CsvError);
    assert.equal(error.code, 'csv-not-a-number');
    assert.deepEqual(error.parameters, { row: 1, column: 2, found: 'x'.charCodeAt(0) });
    assert.equal(error.reason, errorText('csv-not-a-number', { found: 'x'.charCodeAt(0) }));
    assert.equal(error.message, `Row 1, column 2: ${error.reason}`);
  });
});
