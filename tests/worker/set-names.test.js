import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOf } from '../../web/worker/files/set-names.js';

test('a name tells the set by whole words, in the file or else in its folders', () => {
  for (const [kind, names] of /** @type {[any, string[]][]} */ ([
    [
      'train',
      [
        'mnist_train.csv',
        'Train.csv',
        'train (1).csv',
        'fashion-mnist_train.csv.gz',
        'train60000.csv',
        'mnistTrain.csv',
        'MNIST Training Set.CSV',
        'trainset.csv',
        'train-images-idx3-ubyte',
        'test/train.csv',
        'train/digits.csv',
        'mnist test and train/train/digits.csv',
        'Trainingsdaten.csv',
        'mnist-entrenamiento.csv',
        'dígitos_treino.csv',
      ],
    ],
    [
      'test',
      [
        'mnist_test.csv',
        'TEST.csv',
        'testing.csv',
        'mnistTest10.csv',
        't10k-images.idx3-ubyte',
        'MNIST-T10K.csv',
        'validation.csv',
        'train/test.csv',
        'Testdaten.csv',
        'mnist-prueba.csv',
        'dígitos_teste.csv',
      ],
    ],
    [
      null,
      [
        'latest.csv',
        'attestation.csv',
        'contest.csv',
        'latest10k.csv',
        'trainer.csv',
        'strain.csv',
        'digits.csv',
        'train_test.csv',
        'sample_submission.csv',
        '',
      ],
    ],
  ])) {
    for (const name of names) assert.equal(kindOf(name), kind, name);
  }
});
