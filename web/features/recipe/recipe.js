import { html, noChange } from 'lit';
import { live } from 'lit/directives/live.js';
import { RECIPES, SETTINGS } from '../../shared/settings.js';
import { check, explainedCheck } from '../../ui/check.js';

/**
 * The recipe, and its settings one by one. They belong to a run, so they are locked from its first
 * step until Reset.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function settings({ choice, runs, runId, ready }, { chooseRecipe, changeSetting }) {
  const { active, step } = runs[runId];
  const locked = active || step > 0;
  return html`
    <section class="card settings" aria-labelledby="settings-title">
      <h2 id="settings-title">Recipe</h2>
      <fieldset ?disabled=${!ready || locked}>
        <legend .textContent=${locked ? 'Press Reset to change the recipe.' : 'This page’s address contains the recipe. Copy it to share the recipe.'}></legend>
        <div class="recipes">
          ${Object.entries(RECIPES).map(([name, { label, explanation }]) => {
            const words = html`<b .textContent=${label()}></b> <small .textContent=${explanation()}></small>`;
            return check(words, name === choice.recipe, () => chooseRecipe(name), 'recipe');
          })}
        </div>
        <details>
          <summary>All settings</summary>
          <div class="all-settings">${SETTINGS.map((setting) => control(setting, choice.settings, changeSetting))}</div>
        </details>
      </fieldset>
    </section>
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
