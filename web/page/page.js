import { html } from 'lit';
import { closer } from './views/closer.js';
import { files } from './views/files.js';
import { lesson } from './views/lesson.js';
import { nodes } from './views/nodes.js';
import { problems } from './views/problems.js';
import { settings } from './views/settings.js';
import { stage } from './views/stage.js';
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
    ${stage(state, actions)}
    ${training(state, actions)}
    ${closer(state, actions, {
      nodes: { label: 'Hidden nodes', content: () => nodes(state, actions) },
      microscope: { label: 'Microscope', content: () => html`<p>One record, step by step.</p>` },
      mistakes: { label: 'Mistakes', content: () => html`<p>What it gets wrong.</p>` },
      imagination: { label: 'Imagination', content: () => html`<p>The network run backwards.</p>` },
    })}
    ${settings(state, actions)}
    ${files(state, actions)}
    ${lesson(state, actions)}
  `;
}
