// What is left of a browser once the program that started it has ended, in whichever way.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { engines } from './engines.js';

const folder = mkdtempSync(join(tmpdir(), 'glassbox-test-'));
after(() => rmSync(folder, { recursive: true }));

for (const engine of engines) {
  for (const [how, status, ending] of /** @type {const} */ ([
    ['when closed', 0, 'await browser.close()'],
    ['after an error', 1, "throw new Error('on purpose')"],
    ['after a signal', 143, "process.kill(process.pid, 'SIGTERM')"],
  ])) {
    test(`${engine} leaves nothing behind ${how}`, async () => {
      const home = mkdtempSync(join(folder, 'left-'));
      const script = `
        import { openBrowser } from './engines.js';
        const browser = await openBrowser('${engine}');
        await browser.openPage('data:text/html,<title>Here</title>');
        ${ending};`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        cwd: new URL('.', import.meta.url),
        env: { ...process.env, TMPDIR: home },
        stdio: 'ignore',
      });
      assert.ok(processesOf(home).includes(String(child.pid)), 'what it starts would not be found');
      assert.deepEqual(await once(child, 'exit'), [status, null]);
      assert.deepEqual(readdirSync(home), []);
      // Killed processes do not go at once.
      for (let left = ['?'], end = Date.now() + 2000; left.length > 0; left = processesOf(home)) {
        assert.ok(Date.now() < end, left.join('\n'));
      }
    });
  }
}

/**
 * The processes that have a folder in their environment, as all that a browser starts do.
 *
 * @param {string} path
 */
function processesOf(path) {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(path);
    } catch {
      return false;
    }
  });
}
