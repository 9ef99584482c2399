import { msg, str } from '@lit/localize';
import { whole } from '../../ui/format.js';

/**
 * Which network answers.
 *
 * @param {import('../../worker/answering.js').Answering | null} answering null: not known
 */
export function whichAnswers(answering) {
  if (!answering) return msg('Getting ready…');
  const nodes = whole(answering.hiddenNodes);
  if (answering.kind === 'file')
    return msg(str`${answering.file} answers now. It has ${nodes} hidden nodes.`);
  if (answering.kind === 'bundled')
    return msg(str`The network that came with the page answers now. It has ${nodes} hidden nodes.`);
  return answering.kind === 'snapshot'
    ? msg(
        str`Your network answers as it was at step ${whole(Number(answering.step))}. It has ${nodes} hidden nodes.`,
      )
    : msg(str`Your network answers now. It has ${nodes} hidden nodes.`);
}

/** @param {string} name of the file @param {string} reason a sentence */
export const notOpened = (name, reason) => msg(str`${name} could not be opened. ${reason}`);

/** @param {string} name of the file that is opened */
export const onlyOne = (name) => msg(str`One network answers at a time, so only ${name} is opened.`);
