"""A state taken in this process, without a window: for checking what chapters say of it."""

from __future__ import annotations

import numpy as np

from core.datasets import Dataset
from core.errors import UserError
from core.metrics import evaluate
from core.run import Run
from core.run_settings import RunSettings
from visualiser.tour.formulas import Scene
from visualiser.tour.place import State
from visualiser.training.answers import Progress, RunDescription
from visualiser.training.shared_state import SharedArrays
from visualiser.training.shown_example import of_data
from visualiser.training.snapshot import Snapshot


class Rehearsal:
    """Takes runs to the states of chapters; one run of each kind is kept for the next state."""

    def __init__(self) -> None:
        self._runs: dict[RunSettings, Run] = {}

    def scene(self, state: State) -> Scene:
        """What a window shows in this state.

        Raises
        ------
        UserError
            Where there is no such run, step or example.
        """
        run = self._run(state.settings)
        run.go_to(min(state.step, run.length))
        run.train(state.step - run.position)
        return Scene(_snapshot(run, state), evaluate(run.network, run.data.test))

    def _run(self, settings: RunSettings) -> Run:
        if settings not in self._runs:
            run = settings.new_run(settings.load_data())
            if RunSettings.of(run) != settings:
                raise UserError("These settings do not go together; leave some of them out.")
            self._runs[settings] = run
        return self._runs[settings]


def _snapshot(run: Run, state: State) -> Snapshot:
    data = run.data
    split, index = state.example or ("test", 0)
    examples = data.train if split == "train" else data.test
    if index >= len(examples):
        raise UserError(
            "There is no example {split}-{index}; the last one is {split}-{last}.",
            split=split,
            index=index,
            last=len(examples) - 1,
        )
    gradient, next_cost = run.gradient()
    shown = run.network.forward(examples.inputs[index])
    progress = Progress(
        sequence=0,
        position=run.position,
        length=run.length,
        epochs_done=run.epochs_done,
        recipe=run.recipe,
        next_learning_rate=run.next_learning_rate,
        next_cost=next_cost,
        playing=False,
        steps_per_second=0.0,
        example=of_data(data, split, index),
        costs_from=0,
        costs=np.empty(0),
        evaluations={},
        changes=(),
    )
    arrays = SharedArrays(
        run.network.parameters.vector.copy(),
        gradient.vector.copy(),
        None,
        np.concatenate(shown.activations),
        np.concatenate(shown.weighted_sums),
    )
    return Snapshot.assemble(_description(run, data), progress, arrays)


def _description(run: Run, data: Dataset) -> RunDescription:
    return RunDescription(
        RunSettings.of(run),
        run.network.sizes,
        data.image_shape,
        len(data.train),
        len(data.test),
        is_from_file=False,
    )
