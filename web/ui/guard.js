import { guard as unlessChanged } from 'lit/directives/guard.js';
import { locale } from '../shared/message.js';

/**
 * A part of the page that is drawn again only when one of these values changes, or the language.
 *
 * @param {readonly unknown[]} values
 * @param {() => unknown} draw
 */
export const guard = (values, draw) => unlessChanged([locale(), ...values], draw);
