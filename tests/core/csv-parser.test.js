import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CsvError } from '../../web/glassbox.js';
import { bytes, csv, glassbox, load } from './fixtures.js';

/** The records of the file as Records reads it. */
const expected = () => {
  const records = glassbox.records();
  load(records, 'train', csv);
  const all = records.all('train');
  records.free();
  return all;
};

/** What is wrong, as the parser tells it. @param {() => unknown} call */
const errorOf = (call) => {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof CsvError);
    return { code: error.code, row: error.row, column: error.column };
  }
  return null;
};

test('a parser gives the records of a file, however it is cut and whenever they are taken', () => {
  const whole = expected();
  for (const size of [1, 7, 785, 1000, 4096, csv.length]) {
    for (const takeOften of [true, false]) {
      const parser = glassbox.csvParser();
      const parts = [];
      for (let at = 0; at < csv.length; at += size) {
        parser.read(csv.subarray(at, at + size));
        if (takeOften) parts.push(parser.take());
      }
      parser.end();
      parts.push(parser.take());
      assert.equal(Buffer.compare(Buffer.concat(parts), whole), 0, `${size}, ${takeOften}`);
      assert.equal(parser.take().length, 0);
      parser.free();
    }
  }
});

test('a parser reads a file that is larger than what it copies at once, and has no last line end', () => {
  const copies = Math.ceil(1_000_000 / csv.length);
  const long = Buffer.concat(Array.from({ length: copies }, () => csv));
  const parser = glassbox.csvParser();
  parser.read(new Uint8Array(long.subarray(0, long.length - 1)));
  parser.end();
  const whole = Buffer.concat(Array.from({ length: copies }, expected));
  assert.equal(Buffer.compare(parser.take(), whole), 0);
  parser.free();
});

test('a parser tells the error that records tell, keeps what came before, and goes on telling it', () => {
  const lines = new TextDecoder().decode(csv).split('\n');
  const bad = bytes(`${lines[0]}\n${lines[1].replace(/\d+$/, 'x')}\n${lines[2]}\n`);
  const records = glassbox.records();
  const told = errorOf(() => records.write('train', bad));
  assert.equal(told?.code, 'csv-not-a-number');
  const parser = glassbox.csvParser();
  parser.read(bad.subarray(0, lines[0].length + 1));
  assert.deepEqual(
    errorOf(() => parser.read(bad.subarray(lines[0].length + 1))),
    told,
  );
  assert.equal(parser.take().length, 785);
  assert.deepEqual(
    errorOf(() => parser.read(csv)),
    told,
  );
  assert.deepEqual(
    errorOf(() => parser.end()),
    told,
  );
  parser.free();
  records.free();
});

test('a file without records, what is no file, and a freed parser are refused', () => {
  const parser = glassbox.csvParser();
  assert.throws(() => parser.read(/** @type {any} */ ('5,0')), /bytes takes a Uint8Array/);
  assert.equal(errorOf(() => parser.end())?.code, 'csv-no-records');
  parser.free();
  assert.throws(() => parser.read(csv), /this parser was freed/);
  assert.throws(() => parser.end(), /this parser was freed/);
});
