import { Workbox } from 'workbox-window';
import { isSingleFile } from '../../ui/single-file.js';
import { recordsStore } from './stored-records.js';

/** Milliseconds after which the page and its first training no longer need the network for themselves. */
const LATER = 2000;

/**
 * Storing the page on this machine, so that it works without a network.
 *
 * @param {import('../../app/context.js').Context} context
 * @param {() => string[]} loadedRecords the addresses of MNIST's files that the page has loaded
 */
export function onThisMachineActions({ state, show }, loadedRecords) {
  const { onThisMachine } = state;
  /** @type {Workbox | undefined} */
  let workbox;

  const measure = async () => {
    const { usage = 0 } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
    onThisMachine.bytes = usage;
    show();
  };

  const storeRecords = recordsStore(loadedRecords);
  const keepRecords = async () => {
    if (onThisMachine.offline !== 'stored') return;
    await storeRecords();
    await measure();
  };

  const store = async () => {
    if (onThisMachine.offline !== 'unknown' || isSingleFile()) return;
    const worker = navigator.serviceWorker;
    if (!worker) {
      onThisMachine.offline = isSecureContext ? 'refused' : 'impossible';
      return show();
    }
    workbox = new Workbox(new URL('service-worker.js', document.baseURI).href);
    workbox.addEventListener('waiting', () => {
      onThisMachine.renewed = true;
      show();
    });
    try {
      await workbox.register();
      await worker.ready;
      onThisMachine.offline = 'stored';
    } catch {
      onThisMachine.offline = 'refused';
    }
    show();
    await keepRecords();
  };

  return {
    /** To be called when the page is ready. */
    storeLater: () => setTimeout(store, LATER),
    /** To be called when records have been loaded. */
    keepRecordsLater: () => setTimeout(keepRecords, LATER),

    /** Goes on with the other release. */
    renew() {
      workbox?.addEventListener('controlling', () => location.reload());
      workbox?.messageSkipWaiting();
    },

    /** Removes what is stored. */
    async removeStored() {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.unregister();
      const scope = registration?.scope ?? document.baseURI;
      const own = (await caches.keys()).filter(
        (name) => name.startsWith('glassbox-') && name.endsWith(scope),
      );
      await Promise.all(own.map((name) => caches.delete(name)));
      onThisMachine.offline = 'removed';
      await measure();
    },
  };
}
