import { Turns } from '../../shared/turns.js';

/** The files of the page that are stored on this machine, so that it works without a network. */
export class StoredFiles {
  #loadedRecords;
  /** One task after the other: of two at the same time, each would load what the other is loading. */
  #turns = new Turns();
  #removal = new AbortController();

  /** @param {() => string[]} loadedRecords the addresses of MNIST's files that the page has loaded */
  constructor(loadedRecords) {
    this.#loadedRecords = loadedRecords;
  }

  /** Stores the files that have been loaded and are not stored yet. They are in the browser's own cache still. */
  storeRecords() {
    return this.#turns.take(async () => {
      const { signal } = this.#removal;
      try {
        const cache = await caches.open(recordsCache());
        for (const url of this.#loadedRecords()) {
          if (signal.aborted) break;
          if (!(await cache.match(url))) await cache.add(new Request(url, { signal }));
        }
      } catch {
        // Full, or offline. The page goes on with what it has loaded.
      }
    });
  }

  /** Removes all of them: until the page is opened again, none is stored. */
  remove() {
    this.#removal.abort();
    return this.#turns.take(async () => {
      const names = await caches.keys();
      const own = names.filter((name) => name.startsWith('glassbox-') && name.endsWith(scope()));
      await Promise.all(own.map((name) => caches.delete(name)));
    });
  }
}

/** Of the service worker: with it, the names of its caches end. */
const scope = () => new URL('.', document.baseURI).href;

/** As the service worker calls it (offline/service-worker.js). */
const recordsCache = () => `glassbox-records-${scope()}`;
