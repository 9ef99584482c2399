import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expose, wrap } from 'comlink';
import { loadGlassbox } from '../../web/glassbox.js';
import { recipeSettings } from '../../web/shared/settings.js';
import { Questions } from '../../web/worker/questions.js';
import { Session } from '../../web/worker/session.js';
import { firstRecords } from '../mnist.js';

/** @typedef {import('../../web/worker/messages.js').Message} Message */

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
export const drawn = (strokes, prepared = true) => ({
  about: /** @type {const} */ ('drawing'),
  strokes,
  prepared,
});

/** A session behind a message port, as the page has it. */
export class Client {
  /** @type {Message[]} */
  messages = [];
  #channel = new MessageChannel();
  /** @type {import('comlink').Remote<Session>} */
  session;
  /** @type {import('comlink').Remote<Questions>} */
  questions;

  /** @param {import('../../web/glassbox.js').Glassbox} glassbox */
  constructor(glassbox) {
    const { port1, port2 } = this.#channel;
    const session = new Session(glassbox, null, SETTINGS, (message, transfer = []) =>
      port1.postMessage(message, transfer),
    );
    expose({ session, questions: new Questions(glassbox, session) }, port1);
    const remote = /** @type {any} */ (wrap(port2));
    this.session = remote.session;
    this.questions = remote.questions;
    port2.addEventListener('message', ({ data }) => data.about && this.messages.push(data));
  }

  /**
   * The latest message about something.
   *
   * @template {Message['about']} A
   * @param {A} about
   */
  last(about) {
    const all = this.messages.filter((message) => message.about === about);
    return /** @type {Extract<Message, { about: A }>} */ (all.at(-1));
  }

  /** @param {(client: Client) => unknown} condition */
  async until(condition) {
    for (let i = 0; i < 1000; i++) {
      if (condition(this)) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    assert.fail(`waited 10 s for ${condition}; last: ${JSON.stringify(this.last('run'))}`);
  }

  async loadBoth() {
    await this.session.load('test', { name: 'test.csv', file: testing });
    await this.session.load('train', { name: 'train.csv', file: train });
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
    try {
      await body(client);
    } finally {
      client.close();
    }
  });
}
