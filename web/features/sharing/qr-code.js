import { msg } from '@lit/localize';
import { html, svg } from 'lit';
import { encode } from 'uqr';

/** The largest code that phones read from a projector's screen: 97 modules a side. */
const VERSION_MAX = 20;

/** Modules of white around a code, as its standard demands. */
const BORDER = 4;

/**
 * A link as a QR code, dark on light in both schemes, for a class to scan.
 *
 * @param {string} link
 */
export function qrCode(link) {
  const modules = modulesOf(link);
  if (!modules)
    return html`<p class="caption" .textContent=${msg('The link is too long for a QR code. Without the drawing it is shorter.')}></p>`;
  const side = modules.length;
  return html`
    <svg class="qr-code" role="img" aria-label=${msg('QR code of the link')} viewBox="0 0 ${side} ${side}"
      shape-rendering="crispEdges">
      ${svg`<rect width=${side} height=${side} fill="#fff" /><path d=${path(modules)} fill="#000" />`}
    </svg>
  `;
}

/** @param {string} link @returns {boolean[][] | null} true: dark; null: it is too long */
function modulesOf(link) {
  try {
    return encode(link, { ecc: 'L', border: BORDER, maxVersion: VERSION_MAX }).data;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Each row's dark modules. @param {boolean[][]} modules */
const path = (modules) =>
  modules.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
