import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { button } from '../../ui/button.js';

/**
 * Leads back from an output on the stage to ‘Who spoke for it?’, which has led there.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function wayBack({ mistakes: { asked }, stage: { pinned }, tab }, { askWhoSpoke, unpin, goToCloser }) {
  if (asked === null || tab !== 'mistakes' || pinned?.kind !== 'output' || pinned.index !== asked)
    return nothing;
  const back = () => {
    askWhoSpoke(null);
    unpin();
    goToCloser(`[data-spoke="${asked}"] button`);
  };
  return html`${button(msg('Back to mistakes'), true, back, 'small')}`;
}
