import assert from 'node:assert/strict';
import { test } from 'node:test';
import { glassbox, ONE, read, SEVEN, trained } from './examples.js';
import { measureDrawings } from './measure.js';
import { contactSheet, textReport } from './report.js';

test('the text has the shares, the confusion matrix, the preparations and the time', async () => {
  const drawings = await read([
    { label: 1, strokes: ONE },
    { label: 7, strokes: ONE },
    { label: 7, strokes: SEVEN },
  ]);
  const text = textReport(measureDrawings(glassbox, trained(), drawings));
  assert.match(text, /^2 of 3 drawings are read right: 66\.7 %$/m);
  assert.match(text, /^ {2}1 +100\.0 % +1 of 1$/m);
  assert.match(text, /^ {2}7 +50\.0 % +1 of 2$/m);
  assert.match(text, /^ {2}9 +- +0 of 0$/m);
  assert.match(text, /^ +0 +1 +2 +3 +4 +5 +6 +7 +8 +9\n( +\d){11}\n( +\d){11}\n/m);
  assert.match(text, /^ +7 +0 +1 +0 +0 +0 +0 +0 +1 +0 +0$/m);
  assert.match(text, /^ {2}glassbox\.drawing\(\) +66\.7 % +66\.7 %$/m);
  assert.match(text, /^ {2}box only/m);
  assert.match(text, /^ {2}raw/m);
  assert.match(text, /^from 500 points to the answer: \d+\.\d{3} ms \(median\)$/m);
});

test('the contact sheet shows each failure and needs no other file', async () => {
  const drawings = await read([
    { label: 1, strokes: ONE },
    { label: 7, strokes: ONE },
    { label: 2, strokes: [[[5, 5]]] },
  ]);
  const figures = measureDrawings(glassbox, trained(), drawings);
  const page = contactSheet(figures);
  assert.equal(page.match(/<figure>/g)?.length, figures.failures.length);
  assert.match(page, /2: <b>7<\/b> read as <b>1<\/b> \(0\.\d\d\), then\s\d \(0\.\d\d\)/);
  assert.match(page, /d="M200,100L200,250"/);
  const greys = Buffer.from(/data-greys="([^"]+)"/.exec(page)?.[1] ?? '', 'base64');
  assert.deepEqual(new Uint8Array(greys), figures.failures[0].pixels);
  assert.doesNotMatch(page, /https?:|src=|href=|NaN|undefined/);
});
