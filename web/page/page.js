import { html } from 'lit';
import { drawing } from './views/drawing.js';
import { files } from './views/files.js';
import { outputs } from './views/outputs.js';
import { problems } from './views/problems.js';
import { settings } from './views/settings.js';
import { training } from './views/training.js';

/**
 * The whole page: the only place that knows all views.
 *
 * @param {import('./state.js').State} state
 * @param {import('./actions.js').Actions} actions
 */
export function page(state, actions) {
  return html`
    ${problems(state, actions)}
    ${drawing(state, actions)}
    ${training(state, actions)}
    ${outputs(state)}
    ${settings(state, actions)}
    ${files(state, actions)}
  `;
}
