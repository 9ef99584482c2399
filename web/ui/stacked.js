import { html } from 'lit';
import { span } from './span.js';

/**
 * One of several texts, with room for the longest, so that nothing moves when another is shown.
 *
 * @param {string | import('lit').TemplateResult} shown
 * @param {readonly unknown[]} others texts or templates
 */
export function stacked(shown, others) {
  const longest = others.map(plain).reduce((most, each) => (each.length > most.length ? each : most), '');
  const classes = others.some((other) => typeof other === 'object') ? 'stacked rich' : 'stacked';
  return html`<span class=${classes} data-room=${longest}>${span(shown)}</span>`;
}

/** @param {any} content @returns {string} its text, without tags */
function plain(content) {
  if (!content?.strings) return String(content);
  const { strings, values } = /** @type {import('lit').TemplateResult} */ (content);
  const whole = strings.map((part, i) => part + (i < values.length ? plain(values[i]) : '')).join('');
  const bound = whole.replace(/<[^>]*\s\.textContent=([^>]*)>/g, '$1');
  return bound.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
}
