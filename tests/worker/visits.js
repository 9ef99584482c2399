// Visits to a page that keeps its run: each client is one, another module on the same store.

import { afterEach } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { recipeSettings } from '../../web/shared/settings.js';
import { Client, drawn, SEVEN } from './client.js';

/** @typedef {import('../../web/worker/kept-store.js').KeptStore} KeptStore */

/** Long enough to be paused in the middle on any machine. */
export const SETTINGS = recipeSettings('backtrack', { epochs: 20, hiddenNodes: 30 });
export const CHOICE = { recipe: 'backtrack', settings: SETTINGS };
export const OTHER = { recipe: 'quick', settings: recipeSettings('quick', { hiddenNodes: 20, epochs: 1 }) };

/** A stand-in for the browser's. @param {Map<string, unknown>} values */
export function storeOf(values, isOurs = true) {
  /** @type {KeptStore & { refuse: Error | null, writes: string[][] }} */
  const store = {
    refuse: null,
    writes: [],
    claim: async () => isOurs,
    names: async () => [...values.keys()],
    get: async (names) => names.map((name) => structuredClone(values.get(name))),
    async set(entries) {
      if (store.refuse) throw store.refuse;
      store.writes.push(entries.map(([name]) => name));
      for (const [name, value] of entries) values.set(name, structuredClone(value));
    },
    remove: async (names) => names.forEach((name) => void values.delete(name)),
    clear: async () => values.clear(),
    room: async () => Number.POSITIVE_INFINITY,
  };
  return store;
}

/** @type {Client[]} */
const clients = [];
afterEach(() => clients.splice(0).forEach((client) => void client.close()));

/** Opens the page, whose link says what is chosen. @param {KeptStore} store */
export async function visit(store, choice = CHOICE) {
  const client = new Client(await loadGlassbox(), store);
  clients.push(client);
  const kept = await client.api.keeping.open();
  await client.api.runs.create('main', choice.settings);
  await client.api.keeping.keep('main', choice);
  return { client, kept };
}

/** @param {Client} client */
async function weights({ api }) {
  const sample = await api.microscope.sample('main', drawn(SEVEN));
  return { wih: sample?.wih, who: sample?.who };
}

/** Trains for some steps, and pauses. @param {Client} client @param {number} least */
export async function trainOn(client, least) {
  const goal = client.last('progress').step + least;
  await client.api.runs.setSpeed('main', 2000);
  await client.api.runs.play('main');
  await client.until(() => client.last('progress').step >= goal);
  await client.api.runs.pause('main');
  await client.api.runs.setSpeed('main', Number.POSITIVE_INFINITY);
  await client.api.keeping.saveNow();
}

/** What the page would show of the run. @param {Client} client */
export async function shownBy(client) {
  const { step, steps, epoch, done, learningRate, learningRateChanged, snapshots } = client.last('progress');
  return {
    ...{ step, steps, epoch, done, learningRate, learningRateChanged, snapshots },
    weights: await weights(client),
    pictures: await client.api.stage.answer('main', drawn(SEVEN)),
  };
}
