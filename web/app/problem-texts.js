import { msg, str } from '@lit/localize';
import { errorSentence } from '../shared/error-data.js';
import { setName } from '../ui/set-name.js';

/**
 * The page's sentences about problems.
 *
 * @typedef {import('../shared/error-data.js').ErrorData} ErrorData
 */

/** @param {ErrorData} error */
export const networkMissing = (error) =>
  msg(str`The trained network could not be loaded. ${sentence(error)}`);

/** @param {string} name of the file @param {ErrorData} error */
export const fileFailed = (name, error) =>
  error.code === 'file-left-out'
    ? sentence(error)
    : msg(str`${setName(name)} could not be loaded. ${sentence(error)}`);

/** @param {ErrorData} error */
export const workerStopped = (error) => msg(str`The network has stopped working. ${sentence(error)}`);

export const styleMissing = () =>
  msg(
    'The page’s style could not be loaded. Reload the page. If that does not help, ask the person who looks after the web server to send files that end in .css as text/css.',
  );

/**
 * Whether a part of the page is no longer on the server: another release has replaced those that the page is made of.
 *
 * @param {ErrorData} error
 */
export const isOutdated = ({ code, parameters }) =>
  code === 'worker-not-loaded' ||
  ((code === 'server-answered' || code === 'file-refused') && [404, 410].includes(parameters.status));

/** @param {ErrorData} error */
const sentence = (error) =>
  isOutdated(error)
    ? msg(str`${errorSentence(error)} The page may have been renewed since you opened it. Reload the page.`)
    : errorSentence(error);
