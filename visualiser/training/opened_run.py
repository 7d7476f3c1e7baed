"""OpenedRun: a run of the training process, and where it came from."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from core.initialisers import initialise
from core.machine import arithmetic
from core.parameters import FloatArray
from core.recipe import Recipe
from core.repeating import repeats
from core.run import Run
from core.run_file import load_run
from core.run_settings import RunSettings
from visualiser.training.alterations import Alterations
from visualiser.training.messages import RunDescription, Start


@dataclass(frozen=True)
class OpenedRun:
    """A run, what has been altered of it, and what else brings it back.

    Attributes
    ----------
    run : Run
    alterations : Alterations
    file : Path or None
        The file that was opened for it, or for the run that it began again from.
    is_from_file, began_with, identity, repeats
        As in `RunDescription`.
    """

    run: Run
    alterations: Alterations
    file: Path | None = None
    is_from_file: bool = False
    began_with: Recipe | Start | None = None
    identity: int = field(default_factory=lambda: secrets.randbits(63))
    repeats: bool = True

    @staticmethod
    def of(source: RunSettings | Path) -> OpenedRun:
        """A new run with these settings, or a saved one.

        Raises
        ------
        UserError
            Where there is no such run to be had.
        """
        if isinstance(source, Path):
            run = load_run(source)
            is_alike = run.made_with == arithmetic() or repeats(run)
            return OpenedRun(run, Alterations(run), source, is_from_file=True, repeats=is_alike)
        run = source.new_run(source.load_data())
        return OpenedRun(run, Alterations(run))

    def begun_again(self, recipe: Recipe | Start, seed: int | None) -> OpenedRun:
        """A new run with this recipe, from where this one began or from another seed.

        A `Start` is a recipe and where to begin with it.
        """
        old = self.run
        network, order = old.network.copy(), old.seed if seed is None else seed
        initialise(network.parameters, network.initialiser, order)
        start = recipe if isinstance(recipe, Start) else Start(recipe, self._start_values())
        recipe, is_from_file = start.recipe, False
        if seed is None:
            # A script's or a file's weights, or another seed's than the order's.
            is_from_file = not np.array_equal(network.parameters.vector, start.vector)
            network.parameters.vector[:] = start.vector
        else:
            network.seed = seed
            recipe = replace(recipe, order=None)
        run = Run(network, old.data, seed=order, **vars(recipe))
        began_with = start if is_from_file and self.file is None else recipe
        return OpenedRun(run, Alterations(run), self.file, is_from_file, began_with)

    def _start_values(self) -> FloatArray:
        """W and B before the first step."""
        run = self.run
        return run.branch.checkpoints.vectors[0][: run.network.parameters.vector.size].copy()

    def description(self, can_bring_back: bool = False) -> RunDescription:
        """What the window is told of it, and whether another one is put aside."""
        run, data = self.run, self.run.data
        return RunDescription(
            RunSettings.of(run),
            run.network.sizes,
            data.image_shape,
            len(data.train),
            len(data.test),
            self.is_from_file,
            self.began_with,
            self.file,
            self.identity,
            can_bring_back,
            self.repeats,
            data.class_names,
            data.input_names,
            data.has_classes,
        )
