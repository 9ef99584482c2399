"""The notebook's own training loop in numpy and scipy, timed: what Glassbox's speed is compared with.

usage: notebook_loop.py mnist_train.csv RECORDS ROTATIONS(0|1) HIDDEN
Prints steps a second, with CSV parsing and rotations included, as in the notebook. Set
OMP_NUM_THREADS=1 and OPENBLAS_NUM_THREADS=1 for one core.
"""

import sys
import time

import numpy
import scipy.ndimage
import scipy.special

path, records, rotations, hidden = sys.argv[1], int(sys.argv[2]), sys.argv[3] == "1", int(sys.argv[4])
rate = 0.2
wih = numpy.random.normal(0.0, pow(784, -0.5), (hidden, 784))
who = numpy.random.normal(0.0, pow(hidden, -0.5), (10, hidden))


def train(inputs_list, targets_list):
    global wih, who
    inputs = numpy.array(inputs_list, ndmin=2).T
    targets = numpy.array(targets_list, ndmin=2).T
    hidden_outputs = scipy.special.expit(numpy.dot(wih, inputs))
    final_outputs = scipy.special.expit(numpy.dot(who, hidden_outputs))
    output_errors = targets - final_outputs
    hidden_errors = numpy.dot(who.T, output_errors)
    who += rate * numpy.dot(
        (output_errors * final_outputs * (1.0 - final_outputs)), numpy.transpose(hidden_outputs)
    )
    wih += rate * numpy.dot(
        (hidden_errors * hidden_outputs * (1.0 - hidden_outputs)), numpy.transpose(inputs)
    )


with open(path) as file:
    lines = [next(file) for _ in range(records)]

steps = 0
start = time.perf_counter()
for line in lines:
    values = line.split(",")
    inputs = (numpy.asarray(values[1:], dtype=float) / 255.0 * 0.99) + 0.01
    targets = numpy.zeros(10) + 0.01
    targets[int(values[0])] = 0.99
    train(inputs, targets)
    steps += 1
    if rotations:
        for angle in (10, -10):
            picture = scipy.ndimage.rotate(
                inputs.reshape(28, 28), angle, cval=0.01, order=1, reshape=False
            )
            train(picture.reshape(784), targets)
            steps += 1
print(steps / (time.perf_counter() - start))
