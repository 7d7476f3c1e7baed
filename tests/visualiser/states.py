"""States of a run, made in this process: what the panels are shown without a training process."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np

from core import Dataset, Parameters, Run, RunSettings, load_dataset, parameter_count
from core.epochs import Epochs
from core.parameters import FloatArray
from visualiser.training import messages as m
from visualiser.training.shared_state import SharedArrays
from visualiser.training.snapshot import Snapshot


@cache
def digits() -> Dataset:
    """The embedded digits, read once."""
    return load_dataset("digits")


def new_run(**settings: Any) -> Run:
    """A run as the training process begins it."""
    return RunSettings(**settings).new_run(digits())


def describe(run: Run, **changes: Any) -> m.RunDescription:
    """What the training process tells of a run at its start."""
    described = m.RunDescription(
        RunSettings.of(run),
        run.network.sizes,
        run.data.image_shape,
        len(run.data.train),
        len(run.data.test),
        is_from_file=False,
        class_names=run.data.class_names,
        input_names=run.data.input_names,
        has_classes=run.data.has_classes,
    )
    return replace(described, **changes)


def progress_of(run: Run, index: int = 0, **changes: Any) -> m.Progress:
    """What the training process tells of where a run stands, with every cost."""
    _, next_cost = run.gradient()
    progress = m.Progress(
        sequence=1,
        position=run.position,
        length=run.length,
        epochs_done=run.epochs_done,
        recipe=run.recipe,
        next_learning_rate=run.next_learning_rate,
        next_cost=next_cost,
        playing=False,
        steps_per_second=0.0,
        example=m.ShownExample("test", index, int(run.data.test.labels[index])),
        costs_from=0,
        costs=run.costs.copy(),
        evaluations=dict(run.branch.evaluations),
        changes=run.changes,
        undoable=run.undoable,
        redoable=run.redoable,
        epoch_start=Epochs.of(run.branch, len(run.data.train)).start_before(run.position),
    )
    return replace(progress, **changes)


def snapshot_of(run: Run, index: int = 0, **changes: Any) -> Snapshot:
    """A run's state, shown the test example ``index``; ``changes`` are of its progress."""
    progress = progress_of(run, index, **changes)
    shown = run.network.forward(run.data.test.inputs[index])
    gradient, _ = run.gradient()
    arrays = SharedArrays(
        run.network.parameters.vector.copy(),
        gradient.vector.copy(),
        None if run.recipe.is_plain else run.next_update().vector,
        np.concatenate(shown.activations),
        np.concatenate(shown.weighted_sums),
    )
    for array in vars(arrays).values():
        if array is not None:
            array.flags.writeable = False
    return Snapshot.assemble(describe(run), progress, arrays)


@cache
def trained(steps: int, index: int = 0, **settings: Any) -> Snapshot:
    """The state after so many steps, worked out once."""
    return snapshot_of(_after(steps, **settings), index)


@cache
def _after(steps: int, **settings: Any) -> Run:
    """A run, trained once for all examples that it is shown; it stays where it is."""
    run = new_run(**settings)
    run.train(steps)
    return run


def with_weights(snapshot: Snapshot, *weights: tuple[int, int, int, float]) -> Snapshot:
    """The same state, but every parameter is 0 but for these W: (layer, to, origin, W)."""
    parameters = Parameters(snapshot.sizes)
    for layer, to, origin, value in weights:
        parameters.weights[layer - 1][to, origin] = value
    return replace(snapshot, parameters=parameters)


def with_outputs(snapshot: Snapshot, outputs: FloatArray) -> Snapshot:
    """The same state with other activations of the last layer."""
    return replace(snapshot, activations=(*snapshot.activations[:-1], outputs))


def label_of(snapshot: Snapshot) -> int:
    """What the shown example, which is of the data, truly is."""
    label = snapshot.progress.example.label
    assert label is not None
    return label


def misread_and_right(snapshot: Snapshot) -> tuple[Snapshot, Snapshot]:
    """The same state twice: the output is sure of a wrong digit, and of the right one."""
    label = label_of(snapshot)
    count = snapshot.sizes[-1]
    sure = np.eye(count, dtype=np.float32)
    return with_outputs(snapshot, sure[(label + 1) % count]), with_outputs(snapshot, sure[label])


def made_up(
    sizes: tuple[int, ...],
    image_shape: tuple[int, int],
    seed: int = 0,
    activation: str = "logistic",
) -> Snapshot:
    """A state of a network of any sizes, with numbers out of nowhere."""
    random = np.random.default_rng(seed)
    base = trained(1)

    def noise(count: int) -> FloatArray:
        return random.random(count).astype(np.float32)

    parameters = Parameters(sizes, noise(parameter_count(sizes)) - np.float32(0.5))
    gradient = Parameters(sizes, noise(parameter_count(sizes)) - np.float32(0.5))
    settings = replace(base.description.settings, layers=sizes, activation=activation)
    description = replace(base.description, settings=settings, sizes=sizes, image_shape=image_shape)
    activations = tuple(noise(size) for size in sizes)
    weighted_sums = tuple(noise(size) for size in sizes[1:])
    arrays = (parameters, gradient, None, activations, weighted_sums)
    recipe = replace(base.progress.recipe, activation=(activation,) * (len(sizes) - 1))
    return Snapshot(description, replace(base.progress, recipe=recipe), *arrays)
