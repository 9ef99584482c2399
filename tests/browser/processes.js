// Child processes and scratch folders that are gone when the tests are, however the tests end.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const children = new Set();
/** @type {Set<string>} */
const folders = new Set();
let guarded = false;

// Signals end Node without an `exit` event, and the test runner stops a file that takes too long by one.
function guard() {
  if (guarded) return;
  guarded = true;
  process.on('exit', () => {
    for (const child of children) kill(child);
    for (const folder of folders) remove(folder);
  });
  for (const [signal, number] of /** @type {const} */ ([
    ['SIGHUP', 1],
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ])) {
    process.once(signal, () => process.exit(128 + number));
  }
}

/** @param {ChildProcess} child */
function kill(child) {
  children.delete(child);
  try {
    // Browsers are many processes. The first one leads a group of its own: the minus kills them all. An X
    // server asked kindly removes its socket and its lock; there are no other files outside the folders.
    if (child.pid) process.kill(-child.pid, child.spawnfile.endsWith('Xvfb') ? 'SIGTERM' : 'SIGKILL');
  } catch {
    // Already gone.
  }
}

/** @param {string} folder */
function remove(folder) {
  folders.delete(folder);
  // Processes just killed may still be letting go of their files.
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

/**
 * Checks that a program is there.
 *
 * @param {string | undefined} path
 * @param {string} debianPackage what to install if it is not
 * @returns {string} the path
 */
export function installed(path, debianPackage) {
  if (path && existsSync(path)) return path;
  throw new Error(`${path ?? debianPackage} is missing: install the Debian package ${debianPackage}`);
}

/**
 * Makes a scratch folder, removed by `clear` or at exit.
 *
 * @param {string} name
 */
export function makeHome(name) {
  guard();
  const path = mkdtempSync(join(tmpdir(), `glassbox-${name}-`));
  folders.add(path);
  // Browsers leave caches, downloads and sockets in all of these places.
  const env = {
    ...process.env,
    // Otherwise browsers may not take file names beyond ASCII.
    LC_ALL: 'C.UTF-8',
    HOME: path,
    TMPDIR: path,
    XDG_CACHE_HOME: path,
    XDG_CONFIG_HOME: path,
    XDG_DATA_HOME: path,
    XDG_RUNTIME_DIR: path,
  };
  return { path, env, clear: () => remove(path) };
}

/**
 * Starts a program in its own process group.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 * @returns {ChildProcess} with a fourth pipe, `stdio[3]`
 */
export function start(program, args, env) {
  const child = spawn(program, args, { env, detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  adopt(child);
  return child;
}

/**
 * Takes over the ending of a process that leads its own group.
 *
 * @param {ChildProcess} child
 */
export function adopt(child) {
  guard();
  children.add(child);
  child.once('error', () => children.delete(child));
}

/**
 * Kills a process and all its children, and waits for its end.
 *
 * @param {ChildProcess} child
 */
export async function stop(child) {
  const running = child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  const ended = running ? once(child, 'exit') : undefined;
  kill(child);
  await ended;
}
