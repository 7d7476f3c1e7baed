"""The matrix products that a step needs, and nothing else: the least time numpy can take."""

from __future__ import annotations

import itertools
import statistics
import time
from collections.abc import Callable

import numpy as np

from benchmarks.contenders.problem import Contender, Problem
from core.parameters import FloatArray

KIND = "products alone"
_Product = tuple[Callable[[FloatArray, FloatArray], object], FloatArray, FloatArray]

_TRIALS = 9
_TRIAL_SECONDS = 0.002


def contenders(problem: Problem) -> list[Contender]:
    """Each product in the layout that is quickest for its shape."""
    products = [_quickest(*shape) for shape in _shapes(problem.sizes, problem.batch_size)]

    def steps(count: int) -> float:
        for _ in range(count):
            for dot, second, out in products:
                dot(second, out)
        return 0.0

    return [Contender(KIND, steps)]


def _shapes(sizes: tuple[int, ...], batch: int) -> list[tuple[int, int, int]]:
    """Rows, inner length and columns of each product; the bias is one more column of W."""
    shapes = [(after, before + 1, batch) for before, after in itertools.pairwise(sizes)]
    for layer in reversed(range(1, len(sizes))):
        shapes.append((sizes[layer], batch, sizes[layer - 1] + 1))
        if layer > 1:
            shapes.append((sizes[layer - 1], sizes[layer], batch))
    return shapes


def _quickest(rows: int, inner: int, columns: int) -> _Product:
    """The product A B with A, B and the outcome each stored by rows or by columns."""
    random = np.random.default_rng(0)
    first = random.standard_normal((rows, inner)).astype(np.float32)
    second = random.standard_normal((inner, columns)).astype(np.float32)
    found: list[tuple[float, _Product]] = []
    for first_order, second_order in itertools.product("CF", repeat=2):
        left = np.array(first, order=first_order)  # type: ignore[call-overload] # it is C or F
        right = np.array(second, order=second_order)  # type: ignore[call-overload] # as above
        # ndarray.dot writes by rows only: an outcome by columns is the product of the transposed.
        for one, other in ((left, right), (right.T, left.T)):
            out = np.empty((one.shape[0], other.shape[1]), np.float32)
            product = (one.dot, other, out)
            found.append((_seconds(product), product))
    return min(found, key=lambda pair: pair[0])[1]


def _seconds(product: _Product) -> float:
    dot, second, out = product
    began = time.perf_counter()
    dot(second, out)
    dot(second, out)
    count = max(1, int(_TRIAL_SECONDS * 2 / (time.perf_counter() - began)))
    times = []
    for _ in range(_TRIALS):
        began = time.perf_counter()
        for _ in range(count):
            dot(second, out)
        times.append((time.perf_counter() - began) / count)
    return statistics.median(times)
