import { Workbox } from 'workbox-window';
import { isSingleFile } from '../../ui/single-file.js';
import { StoredFiles } from './stored-files.js';

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
  /** @type {ServiceWorkerRegistration | undefined} */
  let registration;

  const measure = async () => {
    const { usage = 0 } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
    onThisMachine.bytes = usage;
    show();
  };

  const storedFiles = new StoredFiles(loadedRecords);
  const keepRecords = async () => {
    if (onThisMachine.offline !== 'stored') return;
    await storedFiles.storeRecords();
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
    const failed = new Promise((_, reject) => workbox?.addEventListener('redundant', reject));
    try {
      registration = await workbox.register();
      // Of one that cannot store all files, as where there is no room, browsers only tell that it has ended.
      await Promise.race([worker.ready, failed]);
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
      // This page keeps its service worker until it is closed, so there is nothing to wait for.
      registration?.unregister().catch(() => {});
      await storedFiles.remove();
      onThisMachine.offline = 'removed';
      show();
      await measure();
    },
  };
}
