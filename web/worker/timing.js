/**
 * @param {number} milliseconds
 * @returns {() => boolean} whether that time is over since it last said so
 */
export function every(milliseconds) {
  let last = performance.now();
  return () => {
    const now = performance.now();
    if (now - last < milliseconds) return false;
    last = now;
    return true;
  };
}

/** Lets the messages that have come in be served. Timers would wait for 4 ms each time. */
export function nextTask() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => {
      port2.close();
      resolve(undefined);
    };
    port1.postMessage(null);
  });
}
