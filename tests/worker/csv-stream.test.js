import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { FileError, openCsv } from '../../web/worker/csv-stream.js';

const TEXT = '5,0,0,0\n'.repeat(50_000);
const PACKED = new Uint8Array(gzipSync(TEXT));

/** @type {Record<string, (response: import('node:http').ServerResponse) => void>} */
const answers = {
  '/plain': (response) => response.end(TEXT),
  '/packed': (response) => response.setHeader('Content-Length', PACKED.length).end(PACKED),
  '/packed-for-the-way': (response) => response.setHeader('Content-Encoding', 'gzip').end(PACKED),
  '/cut': (response) => response.end(PACKED.subarray(0, PACKED.length - 20)),
  '/damaged': (response) => response.end(Buffer.concat([PACKED.subarray(0, 30), Buffer.alloc(200, 0xff)])),
  '/one-byte': (response) => response.end('5'),
  '/empty': (response) => response.end(),
  '/dropped': (response) => {
    response.setHeader('Content-Length', TEXT.length);
    response.write(TEXT.slice(0, 1000), () => response.destroy());
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

/** @param {Partial<import('../../web/worker/csv-stream.js').Source>} source */
async function read(source) {
  const arrivals = /** @type {{ bytes: number, total: number | null }[]} */ ([]);
  const stream = await openCsv({ name: 'file', ...source }, new AbortController().signal, (arrived) => {
    arrivals.push(arrived);
  });
  const reader = stream.getReader();
  const chunks = [];
  for (let part = await reader.read(); !part.done; part = await reader.read()) chunks.push(part.value);
  return { text: Buffer.concat(chunks).toString(), last: arrivals.at(-1) };
}

test('a plain file arrives as it is', async () => {
  const { text, last } = await read({ url: `${base}/plain` });
  assert.equal(text, TEXT);
  assert.equal(last?.bytes, TEXT.length);
});

test('a gzip file is unpacked, and its packed bytes are counted against its length', async () => {
  const { text, last } = await read({ url: `${base}/packed` });
  assert.equal(text, TEXT);
  assert.deepEqual(last, { bytes: PACKED.length, total: PACKED.length });
});

test('a gzip file that the server calls packed for the way arrives all the same, its length unknown', async () => {
  const { text, last } = await read({ url: `${base}/packed-for-the-way` });
  assert.equal(text, TEXT);
  assert.equal(last?.total, null);
});

test("the visitor's file is read by its content, whatever its name says", async () => {
  for (const bytes of [TEXT, PACKED]) {
    const file = new Blob([bytes]);
    const { text, last } = await read({ name: 'x.txt', file });
    assert.equal(text, TEXT);
    assert.deepEqual(last, { bytes: bytes.length, total: bytes.length });
  }
});

test('a file of one byte, or of none, is read', async () => {
  assert.equal((await read({ url: `${base}/one-byte` })).text, '5');
  assert.equal((await read({ url: `${base}/empty` })).text, '');
});

test('a gzip file cut short or damaged is said to be so', async () => {
  for (const path of ['/cut', '/damaged']) {
    await assert.rejects(read({ url: base + path }), (error) => {
      assert.ok(error instanceof FileError);
      assert.match(error.message, /gzip file is damaged or ends before it should/);
      return true;
    });
  }
});

test('a dropped connection is said to be so, with the bytes that came', async () => {
  await assert.rejects(
    read({ url: `${base}/dropped` }),
    /^FileError: the connection was lost after [\d,]+ of 400,000 bytes$/,
  );
});

test('an answer that is no file is told by its status', async () => {
  await assert.rejects(read({ url: `${base}/missing` }), /^FileError: the server answered 404 Not Found$/);
});

test('a server that is not there is told', async () => {
  await assert.rejects(read({ url: 'http://127.0.0.1:1/' }), /^FileError: the server could not be reached$/);
});
