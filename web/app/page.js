import { html, nothing } from 'lit';
import { collection } from '../features/collection/collection.js';
import { foil } from '../features/foil/foil.js';
import { clearest } from '../features/imagination/clearest.js';
import { imagination } from '../features/imagination/imagination.js';
import { presentedPictures } from '../features/imagination/presented.js';
import { keeping } from '../features/keeping/keeping.js';
import { lesson } from '../features/lesson/lesson.js';
import { microscope } from '../features/microscope/microscope.js';
import { mistakes } from '../features/mistakes/mistakes.js';
import { wayBack } from '../features/mistakes/way-back.js';
import { networkFiles } from '../features/network-files/network-files.js';
import { nodes } from '../features/nodes/nodes.js';
import { onThisMachine, renewal } from '../features/on-this-machine/on-this-machine.js';
import { problems } from '../features/problems/problems.js';
import { settings } from '../features/recipe/recipe.js';
import { files } from '../features/records/records.js';
import { aboutNode } from '../features/stage/about-node.js';
import { stage } from '../features/stage/stage.js';
import { explained } from '../features/stage/state.js';
import { takeAway } from '../features/take-away/take-away.js';
import { presentedCurves } from '../features/training/curves.js';
import { timeline } from '../features/training/rewind.js';
import { training } from '../features/training/training.js';
import { isSingleFile } from '../ui/single-file.js';
import { closer } from './closer.js';
import { writeLink } from './link.js';
import { routeOf, visible } from './route-state.js';

/**
 * The whole page. No other module knows all views.
 *
 * @param {import('./page-state.js').State} state
 * @param {import('./create-actions.js').Actions} actions
 */
export function page(state, actions) {
  return html`
    ${problems(state, actions)} ${renewal(state, actions)}
    ${
      visible(state, 'stage')
        ? stage(state, actions, visible(state, 'preparation'), {
            timeline: visible(state, 'training') ? timeline(state, actions) : nothing,
            wayBack: wayBack(state, actions),
            below: visible(state, 'foil') ? foil(state, actions) : nothing,
          })
        : nothing
    }
    ${state.present === 'curves' ? presentedCurves(state) : nothing}
    ${state.present === 'pictures' ? presentedPictures(state) : nothing}
    ${visible(state, 'training') ? training(state, actions, keeping(state, actions), clearest(state, actions)) : nothing}
    ${
      visible(state, 'closer')
        ? closer(state, actions, {
            nodes: () => nodes(state, actions, explained(state), aboutNode),
            microscope: () => microscope(state, actions),
            mistakes: () => mistakes(state, actions),
            imagination: () => imagination(state, actions),
          })
        : nothing
    }
    ${visible(state, 'settings') ? settings(state, actions) : nothing}
    ${visible(state, 'files') ? files(state, actions) : nothing}
    ${visible(state, 'collection') ? collection(state, actions) : nothing}
    ${visible(state, 'network') ? networkFiles(state, actions) : nothing}
    ${visible(state, 'machine') && !isSingleFile() ? onThisMachine(state, actions) : nothing}
    ${visible(state, 'download') && !isSingleFile() ? takeAway() : nothing}
    ${lesson(state, actions, writeLink(state.choice, routeOf(state)))}
  `;
}
