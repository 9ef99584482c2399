import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { errorData, errorSentence } from '../../web/shared/error-data.js';
import { codedError } from '../../web/shared/errors.js';

/** What is thrown. @param {() => unknown} action */
function thrownBy(action) {
  try {
    action();
  } catch (error) {
    return error;
  }
  return assert.fail('nothing was thrown');
}

test('an error with a code crosses as that, with its parameters; one for programmers is unexpected', () => {
  const error = codedError(RangeError, 'takes-length', { name: 'inputs', length: 784, got: 783 });
  const data = structuredClone(errorData(error));
  assert.deepEqual(data, {
    code: 'takes-length',
    parameters: { name: 'inputs', length: 784, got: 783 },
  });
  assert.equal(
    errorSentence(data),
    'Something unexpected happened (inputs takes 784 numbers, not 783). Reload the page.',
  );
});

test('what is wrong with a CSV file is worded with its place, if it has one, and what to do', async () => {
  const records = (await loadGlassbox()).records();
  for (const [csv, sentence] of [
    [
      '4,0,x\n',
      'Row 1, column 3: There is ‘x’ where a number belongs. Correct the file, or choose one with a label and 784 pixels in each row.',
    ],
    ['', 'This file holds no records. Choose another file.'],
  ]) {
    const error = thrownBy(() => {
      records.write('train', new TextEncoder().encode(csv));
      records.end('train');
    });
    assert.equal(errorSentence(structuredClone(errorData(error))), sentence);
  }
  records.free();
});

test('any other error is unexpected, and tells its message, whatever code of its own it has', () => {
  for (const [thrown, message] of [
    [new Error('no such thing'), 'no such thing'],
    [Object.assign(new Error('no such file'), { code: 'ENOENT' }), 'no such file'],
    [new DOMException('aborted', 'AbortError'), 'aborted'],
    ['thrown as it is', 'thrown as it is'],
    [null, 'null'],
  ]) {
    const data = errorData(thrown);
    assert.deepEqual(data, { code: 'unexpected-error', parameters: { message } });
    assert.equal(errorSentence(data), `Something unexpected happened (${message}). Reload the page.`);
  }
});
