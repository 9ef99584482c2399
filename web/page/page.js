import { html, nothing } from 'lit';
import { visible } from './state/place.js';
import { closer } from './views/closer.js';
import { files } from './views/files.js';
import { imagination } from './views/imagination.js';
import { lesson } from './views/lesson.js';
import { microscope } from './views/microscope.js';
import { mistakes } from './views/mistakes.js';
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
    ${visible(state, 'stage') ? stage(state, actions) : nothing}
    ${visible(state, 'training') ? training(state, actions) : nothing}
    ${
      visible(state, 'closer')
        ? closer(state, actions, {
            nodes: () => nodes(state, actions),
            microscope: () => microscope(state, actions),
            mistakes: () => mistakes(state, actions),
            imagination: () => imagination(state, actions),
          })
        : nothing
    }
    ${visible(state, 'settings') ? settings(state, actions) : nothing}
    ${visible(state, 'files') ? files(state, actions) : nothing}
    ${lesson(state, actions)}
  `;
}
