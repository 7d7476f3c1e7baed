"""RunSettings: everything needed to begin a run, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

from core.datasets import Dataset, load_dataset
from core.datasets.plane import plane_of
from core.network import BiasPlacement, Network
from core.optimisers import PLAIN, Optimiser
from core.recipe import DEFAULT_BATCH_SIZE
from core.run import Run
from core.schedules import STEADY, Schedule

DEFAULT_HIDDEN_LAYERS = (16, 16)
PLANE_HIDDEN_LAYERS = (8, 8)
# With these and η = 1, 2-8-8-1 tells the two arms of the spiral apart: 99 % of the test points
# after 20,000 steps, where logistic σ in the hidden layers comes to 80 %.
PLANE_ACTIVATION = ("relu", "logistic")
PLANE_LEARNING_RATE = 1.0


def usual_activation(data: str, hidden: int) -> tuple[str, ...]:
    """σ of so many hidden layers and of the output, as usually suits this data.

    Parameters
    ----------
    data : str
        What `core.load_dataset` takes.
    hidden : int
        Hidden layers.
    """
    name, output = ("logistic", "logistic") if plane_of(data) is None else PLANE_ACTIVATION
    return (*(name,) * hidden, output)


def usual_learning_rate(
    data: str, activation: str | tuple[str, ...], optimiser: Optimiser | str
) -> float | None:
    """η that is measured to suit points of the plane; else None, for what suits the rest.

    Parameters
    ----------
    data : str
        What `core.load_dataset` takes.
    activation, optimiser
        As `RunSettings` has them.
    """
    names = (activation,) if isinstance(activation, str) else activation
    is_usual = names == usual_activation(data, len(names) - 1)
    is_plain = optimiser in (PLAIN, PLAIN.name)
    return PLANE_LEARNING_RATE if plane_of(data) and is_usual and is_plain else None


@dataclass(frozen=True)
class RunSettings:
    """What a run begins with.

    Attributes
    ----------
    data : str
        What `core.load_dataset` takes.
    layers : tuple of int or None
        Neurons per layer; None for two hidden layers of 16 between what the data needs, or
        of 8 where they are points of the plane.
    activation, cost, bias, initialiser
        As `core.Network` takes them.
    learning_rate, batch_size, optimiser, schedule, l1, l2, clip
        As `core.Run` takes them.
    seed : int
        Decides the start values and the order of the examples.
    """

    data: str = "digits"
    layers: tuple[int, ...] | None = None
    activation: str | tuple[str, ...] = "logistic"
    cost: str = "quadratic"
    bias: BiasPlacement = "inside"
    initialiser: str = "one_over_root_n"
    learning_rate: float | None = None
    batch_size: int = DEFAULT_BATCH_SIZE
    seed: int = 7
    optimiser: Optimiser | str = PLAIN
    schedule: Schedule | str = STEADY
    l1: float = 0.0
    l2: float = 0.0
    clip: float | None = None

    @staticmethod
    def of(run: Run) -> RunSettings:
        """What a run from the start with this run's present recipe begins with.

        Without what is frozen and held: that is no setting, but a change of this run.
        """
        network, recipe = run.network, run.recipe
        return RunSettings(
            run.data.name,
            network.sizes,
            network.activation_names,
            network.cost.name,
            network.bias,
            network.initialiser,
            recipe.learning_rate,
            recipe.batch_size,
            run.seed,
            recipe.optimiser,
            recipe.schedule,
            recipe.l1,
            recipe.l2,
            recipe.clip,
        )

    def load_data(self) -> Dataset:
        """The data; DataError where it cannot be had."""
        return load_dataset(self.data)

    def new_run(self, data: Dataset) -> Run:
        """A run at its start; SettingError where a setting cannot be used."""
        hidden = DEFAULT_HIDDEN_LAYERS if plane_of(data.name) is None else PLANE_HIDDEN_LAYERS
        layers = self.layers or (data.input_count, *hidden, data.class_count)
        network = Network(
            layers, self.activation, self.cost, self.bias, self.initialiser, self.seed
        )
        return Run(
            network,
            data,
            self.learning_rate,
            self.batch_size,
            self.seed,
            optimiser=self.optimiser,
            schedule=self.schedule,
            l1=self.l1,
            l2=self.l2,
            clip=self.clip,
        )
