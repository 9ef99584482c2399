import { msg, str } from '@lit/localize';
import { html, noChange, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { RECIPES, SETTINGS } from '../../shared/settings.js';
import { button } from '../../ui/button.js';
import { check, explainedCheck } from '../../ui/check.js';
import { stacked } from '../../ui/stacked.js';
import { wantedRecipe } from './state.js';
import { whyNotebook } from './why-notebook.js';

/**
 * The recipe, and its settings one by one. They belong to a run: from its first step on, another recipe can be marked,
 * and a button resets the run and chooses it.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function settings(state, actions) {
  const { choice, ready } = state;
  const locked = isLocked(state);
  const marked = (locked && wantedRecipe(state)) || choice.recipe;
  const choose = locked ? actions.wantRecipe : actions.chooseRecipe;
  return html`
    <section class="card settings" aria-labelledby="settings-title">
      <h2 id="settings-title" .textContent=${msg('Recipe')}></h2>
      <fieldset ?disabled=${!ready}>
        <legend>${stacked(
          locked ? LEGENDS.locked() : LEGENDS.open(),
          Object.values(LEGENDS).map((text) => text()),
        )}</legend>
        <div class="recipes">
          ${Object.entries(RECIPES).map(([name, { label, explanation }]) => {
            const words = html`<b .textContent=${label()}></b> <small .textContent=${explanation()}></small>`;
            return check(words, name === marked, () => choose(name), 'recipe');
          })}
        </div>
        ${resetAndChoose(marked, locked, state, actions)}
      </fieldset>
      ${whyNotebook()}
      <fieldset ?disabled=${!ready || locked}>
        <details>
          <summary .textContent=${msg('All settings')}></summary>
          ${locked ? html`<p .textContent=${msg('These belong to the run. Press Reset to change them.')}></p>` : nothing}
          <div class="all-settings">${SETTINGS.map((setting) => control(setting, choice.settings, actions.changeSetting))}</div>
        </details>
      </fieldset>
    </section>
  `;
}

const LEGENDS = {
  open: () => msg('This page’s address contains the recipe. Copy it to share the recipe.'),
  locked: () => msg('A run has begun. To change the recipe, mark another one, then press the button below.'),
};

/** Whether a run has begun. @param {import('../../app/page-state.js').State} state */
function isLocked({ runs, runId }) {
  const { active, step } = runs[runId];
  return active || step > 0;
}

/**
 * The button that chooses another recipe than that of the run. There is room for it before a run has begun, too.
 *
 * @param {string} marked
 * @param {boolean} locked
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
function resetAndChoose(marked, locked, { choice }, { chooseRecipe }) {
  const isOther = locked && marked !== choice.recipe;
  const name = isOther
    ? msg(str`Reset and choose ${RECIPES[marked].label()}`)
    : msg('Reset and choose another recipe');
  return html`
    <div class=${locked ? '' : 'not-now'}>${button(name, isOther, () => chooseRecipe(marked))}</div>
  `;
}

/**
 * @param {import('../../shared/settings.js').Setting} setting
 * @param {import('../../shared/settings.js').Settings} values
 * @param {import('../../app/create-actions.js').Actions['changeSetting']} changeSetting
 */
function control({ name, label, explanation, min, max, step }, values, changeSetting) {
  const id = `setting-${name}`;
  if (min === 0 && max === 1 && step === 1) {
    const texts = { id, words: label(), explanation: explanation() };
    return explainedCheck(texts, values[name] === 1, (on) => changeSetting(name, Number(on)));
  }
  // A redraw must not overwrite a number that is being typed.
  const typing = document.activeElement?.id === id;
  return html`
    <div>
      <label for=${id} .textContent=${label()}></label>
      <input id=${id} type="number" inputmode="decimal" required min=${min} max=${max} step=${step}
        aria-describedby="about-${id}" .value=${typing ? noChange : live(String(values[name]))}
        @change=${(/** @type {Event & { target: HTMLInputElement }} */ { target }) => {
          if (target.reportValidity()) changeSetting(name, target.valueAsNumber);
        }} />
      <small id="about-${id}" .textContent=${explanation()}></small>
    </div>
  `;
}
