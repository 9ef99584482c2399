import { whole } from '../../ui/format.js';

/**
 * Which network answers.
 *
 * @param {import('../../worker/answering.js').Answering | null} answering null: not known
 */
export function whichAnswers(answering) {
  if (!answering) return 'Getting ready…';
  const nodes = whole(answering.hiddenNodes);
  if (answering.kind === 'file') return `${answering.file} answers now. It has ${nodes} hidden nodes.`;
  if (answering.kind === 'bundled')
    return `The network that came with the page answers now. It has ${nodes} hidden nodes.`;
  return answering.kind === 'snapshot'
    ? `Your network answers as it was at step ${whole(Number(answering.step))}. It has ${nodes} hidden nodes.`
    : `Your network answers now. It has ${nodes} hidden nodes.`;
}

/** @param {string} name of the file @param {string} reason a sentence */
export const notOpened = (name, reason) => `${name} could not be opened. ${reason}`;

/** @param {string} name of the file that is opened */
export const onlyOne = (name) => `One network answers at a time, so only ${name} is opened.`;
