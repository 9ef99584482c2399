import { msg } from '@lit/localize';
import { html } from 'lit';
import { button } from '../../ui/button.js';

/**
 * A form that puts any test record on the stage.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ put: (shown: import('../../app/page-state.js').Shown) => void }} actions
 */
export function pick({ stage: { shown }, records }, { put }) {
  const count = records.test.loaded?.records ?? 0;
  const index = shown.about === 'record' ? shown.index : null;
  const show = (/** @type {number} */ index) => put({ about: 'record', index });
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    show(form.record.valueAsNumber - 1);
  };
  return html`
    <form class="pick controls small" @submit=${submit}>
      <label for="pick-record" .textContent=${msg('Any test record')}></label>
      <input id="pick-record" name="record" type="number" required min="1" max=${count} step="1"
        .value=${index === null ? '' : String(index + 1)} />
      <button type="submit" ?disabled=${count === 0} .textContent=${msg('Show')}></button>
      ${button(msg('Previous record'), index !== null && index > 0, () => show(Number(index) - 1))}
      ${button(msg('Next record'), count > 0 && (index ?? -1) < count - 1, () => show((index ?? -1) + 1))}
      ${button(msg('A random one'), count > 0, () => show(Math.floor(Math.random() * count)))}
    </form>
  `;
}
