/**
 * Messages that the worker sends unasked. Replies to calls go through Comlink on the same port, so messages and
 * replies arrive in the order in which they were sent.
 *
 * @typedef {import('../glassbox.js').Kind} Kind
 * @typedef {import('../shared/error-data.js').ErrorData} ErrorData
 *
 * @typedef {object} StartedMessage the worker runs
 * @property {'started'} about
 * @property {string} lock that it has asked for, and then holds until it ends
 *
 * @typedef {object} ReadyMessage calls are answered from now on
 * @property {'ready'} about
 * @property {ErrorData | null} error why the bundled network is missing; null: it is there
 * @property {MessagePort[]} ports at each of which an assistant is to answer
 * @property {WebAssembly.Module} module for them
 *
 * @typedef {object} AssistantMessage an assistant waits for its port
 * @property {'assistant'} about
 *
 * @typedef {object} SentMessage the worker has sent something (shared/sent.js)
 * @property {'sent'} about
 * @property {number} bytes
 *
 * @typedef {object} FailureMessage the worker cannot go on
 * @property {'failure'} about
 * @property {ErrorData} error
 *
 * @typedef {{ about: 'file', kind: Kind } & import('../shared/file-progress.js').FileProgress} FileMessage
 *
 * @typedef {object} SetMessage a complete set of records is in use now
 * @property {'set'} about
 * @property {Kind} kind
 * @property {string} name of its file
 * @property {boolean} own whether it is the visitor's
 * @property {boolean} heldOut whether its file is that of the training records: of a test set, it was held out of
 *   them; of a training set, the rest was
 * @property {number} records
 * @property {import('./oddities.js').Oddity | null} oddity
 *
 * @typedef {object} ProgressMessage the progress of a training run
 * @property {'progress'} about
 * @property {boolean} active whether it is training, or waiting for records
 * @property {number} epoch epochs finished
 * @property {number} epochs of the whole run
 * @property {number} step records learned from, including rotated ones
 * @property {number} steps of the whole run, as far as its records have arrived
 * @property {boolean} done
 * @property {number} recordsPerSecond recent average; 0: not known yet
 * @property {number} learningRate the setting
 * @property {number} nextLearningRate the rate of the next step; it may fall during the run
 * @property {boolean} learningRateChanged whether the visitor has changed it during the run
 * @property {number[]} snapshots their steps
 * @property {number} snapshotBytes their size in memory
 * @property {boolean} undoable whether the last reset can be undone
 * @property {'here' | 'awaited' | 'others'} records that the run learned from, if it comes from an earlier visit;
 *   others: other records are here
 *
 * @typedef {object} AnsweringMessage from now on, this network answers for the run
 * @property {'answering'} about
 * @property {import('./answering.js').Answering} answering
 *
 * @typedef {object} ScoreMessage the score of the run's network on the test records
 * @property {'score'} about
 * @property {number} testSetVersion changes with the test records
 * @property {number} step of the network that was scored
 * @property {number} accuracy 0..1
 * @property {number} correct
 * @property {number} total
 * @property {number} error mean over records and outputs of (target - output)^2
 *
 * @typedef {object} TrainingMetricsMessage how the network answered training records, each before it
 *   learned from it
 * @property {'trainingMetrics'} about
 * @property {number} step of the last of these records; they follow those of the previous message
 * @property {number} accuracy 0..1
 * @property {number} error as in ScoreMessage
 *
 * @typedef {object} CurvesMessage the curves of a run that starts again: they are empty, or those that it has already
 * @property {'curves'} about
 * @property {import('../shared/curve-points.js').Curves} curves
 *
 * @typedef {object} ChangedMessage the network that answers has changed, so earlier answers may be out of date
 * @property {'changed'} about
 *
 * @typedef {object} PicturesMessage what the network that answers imagines
 * @property {'pictures'} about
 * @property {number} first the digit of the first picture
 * @property {Float32Array} pictures for this digit and those that follow, (n, 784)
 *
 * @typedef {object} KeepingMessage what is kept in this browser
 * @property {'keeping'} about
 * @property {import('./keeper.js').Status} status
 * @property {number} bytes how much is kept
 *
 * @typedef {ProgressMessage | AnsweringMessage | ScoreMessage | TrainingMetricsMessage | CurvesMessage | ChangedMessage
 *   | PicturesMessage} RunNews
 *
 * @typedef {object} OfRun
 * @property {string} run its id
 * @property {number} generation goes up each time the run starts again
 *
 * @typedef {RunNews & OfRun} RunMessage
 * @typedef {StartedMessage | ReadyMessage | AssistantMessage | SentMessage | FailureMessage | FileMessage | SetMessage | KeepingMessage
 *   | RunMessage} Message
 *
 * @typedef {(message: Message, transfer?: Transferable[]) => void} Tell
 * @typedef {(news: RunNews, transfer?: Transferable[]) => void} TellOfRun
 */
export {};
