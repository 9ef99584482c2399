import { html, noChange } from 'lit';
import { live } from 'lit/directives/live.js';
import { RECIPES, SETTINGS } from '../../shared/settings.js';

/**
 * @typedef {object} SettingsActions
 * @property {(recipe: string) => void} chooseRecipe
 * @property {(name: string, value: number) => void} changeSetting
 */

/**
 * The recipe, and its settings one by one. They belong to a run, so they are locked from its first
 * step until Reset.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {SettingsActions} actions
 */
export function settings({ choice, run, ready }, { chooseRecipe, changeSetting }) {
  const locked = run.active || run.step > 0;
  return html`
    <section class="card settings" aria-labelledby="settings-title">
      <h2 id="settings-title">Recipe</h2>
      <fieldset ?disabled=${!ready || locked}>
        <legend>${locked ? 'Press Reset to change the recipe.' : 'This page’s address contains the recipe. Copy it to share the recipe.'}</legend>
        <div class="recipes">
          ${Object.entries(RECIPES).map(
            ([name, { label, explanation }]) => html`
              <label class="recipe">
                <input type="radio" name="recipe" value=${name} .checked=${live(name === choice.recipe)}
                  @change=${() => chooseRecipe(name)} />
                <b>${label}</b>
                <span>${explanation}</span>
              </label>
            `,
          )}
        </div>
        <details>
          <summary>All settings</summary>
          <div class="grid">${SETTINGS.map((setting) => control(setting, choice.settings, changeSetting))}</div>
        </details>
      </fieldset>
    </section>
  `;
}

/**
 * @param {import('../../shared/settings.js').Setting} setting
 * @param {import('../../shared/settings.js').Settings} values
 * @param {SettingsActions['changeSetting']} changeSetting
 */
function control({ name, label, explanation, min, max, step }, values, changeSetting) {
  // A number counts when it has been typed in full. Until then, a redraw must not overwrite it.
  const typing = document.activeElement?.id === `setting-${name}`;
  const isSwitch = min === 0 && max === 1 && step === 1;
  /** @typedef {Event & { target: HTMLInputElement }} Change */
  return html`
    <div class=${isSwitch ? 'switch' : ''}>
      <label for="setting-${name}">${label}</label>
      ${
        isSwitch
          ? html`<input id="setting-${name}" type="checkbox" aria-describedby="about-${name}"
              .checked=${live(values[name] === 1)}
              @change=${(/** @type {Change} */ { target }) => changeSetting(name, Number(target.checked))} />`
          : html`<input id="setting-${name}" type="number" inputmode="decimal" required min=${min} max=${max}
              step=${step} aria-describedby="about-${name}" .value=${typing ? noChange : live(String(values[name]))}
              @change=${(/** @type {Change} */ { target }) => {
                if (target.reportValidity()) changeSetting(name, target.valueAsNumber);
              }} />`
      }
      <small id="about-${name}">${explanation}</small>
    </div>
  `;
}
