/** Those who wait for a message, in order. @type {(() => void)[]} */
const waiting = [];
/** One channel for all: making one takes a tenth of a millisecond. @type {MessagePort | null} */
let port = null;

const NOTHING = new Uint8Array(0);

/**
 * Lets pending messages be handled.
 *
 * @returns {Promise<unknown>}
 */
export const nextTask = () => (hasScheduler() ? yieldToPage() : digest());

/**
 * Lets pending messages be handled, and in WebKit waits for the page's thread, too, which has more time then.
 *
 * @returns {Promise<void>}
 */
export function yieldToPage() {
  // Node serves up to a thousand messages of one port before it turns to another.
  if ('setImmediate' in globalThis) return new Promise((resolve) => setImmediate(resolve));
  // In browsers, a timer would take at least 4 ms.
  if (!port) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => waiting.shift()?.();
    port = port2;
  }
  port.postMessage(null);
  return new Promise((resolve) => waiting.push(resolve));
}

/** WebKit has none, nor has a Firefox of before 2025, which digests serve as well; Node has its own. */
const hasScheduler = () => 'scheduler' in globalThis || 'setImmediate' in globalThis;

/**
 * In WebKit, a message to oneself goes through the page's thread: while that is half busy, it takes 3 ms. A digest comes
 * from a thread of its own. In Chromium, a loop of digests would keep the page's messages waiting.
 */
function digest() {
  // Only pages from a secure origin can have one.
  return globalThis.crypto.subtle?.digest('SHA-256', NOTHING) ?? yieldToPage();
}
