import { errorData } from '../shared/error-data.js';
import { Turns } from '../shared/turns.js';
import { FileKeeper } from './file-keeper.js';
import { checkedAbout, FORMAT } from './kept-about.js';
import { SavingSchedule } from './saving-schedule.js';
import { SnapshotKeeper, snapshotNames } from './snapshot-keeper.js';

/** @typedef {import('./kept-about.js').About} About */
/** @typedef {import('./kept-about.js').Slot} Slot */
/** @typedef {import('./kept-store.js').KeptStore} KeptStore */
/**
 * opening: not known yet; kept: whatever changes is kept; elsewhere: another tab keeps its run, and this one keeps
 * nothing; refused: the browser keeps nothing, or has just not kept what it was given; full: it has no room
 *
 * @typedef {'opening' | 'kept' | 'elsewhere' | 'refused' | 'full'} Status
 *
 * @typedef {object} Kept from earlier visits
 * @property {About | null} latest run
 * @property {About | null} earlier run, which the latest one has not replaced because it began from another link
 * @property {unknown} page what keepPage() was given
 * @property {Record<Slot, unknown>} files what keepFiles() was given, by the run that learned from them; without the
 *   contents for which there was no room
 */

/** Milliseconds between saving more and more snapshots of a run that has stopped. */
const PAUSE = 50;

/** What is kept beside snapshots. */
const NAMES = ['latest', 'page', 'a/about', 'a/run', 'a/files', 'b/about', 'b/run', 'b/files'];

/** Keeps a run in the browser while it changes, so that it is there again on the next visit, or after a crash. */
export class Keeper {
  #store;
  #runs;
  #tell;
  #snapshots;
  /** @type {Status} */
  #status = 'opening';
  #opened;
  /** Whether there is a place of ours, in which the next try may succeed where one has failed. */
  #isOurs = false;
  /** @type {Record<Slot, About | null>} */
  #abouts = { a: null, b: null };
  /** The place of the latest run. @type {Slot} */
  #latest = 'a';
  /** The place of the run that is kept now; null: it has not been saved yet. @type {Slot | null} */
  #slot = null;
  /** @type {{ id: string, choice: import('./kept-about.js').Choice } | null} */
  #watched = null;
  /** What is kept is changed by one task after the other. */
  #turns = new Turns();
  #files;
  #schedule = new SavingSchedule(() => this.#save());

  /**
   * @param {KeptStore | null} store null: nothing is kept
   * @param {import('../glassbox.js').Glassbox} glassbox
   * @param {import('./runs.js').Runs} runs
   * @param {import('./messages.js').Tell} tell
   */
  constructor(store, glassbox, runs, tell) {
    this.#store = store;
    this.#runs = runs;
    this.#tell = tell;
    this.#snapshots = new SnapshotKeeper(store, glassbox);
    this.#files = new FileKeeper(store);
    this.#opened = this.#open();
  }

  /** What is kept from earlier visits. @returns {Promise<Kept>} */
  open() {
    return this.#opened;
  }

  /**
   * Keeps a run from now on.
   *
   * @param {string} id
   * @param {import('./kept-about.js').Choice} choice its recipe and settings
   */
  keep(id, choice) {
    this.#watched = { id, choice };
  }

  /**
   * Goes on with a kept run in place of the one that is kept now.
   *
   * @param {Slot} slot
   * @returns {Promise<boolean>} false: it cannot be read
   */
  async restore(slot) {
    // What has changed since is not lost.
    this.#schedule.rest();
    await this.#save();
    return this.#turns.take(() => this.#restoreFrom(slot));
  }

  /** @param {Slot} slot @returns {Promise<boolean>} false: it cannot be read */
  async #restoreFrom(slot) {
    const about = this.#abouts[slot];
    if (!this.#store || !this.#watched || !about) return false;
    /** @type {import('./snapshots.js').Snapshots | null} */
    let snapshots = null;
    try {
      const [kept] = /** @type {any[]} */ (await this.#store.get([`${slot}/run`]));
      snapshots = await this.#snapshots.restored(about.snapshots);
      this.#runs.get(this.#watched.id).history.restore(kept.run, { ...kept.around, snapshots });
    } catch (error) {
      snapshots?.clear();
      // What the browser refuses, or has no memory for, may be read on another visit.
      const isForOnce = error instanceof DOMException || errorData(error).code === 'out-of-memory';
      if (!isForOnce) await this.#drop(slot);
      return false;
    }
    this.#watched.choice = about.choice;
    this.#slot = slot;
    this.#files.restored(slot);
    this.#schedule.rest();
    return true;
  }

  /** Removes a run that cannot be read, with all that belongs to it. @param {Slot} slot */
  async #drop(slot) {
    const snapshots = snapshotNames(this.#abouts[slot]);
    this.#abouts[slot] = null;
    this.#files.drop(slot);
    await this.#remove([`${slot}/about`, `${slot}/run`, `${slot}/files`, ...snapshots]);
    this.#report(this.#status);
  }

  /** @param {unknown} page what the visitor has drawn and chosen */
  keepPage(page) {
    return this.#set([['page', page]]);
  }

  /**
   * Keeps the visitor's files, once the run has learned from them.
   *
   * @param {import('./file-keeper.js').KeptFiles | null} files null: none
   */
  keepFiles(files) {
    this.#files.give(files);
    this.#schedule.soon();
  }

  /** Forgets everything, until something changes. */
  forget() {
    this.#schedule.rest();
    return this.#turns.take(() => this.#forgetAll());
  }

  async #forgetAll() {
    await this.#store?.clear().catch(() => {});
    this.#abouts = { a: null, b: null };
    this.#files.forget();
    this.#slot = null;
    this.#snapshots.forget();
    this.#report(this.#status);
  }

  /** To be called with each message to the page: they tell of every change. @param {import('./messages.js').Message} message */
  heard(message) {
    if ('run' in message && message.run === this.#watched?.id) this.#schedule.heard(message);
  }

  /** Saves what has changed without waiting: the browser may discard the page. */
  async saveNow() {
    do {
      this.#schedule.now();
      await this.#turns.ended();
      // Of a run that has stopped, more and more snapshots are saved.
    } while (this.#schedule.isDue && !this.#schedule.isActive);
  }

  /** @returns {Promise<Kept>} */
  async #open() {
    const nothing = { latest: null, earlier: null, page: null, files: { a: null, b: null } };
    if (!this.#store) return nothing;
    try {
      if (!(await this.#store.claim())) {
        this.#report('elsewhere');
        return nothing;
      }
      const names = ['latest', 'a/about', 'b/about', 'a/files', 'b/files', 'page'];
      const [latest, a, b, aFiles = null, bFiles = null, page = null] = await this.#store.get(names);
      const files = { a: aFiles, b: bFiles };
      this.#latest = latest === 'b' ? 'b' : 'a';
      this.#files.opened(files);
      this.#abouts = { a: checkedAbout('a', a), b: checkedAbout('b', b) };
      const runs = { latest: this.#abouts[this.#latest], earlier: this.#abouts[other(this.#latest)] };
      this.#isOurs = true;
      this.#removeOrphans().catch(() => {});
      this.#report('kept');
      return { ...runs, page, files };
    } catch {
      this.#report('refused');
      return nothing;
    }
  }

  /** Saves the run. It may be too large to be copied. */
  #save() {
    return this.#turns.take(() => this.#saveRun().catch(() => this.#report('refused')));
  }

  async #saveRun() {
    await this.#opened;
    if (!this.#watched || !this.#isOurs) return;
    const { id, choice } = this.#watched;
    const { run, progress, around } = this.#runs.get(id).saved();
    const about = this.#slot && this.#abouts[this.#slot];
    if (progress.step === 0) {
      // Until the run learns again, the reset can be undone.
      if (about) await this.#setAbout({ ...about, isReset: true });
      return;
    }
    // A run that is offered is not overwritten, unless there are two.
    this.#slot ??= this.#abouts[this.#latest] ? other(this.#latest) : this.#latest;
    const slot = this.#slot;
    const { snapshots, ...plain } = around;
    const kept = this.#snapshots.chosen(slot, snapshots, progress.active);
    const value = { run, around: plain };
    /** @type {About} */
    const now = {
      format: FORMAT,
      slot,
      savedAt: Date.now(),
      choice,
      step: progress.step,
      isReset: false,
      snapshots: kept.list,
      bytes: run.length + kept.bytes,
    };
    await this.#files.save(slot);
    const isKept = await this.#setAbout(now, [[`${slot}/run`, value], ...kept.entries]);
    if (!isKept) this.#snapshots.forget(kept.entries.map(([name]) => name));
    else if (!kept.isAll && !progress.active) this.#schedule.soon(PAUSE);
  }

  /**
   * @param {About} about
   * @param {[name: string, value: unknown][]} [entries] that belong to it
   * @returns {Promise<boolean>} whether all are kept
   */
  async #setAbout(about, entries = []) {
    const { slot } = about;
    const before = snapshotNames(this.#abouts[slot]);
    if (!(await this.#set([['latest', slot], [`${slot}/about`, about], ...entries]))) return false;
    this.#latest = slot;
    this.#abouts[slot] = about;
    this.#report('kept');
    const names = snapshotNames(about);
    await this.#remove(before.filter((name) => !names.includes(name)));
    return true;
  }

  /** Removes what nobody needs: snapshots, where the browser ended too soon, and what other versions have left. */
  async #removeOrphans() {
    const snapshots = Object.values(this.#abouts).flatMap(snapshotNames);
    const names = (await this.#store?.names()) ?? [];
    await this.#remove(names.filter((name) => !NAMES.includes(name) && !snapshots.includes(name)));
  }

  /** @param {string[]} names */
  async #remove(names) {
    if (names.length > 0) await this.#store?.remove(names).catch(() => {});
  }

  /** @param {[name: string, value: unknown][]} entries @returns {Promise<boolean>} whether they are kept */
  async #set(entries) {
    await this.#opened;
    if (!this.#store || !this.#isOurs) return false;
    try {
      await this.#store.set(entries);
      return true;
    } catch (error) {
      const isFull = error instanceof Error && error.name === 'QuotaExceededError';
      if (isFull) this.#snapshots.makeRoom();
      this.#report(isFull ? 'full' : 'refused');
      return false;
    }
  }

  /** @param {Status} status */
  #report(status) {
    this.#status = status;
    const { a, b } = this.#abouts;
    const bytes = (a?.bytes ?? 0) + (b?.bytes ?? 0) + this.#files.bytes;
    this.#tell({ about: 'keeping', status, bytes });
  }
}

/** @param {Slot} slot @returns {Slot} */
const other = (slot) => (slot === 'a' ? 'b' : 'a');
