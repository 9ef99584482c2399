// A page whose worker only notes what it is asked to load.

import { File as NodeFile } from 'node:buffer';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { recordsActions } from '../../web/features/records/actions.js';
import { restartedRecords, takeSet } from '../../web/features/records/state.js';

// As in browsers: Node 18 has it in a module only.
Object.assign(globalThis, { File: NodeFile });

/** @typedef {import('../../web/glassbox.js').Kind} Kind */

/** A page that is ready, with a worker that notes what it is asked to load, and loads it when it is told to. */
export function watchedPage() {
  const state = initialState(readLink(''));
  state.ready = true;
  const asked = /** @type {string[]} */ ([]);
  const problems = /** @type {string[]} */ ([]);
  const befores = /** @type {import('../../web/worker/loader.js').Before[]} */ ([]);
  /** @type {{ resolve: (kinds: Kind[]) => void, reject: (error: Error) => void }[]} */
  const loading = [];
  const records = {
    loadMnist: async (/** @type {Kind} */ kind) => void asked.push(`MNIST ${kind}`),
    loadOwn(
      /** @type {{ name: string }[]} */ [{ name }],
      /** @type {unknown} */ _place,
      /** @type {boolean} */ holdOut,
      /** @type {import('../../web/worker/loader.js').Before} */ before,
    ) {
      asked.push(holdOut ? `${name}, hold out` : name);
      befores.push(before);
      return new Promise((resolve, reject) => loading.push({ resolve, reject }));
    },
    correct: async () => true,
  };
  const actions = recordsActions({
    state,
    worker: () => /** @type {any} */ ({ records }),
    show() {},
    attempt: (call) => call.catch(() => null),
    addProblem: (problem) => void problems.push(problem()),
  });
  /** Ends the load that was begun first. @param {Kind[]} kinds the sets that it has loaded @param {boolean} heldOut */
  const end = async (kinds, heldOut = false) => {
    const sets = heldOut ? /** @type {const} */ (['train', 'test']) : kinds;
    for (const kind of sets) {
      const set = { name: 'mine.csv', own: true, heldOut, records: 90, oddity: null };
      takeSet(state.records, { about: 'set', kind, ...set });
    }
    loading.shift()?.resolve(kinds);
    await new Promise(setImmediate);
  };
  return {
    state,
    actions,
    problems,
    end,
    fail: () => loading.shift()?.reject(new Error('the worker has died')),
    train() {
      actions.fetchMissing('test');
      actions.fetchMissing('train');
    },
    /** What has been asked for since. */
    asked: () => asked.splice(0),
    /** How the latest files were loaded before. */
    before: () => befores.splice(0),
    restart() {
      state.records = restartedRecords(state.records);
    },
  };
}

/** @param {string} name */
export const file = (name) => [new File(['…'], name)];
