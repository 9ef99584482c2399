import { msg, str } from '@lit/localize';
import { awaitedRecords } from '../../ui/awaited-records.js';
import { whole } from '../../ui/format.js';

/** @typedef {import('../../app/page-state.js').State} State */

/**
 * What the stage shows: what its answer is about; while there is none, what was asked for.
 *
 * @param {State} state
 */
export const aboutOf = ({ stage: { answer, shown } }) => answer?.about ?? shown.about;

/**
 * The name of what the stage shows.
 *
 * @param {State} state
 */
export function subjectName(state) {
  const { answer } = state.stage;
  const record = whole((answer?.record ?? 0) + 1);
  switch (aboutOf(state)) {
    case 'drawing':
      return msg('The drawing: 28\u00a0×\u00a028\u00a0pixels');
    case 'record':
      return answer
        ? msg(str`Test record ${record}: digit ${answer.label}`)
        : awaitedRecords(state.records.test);
    case 'training':
      return answer
        ? msg(str`Training record ${record}: digit ${answer.label}`)
        : msg('No record has been shown yet');
  }
}

/**
 * What stands below the pad while the stage shows something else.
 *
 * @param {State} state
 */
export function insteadOfDrawing(state) {
  const { answer, strokes } = state.stage;
  const record = whole((answer?.record ?? 0) + 1);
  const isTest = aboutOf(state) === 'record';
  if (!answer)
    return isTest ? awaitedRecords(state.records.test) : msg('There is no training record on the stage yet.');
  if (strokes.length === 0)
    return isTest
      ? msg(str`Test record ${record} is on the stage. Draw to replace it.`)
      : msg(str`Training record ${record} is on the stage. Draw to replace it.`);
  return isTest
    ? msg(str`Test record ${record} is on the stage, not the drawing.`)
    : msg(str`Training record ${record} is on the stage, not the drawing.`);
}
