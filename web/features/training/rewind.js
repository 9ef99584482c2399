import { html } from 'lit';
import { button } from '../../ui/button.js';
import { plural, quantity, whole } from '../../ui/format.js';
import { slider } from '../../ui/slider.js';
import { stacked } from '../../ui/stacked.js';
import { currentRun, viewedSnapshot } from './state.js';

/**
 * The slider that takes the whole page back to a snapshot. Its right end is the current network.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {{ rewind: (step: number | null) => void }} actions
 */
export function rewind(state, { rewind }) {
  const run = currentRun(state);
  const { snapshots, viewedStep } = run;
  return html`
    ${slider(
      {
        id: 'rewind',
        label: 'Rewind',
        max: snapshots.length,
        value: viewedSnapshot(state),
        text: viewedStep === null ? 'now' : `step ${whole(viewedStep)}`,
        disabled: snapshots.length === 0,
        about: 'about-rewind',
        change: (stop) => rewind(snapshots[stop] ?? null),
      },
      button('Back to now', viewedStep !== null, () => rewind(null)),
    )}
    <p class="caption" id="about-rewind">
      ${stacked(viewedStep === null ? snapshotsKept(run) : viewing(viewedStep, run.done), [snapshotsKept(run), viewing(run.step, false)])}
    </p>
  `;
}

/** @param {import('./state.js').Run} run */
function snapshotsKept({ snapshots, snapshotBytes }) {
  if (snapshots.length === 0)
    return 'While the network learns, snapshots of it are kept here. Drag the slider to go back to one.';
  const size = quantity(Math.max(1, Math.round(snapshotBytes / 1e6)), 'megabyte');
  return plural(snapshots.length, {
    one: `# snapshot of the network is kept (${size}). Drag the slider to go back to it.`,
    other: `# snapshots of the network are kept (${size}). Drag the slider to go back to one.`,
  });
}

/** @param {number} step @param {boolean} done whether training has finished */
function viewing(step, done) {
  return done
    ? html`<strong .textContent=${`You are viewing the network at step ${whole(step)}.`}></strong>`
    : html`<strong .textContent=${`You are viewing the network at step ${whole(step)}.`}></strong>
        Train continues from the latest step, not from this snapshot.`;
}
