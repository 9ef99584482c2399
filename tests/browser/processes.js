// Processes and scratch folders that are gone when the tests are, however the tests end.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<Home>} */
const homes = new Set();

process.on('exit', () => {
  for (const home of homes) home.clear();
});
// Signals end Node without an `exit` event, and the test runner stops a file that takes too long by one.
for (const signal of /** @type {const} */ (['SIGHUP', 'SIGINT', 'SIGTERM'])) {
  process.once(signal, () => process.exit(128 + constants.signals[signal]));
}

/** A scratch folder, and the processes that keep their files there. */
export class Home {
  /** @type {Set<ChildProcess>} */
  #children = new Set();
  /** What has to end before a browser is started here again. @type {() => Promise<void>} */
  beforeNext = async () => {};

  /** @param {string} name */
  constructor(name) {
    this.path = mkdtempSync(join(tmpdir(), `glassbox-${name}-`));
    /** @type {Record<string, string | undefined>} */
    this.env = {
      ...process.env,
      // Otherwise browsers may not take file names beyond ASCII.
      LC_ALL: 'C.UTF-8',
      // Browsers leave caches, downloads and sockets in all of these places.
      HOME: this.path,
      TMPDIR: this.path,
      XDG_CACHE_HOME: this.path,
      XDG_CONFIG_HOME: this.path,
      XDG_DATA_HOME: this.path,
      XDG_RUNTIME_DIR: this.path,
    };
    homes.add(this);
  }

  /**
   * Starts a program in its own process group, with a fourth pipe: `stdio[3]`.
   *
   * @param {string} program @param {string[]} args @param {Record<string, string>} [env]
   */
  start(program, args, env) {
    const child = spawn(program, args, {
      env: { ...this.env, ...env },
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    this.adopt(child);
    return child;
  }

  /** Sees to the end of a process that leads its own group. @param {ChildProcess} child */
  adopt(child) {
    this.#children.add(child);
    child.once('error', () => this.#children.delete(child));
  }

  /** Kills processes with all their children, and waits for their end. @param {ChildProcess[]} children */
  async stop(...children) {
    const running = children.filter((child) => child.pid && child.exitCode === null && !child.signalCode);
    const ends = running.map((child) => once(child, 'exit'));
    for (const child of children) this.#kill(child);
    await Promise.all(ends);
  }

  /**
   * The memory of all processes here, in MB: what several share counts once. Without files, which they may share with
   * other browsers on the machine: their part grows by 80 MB when another one ends.
   */
  megabytes() {
    const parents = parentsOfProcesses();
    const own = new Set(Array.from(this.#children, ({ pid }) => Number(pid)));
    // Parents before their children.
    for (const [pid, parent] of parents) if (own.has(parent)) own.add(pid);
    return Array.from(own, proportionalKilobytes).reduce((sum, kilobytes) => sum + kilobytes, 0) / 1000;
  }

  /** The same for all that live here. */
  stopAll() {
    return this.stop(...this.#children);
  }

  /** Ends all that lives here, and removes the folder. */
  async close() {
    await this.stopAll();
    this.clear();
  }

  /** The same at once, without waiting for processes to end. */
  clear() {
    homes.delete(this);
    for (const child of this.#children) this.#kill(child);
    // Processes just killed may still be letting go of their files.
    rmSync(this.path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }

  /** @param {ChildProcess} child */
  #kill(child) {
    this.#children.delete(child);
    try {
      // Browsers are many processes. The first one leads a group of its own: the minus kills them all. An X
      // server asked kindly removes its socket and its lock; there are no other files outside the folder.
      if (child.pid) process.kill(-child.pid, child.spawnfile.endsWith('Xvfb') ? 'SIGTERM' : 'SIGKILL');
    } catch {
      // Already gone.
    }
  }
}

/** The parent of each process of the machine, in the order in which they were started. */
function parentsOfProcesses() {
  /** @type {[pid: number, parent: number, start: number][]} */
  const all = [];
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      // The second field is the name in parentheses, which may contain anything.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
      all.push([Number(pid), Number(fields[1]), Number(fields[19])]);
    } catch {
      // Ended meanwhile.
    }
  }
  return all.sort((a, b) => a[2] - b[2] || a[0] - b[0]).map(([pid, parent]) => [pid, parent]);
}

/** @param {number} pid */
function proportionalKilobytes(pid) {
  try {
    const shares = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').matchAll(
      /^Pss_(?:Anon|Shmem):\s+(\d+)/gm,
    );
    return Array.from(shares, ([, kilobytes]) => Number(kilobytes)).reduce((sum, share) => sum + share, 0);
  } catch {
    return 0;
  }
}

/**
 * @param {string | undefined} path of a program
 * @param {string} debianPackage what to install if it is not there
 */
export function installed(path, debianPackage) {
  if (path && existsSync(path)) return path;
  throw new Error(`${path ?? debianPackage} is missing: install the Debian package ${debianPackage}`);
}
