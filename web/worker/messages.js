/**
 * What the worker tells the page unasked. Replies to requests go by Comlink, on the same port, so
 * all that the worker says arrives in the order in which it said it.
 *
 * @typedef {import('../glassbox.js').Kind} Kind
 *
 * @typedef {object} FileMessage how a CSV file gets on
 * @property {'file'} about
 * @property {Kind} kind
 * @property {string} name
 * @property {'arriving' | 'loaded' | 'failed'} state
 * @property {number} bytes so far, as sent
 * @property {number | null} total bytes, where known
 * @property {number} records so far
 * @property {string} problem what went wrong, or ''
 *
 * @typedef {object} RunMessage how the training run gets on
 * @property {'run'} about
 * @property {number} number of the run; a reset starts another
 * @property {boolean} active whether it is going on (or waits for records)
 * @property {number} epoch epochs finished
 * @property {number} epochs of the whole run
 * @property {number} step records learnt, rotated ones included
 * @property {number} steps of the whole run, as far as its records have arrived
 * @property {boolean} done
 * @property {number} recordsPerSecond lately
 * @property {number} learningRate as it is set
 * @property {number} nextLearningRate the learning rate of the next step: it may fall along the run
 * @property {boolean} learningRateChanged whether the learning rate was changed on the way
 * @property {number[]} snapshots steps at which the network was kept, to look back at
 * @property {number} snapshotBytes that these networks take
 *
 * @typedef {object} ScoreMessage the network's score on the test records
 * @property {'score'} about
 * @property {number} number of the run
 * @property {number} testSetVersion of the test records; another file is another testSetVersion
 * @property {number} step of the network that was measured
 * @property {number} accuracy 0..1
 * @property {number} correct
 * @property {number} total
 * @property {number} error mean over records and outputs of (target - output)^2
 *
 * @typedef {object} TrainingMetricsMessage how it answered the training records, each before it learnt from it
 * @property {'trainingMetrics'} about
 * @property {number} number of the run
 * @property {number} step up to which, from the message before on
 * @property {number} accuracy 0..1
 * @property {number} error as of ScoreMessage
 *
 * @typedef {object} PicturesMessage what the network imagines
 * @property {'pictures'} about
 * @property {number} number of the run
 * @property {Float32Array} pictures ten backqueries, (10, 784)
 * @property {number} hiddenNodes of the network that answers
 *
 * @typedef {object} ReadyMessage the first message: requests are answered from now on
 * @property {'ready'} about
 * @property {string} problem why the network that comes with the page is missing, or ''
 *
 * @typedef {object} FailureMessage the worker can go on no more
 * @property {'failure'} about
 * @property {string} problem
 *
 * @typedef {FileMessage | RunMessage | ScoreMessage | TrainingMetricsMessage | PicturesMessage | ReadyMessage | FailureMessage} Message
 */

/**
 * A file of which nothing has come yet.
 *
 * @param {Kind} kind
 * @param {string} name
 * @returns {FileMessage}
 */
export function newFile(kind, name) {
  return { about: 'file', kind, name, state: 'arriving', bytes: 0, total: null, records: 0, problem: '' };
}
