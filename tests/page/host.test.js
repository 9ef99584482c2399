// `make run` for a class that opens the page on the teacher's machine.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { networkInterfaces } from 'node:os';
import { createInterface } from 'node:readline';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { browserForTests, inChromium } from './setup.js';
import { answered, draw, ready, SEVEN, shows } from './visitor.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The addresses of this machine in its networks. */
const own = Object.values(networkInterfaces())
  .flat()
  .filter((each) => each?.family === 'IPv4' && !each.internal)
  .map((each) => String(each?.address));

/** @type {Set<import('node:child_process').ChildProcess>} */
const servers = new Set();
after(() => {
  // The minus: make, and the server that it started. Asked kindly, make would report an error.
  for (const { pid } of servers) process.kill(-Number(pid), 'SIGKILL');
});

/**
 * Runs `make run` until it has printed its addresses.
 *
 * @param {string[]} variables of make
 * @returns {Promise<{ port: string, printed: string[] }>} printed: the addresses
 */
async function run(...variables) {
  const server = spawn('make', ['--silent', 'run', 'PORT=0', ...variables], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NO_COLOR: '1', HOST: undefined },
  });
  await once(server, 'spawn');
  servers.add(server);
  const printed = [];
  for await (const line of createInterface(server.stdout)) {
    const [address] = line.match(/http:\S+/) ?? [];
    if (address) printed.push(address);
    // The last that is printed.
    if (printed.length > (variables.length > 0 ? own.length : 0)) break;
  }
  return { port: new URL(printed[0]).port, printed };
}

/** @param {string} port @param {string} host that the page is asked for by */
const status = (port, host) =>
  new Promise((resolve, reject) => {
    const request = get({ port, host: '127.0.0.1', headers: { Host: host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
  });

inChromium('make run serves this machine only, unless it is told otherwise', async () => {
  const { port, printed } = await run();
  assert.deepEqual(printed, [`http://127.0.0.1:${port}/`]);
  assert.equal(await status(port, 'localhost'), 200);
  for (const address of own) await assert.rejects(fetch(`http://${address}:${port}/`));
});

inChromium('make run HOST=0.0.0.0 prints the addresses to give out, and answers to any name', async () => {
  const { port, printed } = await run('HOST=0.0.0.0');
  const addresses = own.map((address) => `http://${address}:${port}/`);
  assert.deepEqual(new Set(printed), new Set([`http://localhost:${port}/`, ...addresses]));
  for (const address of addresses) assert.equal((await fetch(address)).status, 200);
  assert.equal(await status(port, 'teacher.local'), 200);

  // Over plain HTTP, browsers hold back some of their interfaces: the clipboard, say.
  const page = await browserForTests('chromium').openPage(`http://0.0.0.0:${port}/#recipe=quick`);
  assert.equal(await page.evaluate(() => isSecureContext), false);
  await ready(page);
  await draw(page, SEVEN);
  await answered(page);
  await page.click('button', 'Train');
  await shows(page, 'Learning.');
  await page.click('button', 'Link');
  await page.until(() => document.querySelector('dialog[open] .copy'), { what: 'the dialog' });
  await page.click('button', 'Copy link');
  await shows(page, 'The link is selected.');
  assert.deepEqual(await page.problems(), []);
});
