import { msg } from '@lit/localize';
import { html } from 'lit';
import { check } from '../../ui/check.js';
import { digitSelect } from '../../ui/digit-select.js';
import { percent } from '../../ui/format.js';
import { slider } from '../../ui/slider.js';

/** @typedef {import('./chosen-targets.js').ChosenTargets} ChosenTargets */

/** @type {[ChosenTargets['kind'], () => string][]} */
const KINDS = [
  ['digit', () => msg('One digit')],
  ['blend', () => msg('A blend of two')],
  ['all', () => msg('All ten at once')],
];

/**
 * The choice of what the network should imagine.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ chooseTargets: (change: Partial<ChosenTargets>) => void }} actions
 */
export function choice({ ready, imagination }, { chooseTargets: change }) {
  const { kind, first, second, share } = imagination.chosen;
  return html`
    <fieldset class="choice" ?disabled=${!ready}>
      <legend .textContent=${msg('Forward, a picture becomes ten numbers. Backwards, ten numbers become a picture. Of what?')}></legend>
      ${KINDS.map(([name, label]) => check(label(), kind === name, () => change({ kind: name }), 'targets'))}
      ${digitSelect(msg('Digit'), first, (digit) => change({ first: digit }), { disabled: kind === 'all' })}
      ${digitSelect(msg('Second digit'), second, (digit) => change({ second: digit }), { disabled: kind !== 'blend' })}
      ${slider({
        id: 'share',
        label: msg('Share of the second'),
        min: 0.1,
        max: 0.9,
        step: 0.1,
        value: share,
        text: percent(share, 0),
        disabled: kind !== 'blend',
        change: (share) => change({ share }),
      })}
    </fieldset>
  `;
}
