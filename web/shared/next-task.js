/** Lets waiting messages be served. With a timer, browsers would wait for 4 ms each time. */
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
