import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { button } from '../../ui/button.js';
import { aDigit, plural } from '../../ui/format.js';
import { thumbnails } from './browse.js';
import { mnistScore, ownScore, seenText } from './texts.js';

/** The most misread records that are shown. */
const SHOWN = 60;

/**
 * How well the network reads the records, and using them as sets.
 *
 * @param {import('../../app/page-state.js').State} state
 * @param {import('../../app/create-actions.js').Actions} actions
 */
export function uses(state, actions) {
  const { ready, collection } = state;
  return html`
    <h3 .textContent=${msg('How well does it read you?')}></h3>
    <div class="controls">
      ${button(msg('Test the network on them'), ready, actions.measureCollected)}
      ${button(msg('Use as test records'), ready, () => actions.useCollected('test'))}
      ${button(msg('Use as training records'), ready, () => actions.useCollected('train'))}
      ${button(msg('Train on MNIST and these'), ready, actions.addToMnist)}
    </div>
    <p class="caption" .textContent=${msg('What is in use for training and testing is named under Records. “Use MNIST” there takes you back to MNIST.')}></p>
    <div class="read" role="status">${collection.result ? scores(state, collection.result) : nothing}</div>
    ${collection.result ? misread(collection, collection.result, actions) : nothing}
  `;
}

/** @param {import('../../app/page-state.js').State} state @param {import('./state.js').Result} result */
const scores = ({ records: { train, test } }, result) => html`
  <p .textContent=${ownScore(result)}></p>
  <p .textContent=${mnistScore(result, test.loaded?.own ?? false)}></p>
  <p class="caption" .textContent=${seenText(train.loaded?.name)}></p>
`;

/**
 * @param {import('./state.js').Collection} collection
 * @param {import('./state.js').Result} result
 * @param {import('../../app/create-actions.js').Actions} actions
 */
function misread({ chosen }, { records, answers }, { chooseCollected }) {
  const answerOf = new Map(records.map((record, i) => [record, answers[i]]));
  const wrong = records.filter((record) => answerOf.get(record) !== record.label);
  const title = plural(wrong.length, { one: msg('# is misread:'), other: msg('# are misread:') });
  if (wrong.length === 0) return nothing;
  return html`
    <p id="class-misread" class="caption" .textContent=${title}></p>
    ${thumbnails(
      'class-misread',
      wrong.slice(0, SHOWN),
      chosen,
      chooseCollected,
      (record) => msg(str`${aDigit(record.label)}, read as ${aDigit(Number(answerOf.get(record)))}`),
      answers,
    )}
  `;
}
