import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { findRecordFiles } from '../../web/worker/files/find-record-files.js';
import { assertRefused, bytesOf, csvOf, find, gzip, joined, read, textOf } from './containers.js';

const TEXT = csvOf(200);
const PACKED = gzip(TEXT);
const PAGE = '\n<!-- proxy -->\n<!DOCTYPE html><html><body>Please log in</body></html>';

/** @type {Record<string, (response: import('node:http').ServerResponse) => void>} */
const answers = {
  '/plain': (response) => response.end(TEXT),
  '/packed': (response) => response.setHeader('Content-Length', PACKED.length).end(PACKED),
  '/packed-for-the-way': (response) => response.setHeader('Content-Encoding', 'gzip').end(PACKED),
  '/cut': (response) => response.end(PACKED.subarray(0, PACKED.length - 20)),
  '/damaged': (response) => response.end(joined(PACKED.subarray(0, 30), new Uint8Array(200).fill(255))),
  '/one-byte': (response) => response.end('5'),
  '/empty': (response) => response.end(),
  '/page': (response) => response.setHeader('Content-Type', 'text/csv').end(PAGE),
  '/dropped': (response) => {
    response.setHeader('Content-Length', TEXT.length);
    response.write(TEXT.slice(0, 10_000), () => response.destroy());
  },
  '/missing': (response) => response.writeHead(404, 'Not Found').end(),
};

const server = createServer((request, response) => answers[String(request.url)](response));
let base = '';
before(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  base = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
});
after(() => server.close());

/** @param {string} path */
async function readUrl(path) {
  const [file] = await findRecordFiles([{ name: 'mnist_train.csv.gz', url: base + path }]);
  const { bytes, last } = await read(file);
  return { text: new TextDecoder().decode(bytes), last };
}

test("the server's file arrives as it is, unpacked, and counted before that", async () => {
  for (const path of ['/plain', '/packed', '/packed-for-the-way']) {
    assert.equal((await readUrl(path)).text, TEXT);
  }
  assert.equal((await readUrl('/plain')).last?.bytes, TEXT.length);
  assert.deepEqual((await readUrl('/packed')).last, { bytes: PACKED.length, total: PACKED.length });
  assert.equal((await readUrl('/packed-for-the-way')).last?.total, null);
  assert.equal((await readUrl('/one-byte')).text, '5');
});

test('what the server sends instead of a file is said, with the name of the file', async () => {
  for (const [path, code, message] of /** @type {[string, string, RegExp][]} */ ([
    ['/cut', 'file-damaged-gzip', /gzip file is damaged or ends before it should/],
    ['/damaged', 'file-damaged-gzip', /gzip file is damaged or ends before it should/],
    ['/empty', 'file-empty', /is empty/],
    ['/page', 'file-sent-web-page', /sent a web page instead/],
    ['/dropped', 'file-connection-lost', /lost after [\d,]+ of [\d,]+ bytes/],
    ['/missing', 'file-refused', /^The server answered 404 \(Not Found\) instead of sending this file\.$/],
  ])) {
    await assert.rejects(readUrl(path), (/** @type {any} */ error) => {
      assert.equal(error.name, 'FileError', path);
      assert.equal(error.parameters.file, 'mnist_train.csv.gz');
      assert.equal(error.code, code, path);
      assert.match(error.message, message);
      return true;
    });
  }
  const [file] = await findRecordFiles([{ name: 'x.csv', url: 'http://127.0.0.1:1/' }]);
  await assert.rejects(read(file), { code: 'file-unreachable' });
});

test("the server's file is downloaded once, and no longer than it is wanted", async () => {
  let requests = 0;
  const closed = new Promise((resolve) => {
    answers['/endless'] = (response) => {
      requests++;
      response.write(TEXT);
      response.on('close', resolve);
    };
  });
  const [file] = await findRecordFiles([{ name: 'x.csv', url: `${base}/endless` }]);
  const reader = (await file.open(new AbortController().signal, () => {})).getReader();
  await reader.read();
  await reader.cancel();
  await closed;
  assert.equal(requests, 1);
});

test("the visitor's CSV is read untouched, packed or not, whatever its name says", async () => {
  const marked = joined([0xef, 0xbb, 0xbf], TEXT);
  const utf16 = joined([0xff, 0xfe], Buffer.from(TEXT, 'utf16le'));
  for (const content of [bytesOf(TEXT), bytesOf('5'), marked, utf16, bytesOf('sep=;\n5;0;0\n\x1a')]) {
    for (const packed of [content, gzip(content)]) {
      const [file, ...others] = await find({ 'x.dat': packed });
      assert.deepEqual(others, []);
      assert.deepEqual([file.name, file.kind, file.format], ['x.dat', null, 'csv']);
      const { bytes, last } = await read(file);
      assert.deepEqual(Buffer.compare(bytes, content), 0);
      assert.deepEqual(last, { bytes: packed.length, total: packed.length });
      assert.equal((await read(file)).bytes.length, content.length, 'a second time');
    }
  }
});

test('gzip files of several members, with empty ones and with zeros at the end, are read as zcat does', async () => {
  const half = TEXT.length / 2;
  const members = [gzip(TEXT.slice(0, half)), gzip(''), gzip(TEXT.slice(half))];
  for (const zeros of [0, 1, 7, 511, 100_000]) {
    const [file] = await find({ 'x.csv.gz': joined(...members, new Uint8Array(zeros)) });
    assert.equal(await textOf(file), TEXT, `${zeros} zeros`);
  }
});

test('members may end anywhere in the portions that a file is read in', async () => {
  // Blobs are read in portions of 64 kB here: members end on every side of that.
  for (let excess = -12; excess <= 12; excess++) {
    const filler = joined('5,', Buffer.alloc(64 * 1024, '0'));
    const stored = (/** @type {number} */ length) => gzipStored(filler.subarray(0, length));
    const length = 65_536 + excess - stored(0).length;
    const [file] = await find({ x: joined(stored(length), gzip('1,2\n'), gzip('3,4\n')) });
    assert.equal((await read(file)).bytes.length, length + 8, `${excess}`);
  }
});

/** gzip without compression: its size follows from the content's. @param {Uint8Array} content */
function gzipStored(content) {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(content.length, 0);
  size.writeUInt16LE(content.length ^ 0xffff, 2);
  return joined([31, 139, 8, 0, 0, 0, 0, 0, 0, 255, 1], size, content, gzip(content).subarray(-8));
}

test('a damaged gzip file is said to be so: cut anywhere, changed, or followed by something else', async () => {
  const small = gzip(csvOf(1));
  const damaged = Array.from({ length: small.length - 2 }, (_, i) => small.subarray(0, i + 2));
  damaged.push(joined(small, 'x'), joined(small, [0], 'x'), joined(small, small.subarray(0, 20)));
  for (const at of [2, small.length - 8, small.length - 1]) {
    const changed = small.slice();
    changed[at] ^= 1;
    damaged.push(changed);
  }
  for (const content of damaged)
    await assertRefused({ 'a.gz': content }, { code: 'file-damaged-gzip', file: 'a.gz' });
});

test('gzip is unpacked in small portions, as they are read', async () => {
  const bomb = gzip(joined('1,', new Uint8Array(5_000_000).fill(48)));
  const [file] = await find({ 'bomb.csv.gz': bomb });
  const reader = (await file.open(new AbortController().signal, () => {})).getReader();
  const { value } = await reader.read();
  assert.ok(value && value.length <= 65_536);
  await reader.cancel();
});

test('a file that has gone is said to be so', async () => {
  const gone = new Blob(['1,2']);
  gone.slice = () =>
    Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error('NotReadable')) });
  await assert.rejects(findRecordFiles([{ name: 'x', file: gone }]), { code: 'file-unreadable' });
});

test('copies of a file, what systems leave in folders, and text beside tables do not count', async () => {
  const found = await find({
    'README.md': 'Digits, drawn by my class.\n'.repeat(20),
    '.DS_Store': '\0\0\0\x01Bud1',
    'Thumbs.db': '\xd0\xcf',
    'train.csv': csvOf(3),
    'train (copy).csv': csvOf(3),
    'train.csv.gz': gzip(csvOf(3)),
    'test.csv': csvOf(3),
  });
  assert.deepEqual(
    found.map(({ name, kind }) => [name, kind]),
    [
      ['train.csv', 'train'],
      ['test.csv', 'test'],
    ],
  );
  const prose = 'These are 300 records of 28 by 28 pixels from 1998 in 2 files. ';
  for (const separator of [' ', '   ', ' | ', '|', '\t', ';']) {
    const names = ['label', ...Array.from({ length: 784 }, (_, i) => `pixel${i}`)].join(separator);
    const train = csvOf(3).replaceAll(',', separator);
    for (const table of [train, `${names}\n${train}`]) {
      const tables = await find({ 'train.txt': table, 'test.csv': csvOf(2), 'README.txt': prose.repeat(40) });
      assert.deepEqual(
        tables.map(({ name }) => name),
        ['train.txt', 'test.csv'],
        `between ‘${separator}’`,
      );
    }
  }
  await assert.rejects(find({ '.DS_Store': 'x' }), { code: 'file-none-found', name: 'FileError' });
  await assert.rejects(find({}), { code: 'file-none-found' });
});
