// A worker that is given the visitor's own files, and these files.

import assert from 'node:assert/strict';
import { loadGlassbox } from '../../web/glassbox.js';
import { createApi } from '../../web/worker/api.js';
import { firstRecords } from '../mnist.js';
import { SETTINGS } from './client.js';

/** @typedef {import('../../web/worker/messages.js').Message} Message */
/** @typedef {import('../../web/worker/messages.js').SetMessage} SetMessage */
/** @typedef {Awaited<ReturnType<typeof start>>} Worker */

export const rows = new TextDecoder()
  .decode(await firstRecords('test', 200))
  .trim()
  .split('\n');
/** @param {string} name @param {string[]} rows */
export const csv = (name, rows) => [{ name, file: new Blob([`${rows.join('\n')}\n`]) }];

/** The worker's calls and what it has told. */
export async function start() {
  const glassbox = await loadGlassbox();
  const messages = /** @type {Message[]} */ ([]);
  const api = createApi(glassbox, await glassbox.pretrained(), (message) => messages.push(message));
  api.runs.create('main', SETTINGS);
  return {
    ...api,
    messages,
    /** @param {'train' | 'test'} kind */
    set: (kind) =>
      /** @type {SetMessage | undefined} */ (
        messages.findLast((message) => message.about === 'set' && message.kind === kind)
      ),
    get step() {
      return /** @type {any} */ (messages.findLast(({ about }) => about === 'progress')).step;
    },
    /** @param {() => unknown} condition */
    async until(condition) {
      for (let i = 0; i < 1000 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 5));
      assert.ok(condition(), `waited 5 s for ${condition}`);
    },
  };
}
