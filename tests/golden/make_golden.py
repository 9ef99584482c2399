"""usage: /usr/bin/python3 tests/golden/make_golden.py   (needs numpy and scipy, and `make data`)

Writes tests/golden/golden.json: what the notebook's own arithmetic gives, in numpy's float64 and with
scipy's rotate, independent of the code in src/. Only the starting weights, the chosen pictures and the
order of training have to be made alike by the reader of the file, tests/core/golden.test.js.
"""

import base64
import datetime
import json
import pathlib
import platform
import re

import numpy
import scipy
import scipy.ndimage
import scipy.special

ROOT = pathlib.Path(__file__).parents[2]
LEARNING_RATE = 0.2
TRAIN_RECORDS = 120
QUERY_RECORDS = 20
ANGLES = [-180, -135, -90, -45, -13.7, -10, 0, 0.5, 10, 45, 77.7, 180]
SAMPLED_ROWS = [0, 1, 50, 99]


def uniform(seed):
    """Knuth's and Lewis' 32-bit generator: easily the same in every language."""
    state = seed
    while True:
        state = (state * 1664525 + 1013904223) % 2**32
        yield state / 2**32


def starting_weights(hidden_nodes):
    """Uniform, with the notebook's deviation, rounded to float32 as any reader would have them."""
    numbers = uniform(hidden_nodes)

    def matrix(rows, columns):
        bound = numpy.sqrt(3.0 / columns)
        flat = [(2 * next(numbers) - 1) * bound for _ in range(rows * columns)]
        return numpy.array(flat, numpy.float32).astype(numpy.float64).reshape(rows, columns)

    return matrix(hidden_nodes, 784), matrix(10, hidden_nodes)


def read_records(count):
    with open(ROOT / 'data/mnist_test.csv') as file:
        lines = [next(file).split(',') for _ in range(count)]
    labels = [int(line[0]) for line in lines]
    return labels, numpy.array([line[1:] for line in lines], float) / 255 * 0.99 + 0.01


def targets_for(label):
    targets = numpy.full(10, 0.01)
    targets[label] = 0.99
    return targets


def rotate(inputs, angle):
    return scipy.ndimage.rotate(
        inputs.reshape(28, 28), angle, cval=0.01, order=1, reshape=False).reshape(784)


class Network:
    """As in the notebook."""

    def __init__(self, hidden_nodes):
        self.wih, self.who = starting_weights(hidden_nodes)

    def train(self, inputs, targets):
        inputs = inputs.reshape(784, 1)
        hidden = scipy.special.expit(self.wih @ inputs)
        outputs = scipy.special.expit(self.who @ hidden)
        output_errors = targets.reshape(10, 1) - outputs
        hidden_errors = self.who.T @ output_errors
        self.who += LEARNING_RATE * (output_errors * outputs * (1 - outputs)) @ hidden.T
        self.wih += LEARNING_RATE * (hidden_errors * hidden * (1 - hidden)) @ inputs.T

    def query(self, inputs):
        return scipy.special.expit(self.who @ scipy.special.expit(self.wih @ inputs))

    def backquery(self, targets):
        hidden = rescale(self.who.T @ scipy.special.logit(targets))
        return rescale(self.wih.T @ scipy.special.logit(hidden))


def rescale(values):
    return (values - values.min()) / (values.max() - values.min()) * 0.98 + 0.01


def packed(array, dtype='<f4'):
    return base64.b64encode(numpy.asarray(array).astype(dtype).tobytes()).decode()


def packed_short(array):
    """Numbers of 0..1 as 16-bit ones: to within 8e-6."""
    return packed(numpy.round(array * 65535), '<u2')


def network_case(hidden_nodes):
    labels, inputs = read_records(TRAIN_RECORDS + QUERY_RECORDS)
    network = Network(hidden_nodes)
    for i in range(TRAIN_RECORDS):
        targets = targets_for(labels[i])
        network.train(inputs[i], targets)
        network.train(rotate(inputs[i], 10), targets)
        network.train(rotate(inputs[i], -10), targets)
    case = {
        'hiddenNodes': hidden_nodes,
        'who': packed(network.who),
        'queries': packed([network.query(x) for x in inputs[TRAIN_RECORDS:]]),
    }
    if hidden_nodes <= 3:
        case['wih'] = packed(network.wih)
    else:
        case['wihRows'] = SAMPLED_ROWS
        case['wih'] = packed(network.wih[SAMPLED_ROWS])
        case['wihRowMeans'] = packed(network.wih.mean(axis=1))
        case['wihRowMeanSquares'] = packed((network.wih**2).mean(axis=1))
        case['wihColumnMeans'] = packed(network.wih.mean(axis=0))
    if hidden_nodes > 1:  # one node alone has nothing to be scaled by
        backqueries = [network.backquery(targets_for(label)) for label in range(10)]
        case['backqueries'] = packed_short(numpy.array(backqueries))
    return case


def pictures():
    """A picture of noise all over, and the first test record."""
    numbers = uniform(28)
    noise = numpy.array([0.01 + 0.99 * next(numbers) for _ in range(784)], numpy.float32)
    return [noise.astype(numpy.float64), read_records(1)[1][0]]


golden = {
    'about': 'numbers of the notebook in float64: tests/golden/make_golden.py made this file',
    'date': datetime.date.today().isoformat(),
    'versions': {
        'python': platform.python_version(),
        'numpy': numpy.__version__,
        'scipy': scipy.__version__,
    },
    'learningRate': LEARNING_RATE,
    'trainRecords': TRAIN_RECORDS,
    'queryRecords': QUERY_RECORDS,
    'angles': ANGLES,
    'rotations': {
        name: [packed(rotate(picture, angle)) for angle in ANGLES]
        for name, picture in zip(['noise', 'record'], pictures())
    },
    'networks': [network_case(hidden_nodes) for hidden_nodes in (1, 3, 100, 200)],
}
path = ROOT / 'tests/golden/golden.json'


def on_one_line(found):
    return '[' + ' '.join(found[0][1:-1].split()) + ']'


# Lists of numbers stand on one line, as the formatter of the project's other files wants them.
text = re.sub(r'\[[^][{}"]+\]', on_one_line, json.dumps(golden, indent=2))
path.write_text(text + '\n')
print(f'{path.name}: {path.stat().st_size} bytes')
