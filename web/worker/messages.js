/**
 * What the worker tells the page without being asked. Replies to calls go through Comlink on the same port, so
 * everything arrives in the order in which it was sent.
 *
 * @typedef {import('../glassbox.js').Kind} Kind
 * @typedef {import('../shared/error-data.js').ErrorData} ErrorData
 *
 * @typedef {object} ReadyMessage the first message: calls are answered from now on
 * @property {'ready'} about
 * @property {ErrorData | null} error why the network that comes with the page is missing; null: it is there
 *
 * @typedef {object} FailureMessage the worker cannot go on
 * @property {'failure'} about
 * @property {ErrorData} error
 *
 * @typedef {{ about: 'file', kind: Kind } & import('../shared/file-progress.js').FileProgress} FileMessage
 *
 * @typedef {object} ProgressMessage the progress of a training run
 * @property {'progress'} about
 * @property {boolean} active whether it is training, or waiting for records
 * @property {number} epoch epochs finished
 * @property {number} epochs of the whole run
 * @property {number} step records learned from, rotated ones included
 * @property {number} steps of the whole run, as far as its records have arrived
 * @property {boolean} done
 * @property {number} recordsPerSecond recently; 0: not known yet
 * @property {number} learningRate as it is set
 * @property {number} nextLearningRate of the next step; it may fall along the run
 * @property {boolean} learningRateChanged whether it has been changed on the way
 * @property {number[]} snapshots the steps at which the network can be viewed
 * @property {number} snapshotBytes that they take
 *
 * @typedef {object} AnsweringMessage another network answers for the run from now on
 * @property {'answering'} about
 * @property {import('./answering.js').Answering} answering
 *
 * @typedef {object} ScoreMessage the score of the run's network on the test records
 * @property {'score'} about
 * @property {number} testSetVersion differs for other test records
 * @property {number} step of the network that was scored
 * @property {number} accuracy 0..1
 * @property {number} correct
 * @property {number} total
 * @property {number} error mean over records and outputs of (target - output)^2
 *
 * @typedef {object} TrainingMetricsMessage how the network answered training records, each before it
 *   learned from it
 * @property {'trainingMetrics'} about
 * @property {number} step of the last of them; the first came after the message before
 * @property {number} accuracy 0..1
 * @property {number} error as in ScoreMessage
 *
 * @typedef {object} PicturesMessage what the network that answers imagines
 * @property {'pictures'} about
 * @property {Float32Array} pictures ten backqueries, (10, 784)
 *
 * @typedef {ProgressMessage | AnsweringMessage | ScoreMessage | TrainingMetricsMessage | PicturesMessage} RunNews
 *
 * @typedef {object} OfRun
 * @property {string} run its id
 * @property {number} generation counted up each time the run starts anew
 *
 * @typedef {RunNews & OfRun} RunMessage
 * @typedef {ReadyMessage | FailureMessage | FileMessage | RunMessage} Message
 *
 * @typedef {(message: Message, transfer?: Transferable[]) => void} Tell
 * @typedef {(news: RunNews, transfer?: Transferable[]) => void} TellOfRun
 */
export {};
