"""What the window and the training process say to each other.

All are frozen and travel through a pipe. Large arrays do not: the newest parameters and
activations lie in shared memory (`shared_state`), and a `Progress` says that they do.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from core.errors import UserError
from core.history import Change
from core.metrics import Evaluation
from core.parameters import FloatArray
from core.parts import Held, Part
from core.recipe import Recipe
from core.run_settings import RunSettings
from visualiser.training.branch_news import Branches
from visualiser.training.conditions import Condition
from visualiser.training.questions import Question

Split = Literal["train", "test"]


@dataclass(frozen=True)
class ShownExample:
    """Which example the network is shown, and what it truly is."""

    split: Split
    index: int
    label: int


@dataclass(frozen=True, eq=False)
class Start:
    """Where a run began whose start values come from neither a seed nor a saved run.

    Attributes
    ----------
    recipe : Recipe
    vector : ndarray
        W and B, as one flat vector.
    """

    recipe: Recipe
    vector: FloatArray


# -------------------------------------------------------------------- to the process


@dataclass(frozen=True)
class Attach:
    """Use this shared memory for the run of this identity, and for no other."""

    name: str
    identity: int


@dataclass(frozen=True)
class Taken:
    """The newest snapshot has been taken; another may follow."""


@dataclass(frozen=True)
class Play:
    """Take steps, without end or until so many more have been taken."""

    steps: int | None = None


@dataclass(frozen=True)
class PlayEpoch:
    """Take steps to the end of the epoch."""


@dataclass(frozen=True)
class PlayUntil:
    """Take steps until the first of these conditions holds; none where one does already."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class Pause:
    """Take no more steps."""


@dataclass(frozen=True)
class Move:
    """Pause, and take so many steps forward, or back where it is negative."""

    steps: int


@dataclass(frozen=True)
class MoveEpochs:
    """Pause, and go so many starts of epochs forward, or back where it is negative.

    Forward, what was taken before is taken again; what was not is trained, as by `PlayEpoch`.
    """

    epochs: int


@dataclass(frozen=True)
class GoTo:
    """Pause, and be at a step taken before; None for the newest."""

    step: int | None


@dataclass(frozen=True)
class Recall:
    """Tell W and B of a step taken before, and stay where the run is."""

    step: int


@dataclass(frozen=True)
class Ask:
    """Answer a question about the run as it is now; it goes on as it did."""

    question: Question


@dataclass(frozen=True)
class SetSpeed:
    """Steps a second while playing; None for as fast as it goes."""

    steps_per_second: float | None


@dataclass(frozen=True)
class SetLearningRate:
    """Use another η from here on."""

    value: float


@dataclass(frozen=True)
class SetBatchSize:
    """Use mini-batches of another size from here on."""

    value: int


@dataclass(frozen=True)
class ChangeRecipe:
    """Do other steps from here on: one change of the run, whatever it is of.

    ``options`` are names and values of `core.recipe.RecipeOptions`.
    """

    options: tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class SetParameter:
    """Pause, and set a weight or a bias to a value: an edit, which is a change of the run.

    Attributes
    ----------
    layer, neuron : int
        Where the weight leads, the layer 1 or later.
    origin : int or None
        The neuron of the layer before where it comes from; None for the bias.
    value : float
    goes_on : bool
        Whether it takes the place of the last such edit, as while dragging.
    """

    layer: int
    neuron: int
    origin: int | None
    value: float
    goes_on: bool = False


@dataclass(frozen=True)
class GiveUp:
    """Pause, and take back what the newest drag has set, where nothing was changed since."""


@dataclass(frozen=True)
class DrawAnew:
    """Pause, and give a neuron's weights and bias fresh start values."""

    layer: int
    neuron: int


@dataclass(frozen=True)
class SetFrozen:
    """Let learning leave these parts alone from here on, and no others."""

    parts: tuple[Part, ...]


@dataclass(frozen=True)
class SetHeld:
    """Hold these neurons at a value from here on, and no others."""

    held: tuple[Held, ...]


@dataclass(frozen=True)
class Undo:
    """Pause, and take back the newest change, with the steps that were taken since."""


@dataclass(frozen=True)
class Redo:
    """Pause, and make again what was undone last."""


@dataclass(frozen=True)
class SwitchTo:
    """Pause, and be on another branch, by its number: at a step of it, None for its newest."""

    branch: int
    step: int | None = None


@dataclass(frozen=True)
class NameBranch:
    """Call a branch something; empty for no name."""

    branch: int
    name: str


@dataclass(frozen=True)
class DeleteBranch:
    """Forget a branch, which must not be the one that the run is on."""

    branch: int


@dataclass(frozen=True)
class Restart:
    """Begin a new run with the present recipe; None keeps the seed.

    The run that it replaces is put aside, if it has a step, in the place of one before it.
    """

    seed: int | None = None


@dataclass(frozen=True)
class BringBack:
    """Pause, and exchange the run for the one that was put aside."""


@dataclass(frozen=True)
class Open:
    """Go on with a saved run; where it cannot be opened, with the present one as before."""

    path: Path


@dataclass(frozen=True)
class ShowExample:
    """Choose the example that the network is shown.

    ``move`` is where to look from the present one; "stay" keeps it if it fits the rest.
    ``index``, counted from 0 in the split, chooses that very example, whatever the rest says.
    """

    move: Literal["next", "previous", "random", "stay"]
    split: Split = "test"
    digit: int | None = None
    misread_only: bool = False
    index: int | None = None


@dataclass(frozen=True)
class Rebuild:
    """Take these steps again: sent to a new process after another one died.

    ``began_with`` is as in `RunDescription`.
    """

    began_with: Recipe | Start | None
    changes: tuple[Change, ...]
    length: int
    position: int
    example: ShownExample


@dataclass(frozen=True)
class Save:
    """Save the run as a file."""

    path: Path


@dataclass(frozen=True)
class KeepIn:
    """Keep the run in this file from now on, less than a second behind what it is."""

    path: Path


@dataclass(frozen=True)
class ExportWeights:
    """Save W and B of a step taken before, for other programs; the run goes on as it did."""

    path: Path
    step: int


@dataclass(frozen=True)
class ExportCosts:
    """Save C of every step up to now as a table; the run goes on as it did."""

    path: Path


Export = ExportWeights | ExportCosts


@dataclass(frozen=True)
class ImportWeights:
    """Begin a new run with the weights of a file, on the present data, by the present recipe.

    What becomes of the run before is as with `Restart`; where the weights cannot be used, it
    goes on as it did.
    """

    path: Path


@dataclass(frozen=True)
class Quit:
    """End."""


Command = (
    Attach
    | Taken
    | Play
    | PlayEpoch
    | PlayUntil
    | Pause
    | Move
    | MoveEpochs
    | GoTo
    | Recall
    | Ask
    | SetSpeed
    | SetLearningRate
    | SetBatchSize
    | ChangeRecipe
    | SetParameter
    | GiveUp
    | DrawAnew
    | SetFrozen
    | SetHeld
    | Undo
    | Redo
    | SwitchTo
    | NameBranch
    | DeleteBranch
    | Restart
    | BringBack
    | Open
    | ShowExample
    | Rebuild
    | Save
    | KeepIn
    | ExportWeights
    | ExportCosts
    | ImportWeights
    | Quit
)

# -------------------------------------------------------------------- to the window


@dataclass(frozen=True)
class RunDescription:
    """What does not change while a run goes on.

    Attributes
    ----------
    settings : RunSettings
        What it began with.
    sizes : tuple of int
        Neurons per layer, the input first.
    image_shape : tuple of int
        Rows and columns of the input's picture.
    train_count, test_count : int
    is_from_file : bool
        Whether it was saved before, or began with a file's weights; settings alone do not
        bring it back then.
    began_with : Recipe, Start or None
        The recipe of a run that was started again, with the start values where nothing else
        brings them back; None where it is as it was opened.
    file : Path or None
        The file that was opened for it, or for the run that it was started again from.
    identity : int
        A number that no other run has.
    can_bring_back : bool
        Whether a run is put aside, so that `BringBack` can be used.
    """

    settings: RunSettings
    sizes: tuple[int, ...]
    image_shape: tuple[int, int]
    train_count: int
    test_count: int
    is_from_file: bool
    began_with: Recipe | Start | None = None
    file: Path | None = None
    identity: int = 0
    can_bring_back: bool = False


@dataclass(frozen=True)
class Progress:
    """Where the run stands; a snapshot of it lies in shared memory.

    Attributes
    ----------
    sequence : int
        Which snapshot.
    position, length : int
        The present step and the newest one.
    epochs_done : float
    recipe : Recipe
        What the next step does.
    next_learning_rate : float
        η of the next step: what the schedule makes of the one that was set.
    next_cost : float
        C of the next step's mini-batch, whose gradient the snapshot holds.
    playing : bool
    steps_per_second : float
        As measured; 0 while not playing.
    example : ShownExample
    costs_from : int
        Of the costs that the window holds, those before this step still stand.
    costs : ndarray
        The costs of the steps from there on.
    evaluations : dict
        Test results at ends of epochs that lie on this course of events and are new.
    changes : tuple of Change
    until : tuple of Condition
        What it plays until; empty where it waits for nothing.
    undoable, redoable : tuple of Change
        What `Undo` would take back and `Redo` would make again at this step.
    epoch_start : int
        The newest step before the present one at which an epoch began; 0 at the start.
    revision : int
        Which number `Alterations` gives to what the run contains; 0 as it was opened.
    """

    sequence: int
    position: int
    length: int
    epochs_done: float
    recipe: Recipe
    next_learning_rate: float
    next_cost: float
    playing: bool
    steps_per_second: float
    example: ShownExample
    costs_from: int
    costs: FloatArray
    evaluations: dict[int, Evaluation]
    changes: tuple[Change, ...]
    until: tuple[Condition, ...] = ()
    undoable: tuple[Change, ...] = ()
    redoable: tuple[Change, ...] = ()
    epoch_start: int = 0
    revision: int = 0

    @property
    def learning_rate(self) -> float:
        """η as it was set."""
        return self.recipe.learning_rate

    @property
    def batch_size(self) -> int:
        """Examples in the next step's mini-batch, but for an epoch's last."""
        return self.recipe.batch_size


@dataclass(frozen=True)
class Ready:
    """The run is there; the window makes shared memory for it and sends `Attach`."""

    description: RunDescription


@dataclass(frozen=True)
class Measured:
    """Cost and accuracy over all data, with the network of one step.

    ``changes`` are those that this network comes of: see `core.history.that_made`.
    """

    step: int
    train: Evaluation
    test: Evaluation
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Recalled:
    """W and B of the step that was asked for, as one flat vector, float32.

    ``changes`` are those that this network comes of: see `core.history.that_made`.
    """

    step: int
    vector: FloatArray
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Undone:
    """These changes were taken back."""

    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Stopped:
    """A condition that it was played until holds.

    Attributes
    ----------
    condition : Condition
    step : int
        The first step at which it holds, of those at which it is looked at.
    figure : float
        By which it holds; what that is, the condition says.
    began : int
        Where it began to play; ``step`` itself where the condition held already.
    """

    condition: Condition
    step: int
    figure: float
    began: int


@dataclass(frozen=True)
class Saved:
    """The run is saved, as it was at that revision: see `Progress`."""

    path: Path
    revision: int


@dataclass(frozen=True)
class Kept:
    """The run is kept in this file now, for the first time."""

    path: Path


@dataclass(frozen=True)
class Exported:
    """What was asked for is saved."""

    command: Export


@dataclass(frozen=True)
class Imported:
    """The run that was told of last began with the weights of this file.

    Attributes
    ----------
    path : Path
    assumed : tuple of str
        Which of ``"activation"``, ``"cost"`` and ``"bias"`` the file does not tell.
    """

    path: Path
    assumed: tuple[str, ...]


@dataclass(frozen=True)
class Answered:
    """The answer to a question, true of the run at one step."""

    question: Question
    position: int
    answer: object


@dataclass(frozen=True)
class Refused:
    """A command could not be carried out, or the run cannot go on: one sentence why.

    ``command`` is None where no command was at fault.
    """

    error: UserError
    command: Command | None


@dataclass(frozen=True)
class Failed:
    """An unexpected exception; the process goes on if it can."""

    report: str


@dataclass(frozen=True)
class NoRun:
    """There is no run to be had: the data or the settings are at fault. The end."""

    error: UserError


Answer = (
    Answered
    | Branches
    | Ready
    | Progress
    | Measured
    | Recalled
    | Undone
    | Stopped
    | Saved
    | Kept
    | Exported
    | Imported
    | Refused
    | Failed
    | NoRun
)
