import assert from 'node:assert/strict';
import { test } from 'node:test';
import '../../web/shared/comlink-errors.js';
import { expose, wrap } from 'comlink';
import { loadGlassbox } from '../../web/glassbox.js';
import { packed } from '../../web/shared/packed-strokes.js';
import { recipeSettings } from '../../web/shared/settings.js';
import { createApi } from '../../web/worker/api.js';
import { questionContext } from '../../web/worker/question-context.js';
import { robustNetwork } from '../../web/worker/robust.js';
import { firstRecords } from '../mnist.js';

/** @typedef {import('../../web/worker/messages.js').Message} Message */
/** @typedef {import('../../web/worker/messages.js').RunMessage} RunMessage */
/** @typedef {import('../../web/glassbox.js').Glassbox} Glassbox */

export const SETTINGS = recipeSettings('backtrack', { epochs: 2, hiddenNodes: 30 });
/** A drawing. */
export const SEVEN = [
  [
    [0, 0],
    [10, 0],
    [4, 20],
  ],
];

export const train = new Blob([await firstRecords('train', 600)]);
export const testing = new Blob([await firstRecords('test', 300)]);

/**
 * As the page asks about a drawing.
 *
 * @param {number[][][]} strokes
 */
export const drawn = (strokes, prepared = true, digit = /** @type {number | null} */ (null)) => ({
  about: /** @type {const} */ ('drawing'),
  strokes: packed(strokes),
  prepared,
  digit,
});

/** What the worker exposes behind a message port, as the page has it, with a run ‘main’. */
export class Client {
  /** @type {Message[]} */
  messages = [];
  #channel = new MessageChannel();
  /** @type {import('../../web/app/worker-client.js').Worker} */
  api;

  /**
   * @param {Glassbox} glassbox
   * @param {import('../../web/worker/kept-store.js').KeptStore | null} [store] where its run is kept
   */
  constructor(glassbox, store = null) {
    const { port1, port2 } = this.#channel;
    expose(
      createApi(glassbox, null, (message, transfer = []) => port1.postMessage(message, transfer), store),
      port1,
    );
    this.api = /** @type {any} */ (wrap(port2));
    port2.addEventListener('message', ({ data }) => data.about && this.messages.push(data));
  }

  /**
   * The latest message about something.
   *
   * @template {Message['about']} A
   * @param {A} about
   * @param {string} [run] that it is about, if it is about one
   */
  last(about, run = 'main') {
    const all = this.messages.filter(
      (message) => message.about === about && (!('run' in message) || message.run === run),
    );
    return /** @type {Extract<Message, { about: A }>} */ (all.at(-1));
  }

  /** @param {(client: Client) => unknown} condition */
  async until(condition) {
    for (let i = 0; i < 1000; i++) {
      if (condition(this)) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    assert.fail(`waited 10 s for ${condition}; last: ${JSON.stringify(this.last('progress'))}`);
  }

  async loadBoth() {
    await this.api.records.loadMnist('test', { name: 'test.csv', file: testing });
    await this.api.records.loadMnist('train', { name: 'train.csv', file: train });
  }

  /** Trains a run to its end, until that is scored. */
  async finish(run = 'main') {
    await this.api.runs.play(run);
    await this.until(() => {
      const { done, step } = this.last('progress', run);
      return done && this.last('score', run)?.step === step;
    });
  }

  close() {
    this.#channel.port1.close();
  }
}

/**
 * A test with a client of its own.
 *
 * @param {string} name
 * @param {(client: Client) => Promise<void>} body
 */
export function clientTest(name, body) {
  test(name, async () => {
    const client = new Client(await loadGlassbox());
    await client.api.runs.create('main', SETTINGS);
    try {
      await body(client);
    } finally {
      client.close();
    }
  });
}

/**
 * What features' questions work with: a run on some records, whose network answers.
 *
 * @param {Glassbox} glassbox
 * @param {{ train?: Blob, test?: Blob }} files
 */
export async function contextFor(glassbox, files) {
  const records = glassbox.records();
  for (const kind of /** @type {const} */ (['train', 'test'])) {
    const file = files[kind];
    if (!file) continue;
    records.write(kind, new Uint8Array(await file.arrayBuffer()));
    records.end(kind);
  }
  const run = Object.assign(glassbox.run(records, SETTINGS), { networkAt: () => run.network });
  const answering = {
    kind: /** @type {const} */ ('run'),
    network: run.network,
    get step() {
      return run.progress.step;
    },
    get weights() {
      return run.network.weights;
    },
  };
  const loader = { testSetVersion: 1 };
  const robust = robustNetwork(glassbox);
  return {
    ...questionContext({ glassbox, records, loader, bundled: null, run, answering, robust }),
    run,
    loader,
  };
}
