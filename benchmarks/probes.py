"""How long the probes take on MNIST: C along a weight, C over a plane, and the rest."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from benchmarks.table import Row, Table, judged, mnist_folder
from core import Held, Network, load_dataset, probes

_REPEATS = 7
# A row is measured for about so long, several times.
_SECONDS = 0.2


def measure() -> Table:
    """Time each probe of 784-16-16-10 on MNIST's training data; a line where it is absent."""
    table = Table(
        "Probes of 784-16-16-10, MNIST, float32, one BLAS thread, "
        f"median of {_REPEATS} runs, milliseconds"
    )
    folder = mnist_folder()
    if folder is None:
        table.rows.append({"task": "skipped, since MNIST is not here"})
        return table
    network, examples = Network((784, 16, 16, 10)), load_dataset(str(folder)).train
    up, across = probes.gradient_direction(network, examples), probes.random_direction(network, 1)
    some, batch = np.arange(1437), np.arange(10)

    def curve(layer: int, chosen: npt.NDArray[np.int64] | None) -> Callable[[], object]:
        return lambda: probes.cost_along_weight(network, examples, layer, 3, 7, indices=chosen)

    def add(task: str, count: int, ask: Callable[[], object], most: float | None = None) -> None:
        found = _milliseconds(ask)
        row: Row = {"task": task, "examples": count, "milliseconds": found}
        table.rows.append({**row, **judged(found, most=most)})

    total = len(examples)
    add("C along a weight of layer 1, 101 points", len(batch), curve(1, batch), 0.15)
    add("C along a weight of layer 1, 101 points", len(some), curve(1, some), 8)
    add("C along a weight of layer 1, 101 points", total, curve(1, None), 250)
    add("C along a weight of layer 3, 101 points", len(batch), curve(3, batch))
    add(
        "C over a plane, 41 × 41 points",
        len(some),
        lambda: probes.cost_plane(network, examples, up, across, indices=some),
        200,
    )
    add("gradient direction", total, lambda: probes.gradient_direction(network, examples))
    add("wishes", total, lambda: probes.wishes(network, examples, 1, 3, 7))
    add("preferred inputs", total, lambda: probes.preferred_inputs(network, examples, 2, 3))
    add("saturation", total, lambda: probes.saturation(network, examples))
    add("knock-out", total, lambda: probes.knock_out(network, examples, [Held(1, 3)]))
    add("contributions", 1, lambda: probes.contributions(network, examples.inputs[0], 1, 3))
    add(
        "∂C/∂input",
        1,
        lambda: probes.input_gradient(network, examples.inputs[0], examples.targets[0]),
    )
    path = np.random.default_rng(0).standard_normal((500, len(up)), np.float32).cumsum(axis=0)
    add("principal directions of a path", len(path), lambda: probes.principal_directions(path))
    return table


def _milliseconds(ask: Callable[[], object]) -> float:
    """The median time of one call, after a first to warm up."""
    start = time.perf_counter()
    ask()
    calls = max(1, int(_SECONDS / (time.perf_counter() - start)))
    times = []
    for _ in range(_REPEATS):
        start = time.perf_counter()
        for _ in range(calls):
            ask()
        times.append((time.perf_counter() - start) / calls * 1000)
    return statistics.median(times)
