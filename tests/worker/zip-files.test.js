import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../helpers.js';
import { assertRefused, csvOf, find, gzip, joined, mnistOf, read, textOf, zipOf } from './containers.js';

const TRAIN = csvOf(30);
const TEST = csvOf(20, 5);

/** @param {import('./containers.js').RecordFile[]} files */
const namesAndKinds = (files) => files.map(({ name, kind }) => [name, kind]);

test('both CSV files of a zip are found by name: stored, deflated, with their sizes behind them', async () => {
  for (const how of [{ stored: true }, {}, { descriptor: true }, { stored: true, descriptor: true }]) {
    const zip = zipOf([
      { name: 'digits/' },
      { name: 'digits/mnist_train.csv', content: TRAIN, ...how },
      { name: 'digits/empty.csv' },
      { name: 'digits/mnist_test.csv', content: TEST, ...how },
      { name: '__MACOSX/digits/._mnist_train.csv', content: '\0\x05\x16\x07' },
      { name: 'digits/.DS_Store', content: '\0\0\0\x01Bud1' },
      { name: 'digits/README', content: 'See the paper.\n' },
      { name: 'digits/LICENSE.txt', content: 'Use, copy, merge, publish.\n' },
      { name: 'digits/sample.png', content: joined([0x89], 'PNG') },
    ]);
    const files = await find({ 'archive.zip': zip });
    assert.deepEqual(namesAndKinds(files), [
      ['digits/mnist_train.csv', 'train'],
      ['digits/mnist_test.csv', 'test'],
    ]);
    assert.equal(await textOf(files[0]), TRAIN);
    assert.equal(await textOf(files[1]), TEST);
    const { last } = await read(files[0]);
    assert.ok(last && last.bytes === last.total);
  }
});

test('zips as Python writes them are read: to a file, to a stream, with a comment', async () => {
  for (const out of ['io.BytesIO()', 'Stream()']) {
    const { stdout, stderr, code } = await run(
      String(process.env.PYTHON ?? '/usr/bin/python3'),
      [
        '-c',
        `import io, sys, zipfile
class Stream(io.RawIOBase):
    data = b""
    def writable(self): return True
    def write(self, b):
        self.data += bytes(b)
        return len(b)
    def getvalue(self): return self.data
out = ${out}
text = sys.stdin.read()
with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("dígits/train.csv", text)
    with z.open("test.csv", "w", force_zip64=True) as f: f.write(text[:2000].encode())
    z.comment = b"PK\\x05\\x06, says the comment, and goes on for a while"
sys.stdout.buffer.write(out.getvalue())`,
      ],
      new TextEncoder().encode(TRAIN),
    );
    assert.equal(code, 0, stderr);
    const files = await find({ 'python.zip': new Uint8Array(stdout) });
    assert.deepEqual(namesAndKinds(files), [
      ['dígits/train.csv', 'train'],
      ['test.csv', 'test'],
    ]);
    assert.equal(await textOf(files[0]), TRAIN);
    assert.equal(await textOf(files[1]), TRAIN.slice(0, 2000));
  }
});

test('what lies in a zip may be packed itself, and may be MNIST’s own', async () => {
  const train = mnistOf(12);
  const test = mnistOf(7);
  const [csv] = await find({ 'x.zip': zipOf([{ name: 'train.csv.gz', content: gzip(TRAIN) }]) });
  assert.equal(await textOf(csv), TRAIN);

  // As in Kaggle's archive, which holds each file twice.
  const archive = zipOf([
    { name: 't10k-images-idx3-ubyte/t10k-images-idx3-ubyte', content: test.images },
    { name: 't10k-images.idx3-ubyte', content: test.images },
    { name: 't10k-labels-idx1-ubyte/t10k-labels-idx1-ubyte', content: test.labels, stored: true },
    { name: 't10k-labels.idx1-ubyte', content: test.labels },
    { name: 'train-images.idx3-ubyte.gz', content: gzip(train.images) },
    { name: 'train-labels.idx1-ubyte', content: train.labels },
  ]);
  const sets = await find({ 'archive.zip': archive });
  assert.deepEqual(
    sets.map(({ kind, format }) => [kind, format]),
    [
      ['test', 'records'],
      ['train', 'records'],
    ],
  );
  assert.deepEqual((await read(sets[0])).bytes, test.records);
  assert.deepEqual((await read(sets[1])).bytes, train.records);
});

test('records in a zip may have other endings, and tables may have bars between names of two words', async () => {
  const names = Array.from({ length: 784 }, (_, i) => `|Bild ${i + 1}`).join('');
  const digits = mnistOf(7);
  const found = await find({
    'x.zip': zipOf([
      { name: 'mnist.train', content: `Ziffer${names}\n${TRAIN.replaceAll(',', '|')}` },
      { name: 'x_test.bin', content: digits.images },
      { name: 'y_test.bin', content: digits.labels },
    ]),
  });
  assert.deepEqual(namesAndKinds(found), [
    ['mnist.train', 'train'],
    ['x_test.bin', 'test'],
  ]);
});

test('folders, and the name of the zip, tell the set where the names do not', async () => {
  const folders = zipOf([
    { name: 'test\\digits.csv', content: TEST },
    { name: 'train\\digits.csv', content: TRAIN },
  ]);
  assert.deepEqual(namesAndKinds(await find({ 'train.zip': folders })), [
    ['test/digits.csv', 'test'],
    ['train/digits.csv', 'train'],
  ]);
  const one = zipOf([{ name: 'digits.csv', content: TEST }]);
  assert.deepEqual(namesAndKinds(await find({ 'mnist_test.zip': one })), [['digits.csv', 'test']]);
});

test('a zip that cannot be read is said to be so', async () => {
  const zip = zipOf([{ name: 'train.csv', content: TRAIN }]);
  const changed = zip.slice();
  changed[100] ^= 1;
  const stored = zipOf([{ name: 'train.csv', content: TRAIN, stored: true }]);
  stored[1000] ^= 1;
  for (const [content, code, file] of /** @type {[Uint8Array, string, string][]} */ ([
    [zip.subarray(0, zip.length - 1), 'file-zip-damaged', 'a.zip'],
    [zip.subarray(0, 200), 'file-zip-damaged', 'a.zip'],
    [changed, 'file-zip-entry-damaged', 'train.csv'],
    [stored, 'file-zip-entry-damaged', 'train.csv'],
    [
      zipOf([{ name: 'train.csv', content: 'version https://git-lfs.github.com/spec/v1' }]),
      'file-is-pointer',
      'train.csv',
    ],
    [zipOf([{ name: 'train.csv', content: TRAIN, flags: 1 }]), 'file-zip-encrypted', 'train.csv'],
    [zipOf([{ name: 'train.csv', content: TRAIN, method: 12 }]), 'file-zip-method', 'train.csv'],
    [zipOf([{ name: 'train.csv', content: TRAIN, size: 1e9 }]), 'file-zip-entry-damaged', 'train.csv'],
  ])) {
    await assertRefused({ 'a.zip': content }, { code, file });
  }
});

test('a zip without records says so, and one with too many files', async () => {
  for (const entries of [
    [],
    [{ name: 'folder/' }],
    [{ name: '7.png', content: joined([0x89], 'PNG') }],
    [
      { name: '7.png', content: joined([0x89], 'PNG') },
      { name: 'LICENSE', content: 'Use, copy, merge.' },
    ],
    [{ name: 'train.dat', content: joined([0x89], 'PNG') }],
    [{ name: 'train.csv.zip', content: zipOf([{ name: 'train.csv', content: TRAIN }]) }],
  ]) {
    await assertRefused({ 'a.zip': zipOf(entries) }, { code: 'file-zip-without-records', file: 'a.zip' });
  }
  const many = zipOf(Array.from({ length: 101 }, (_, i) => ({ name: `${i}.csv`, content: `${i},0` })));
  await assertRefused({ 'a.zip': many }, { code: 'file-zip-many', message: /101 files/ });
  // Only names that records may have are looked into.
  const pictures = Array.from({ length: 3000 }, (_, i) => ({ name: `${i}.png`, content: 'x', stored: true }));
  const [file] = await find({ 'a.zip': zipOf([...pictures, { name: 'labels.csv', content: TRAIN }]) });
  assert.equal(file.name, 'labels.csv');
});

test('files of one size that begin alike are copies only if the zip says that they are the same', async () => {
  const other = `${TRAIN.slice(0, -2)}7\n`;
  for (const [content, count] of /** @type {const} */ ([
    [TRAIN, 1],
    [other, 2],
  ])) {
    const zip = zipOf([
      { name: 'train/a.csv', content: TRAIN, stored: true },
      { name: 'train/b.csv', content, stored: true },
    ]);
    assert.equal((await find({ 'a.zip': zip })).length, count);
  }
});

test('other files that are zips are named as what they are', async () => {
  for (const [names, code, message] of /** @type {[string[], string, RegExp][]} */ ([
    [
      ['[Content_Types].xml', 'xl/workbook.xml', 'xl/sharedStrings.xml'],
      'file-is-excel',
      /In Excel, save it as CSV/,
    ],
    [['[Content_Types].xml', 'xl/workbook.bin'], 'file-is-excel', /Excel/],
    [['[Content_Types].xml', 'word/document.xml'], 'file-is-document', /Word/],
    [['ppt/presentation.xml'], 'file-is-document', /PowerPoint/],
    [['mimetype', 'content.xml', 'META-INF/manifest.xml'], 'file-is-spreadsheet', /OpenDocument/],
    [['Index/Document.iwa', 'preview.jpg'], 'file-is-spreadsheet', /Numbers/],
    [['x_train.npy', 'y_train.npy'], 'file-is-data', /NumPy/],
    [['model/data.pkl', 'model/version'], 'file-is-data', /PyTorch/],
    [['META-INF/MANIFEST.MF', 'Main.class'], 'file-is-program', /program/],
  ])) {
    const zip = zipOf(names.map((name) => ({ name, content: 'x' })));
    await assertRefused({ 'digits.csv': zip }, { code, message, file: 'digits.csv' });
  }
  // An archive may hold the same records in several formats.
  const both = zipOf([
    { name: 'train.npy', content: 'x' },
    { name: 'train.csv', content: TRAIN },
  ]);
  assert.deepEqual(namesAndKinds(await find({ 'archive.zip': both })), [['train.csv', 'train']]);
});
