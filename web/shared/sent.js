/**
 * Counts the bytes that a thread sends: the bodies of its requests, and what it puts into their addresses. What it asks
 * the page's own server for, by GET, has neither, and the Content-Security-Policy allows no other server.
 *
 * @param {(bytes: number) => void} onSent called with the bytes that are added
 */
export function countSent(onSent) {
  /** @param {any} owner @param {string} name @param {(...args: any[]) => number} bytesOf */
  const watch = (owner, name, bytesOf) => {
    const original = owner?.[name];
    if (!original) return;
    owner[name] = function (/** @type {any[]} */ ...args) {
      const bytes = bytesOf(...args);
      if (bytes > 0) onSent(bytes);
      return original.apply(this, args);
    };
  };
  watch(globalThis, 'fetch', (request, options) => inAddress(request) + size(options?.body ?? request?.body));
  watch(globalThis.XMLHttpRequest?.prototype, 'open', (_, address) => inAddress(address));
  watch(globalThis.XMLHttpRequest?.prototype, 'send', size);
  watch(globalThis.navigator, 'sendBeacon', (address, body) => inAddress(address) + size(body));
  watch(globalThis.WebSocket?.prototype, 'send', size);
}

/** Bytes of what follows the ? of an address. @param {Request | URL | string} request */
const inAddress = (request) =>
  size(new URL(request instanceof Request ? request.url : String(request), location.href).search);

/** @param {unknown} body */
function size(body) {
  if (body === null || body === undefined) return 0;
  if (body instanceof Blob) return body.size;
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return body.byteLength;
  // A stream's length is not known. It counts as one.
  if (body instanceof ReadableStream) return 1;
  const text =
    body instanceof FormData ? [...body].map(([name, value]) => `${name}=${value}`).join('&') : body;
  return new TextEncoder().encode(String(text)).length;
}
