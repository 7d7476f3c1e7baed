"""What the training process tells the window.

Messages: see `visualiser.training.messages`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.errors import UserError
from core.history import Change
from core.metrics import Evaluation
from core.parameters import FloatArray
from core.recipe import Recipe
from core.run_settings import RunSettings
from visualiser.training.branch_news import Branches
from visualiser.training.commands import Command, Export, Start
from visualiser.training.conditions import Condition
from visualiser.training.questions import Part, Question
from visualiser.training.shown_example import ShownExample


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
        Rows and columns of the input's picture; (1, N_0) where it is none.
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
    repeats : bool
        Whether its steps, taken again on this machine, are the same bit for bit.
    class_names, input_names, has_classes
        As in `core.Dataset`.
    is_visit : bool
        Whether it is one that `Visit` has begun, in the place of the user's own.
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
    repeats: bool = True
    class_names: tuple[str, ...] = ()
    input_names: tuple[str, ...] = ()
    has_classes: bool = True
    is_visit: bool = False

    @property
    def shows_digits(self) -> bool:
        """Whether its examples are called digits; else they are examples, and of classes."""
        return self.has_classes and not (self.class_names or self.input_names)

    def class_name(self, label: int) -> str:
        """What a class is called."""
        return self.class_names[label] if self.class_names else str(label)


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
        The costs of the steps from there on; where they are very many, those of the first, and
        the next snapshot brings more.
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
    """The run is kept in this file now, for the first time; with None, in none any more."""

    path: Path | None


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
class Loading:
    """Data is being loaded: of this source, so much is done, from 0 to 1."""

    source: str
    share: float


@dataclass(frozen=True)
class Begun:
    """The run that was told of last is the one that `Begin` asked for."""

    settings: RunSettings


@dataclass(frozen=True)
class LoadingStopped:
    """Loading was given up; the run goes on as before."""


@dataclass(frozen=True)
class Answered:
    """The answer to a question, true of the run at one step."""

    question: Question
    position: int
    answer: object


@dataclass(frozen=True)
class PartlyAnswered:
    """A part of the answer to a question that takes long, about the run at one step."""

    question: Question
    position: int
    part: Part


@dataclass(frozen=True)
class Refused:
    """A command could not be carried out, or the run cannot go on: one sentence why.

    ``command`` is None where no command was at fault.
    """

    error: UserError
    command: Command | None


@dataclass(frozen=True)
class LetGone:
    """`LetGo` was obeyed: nothing more is told until `Describe` comes."""


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
    | PartlyAnswered
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
    | Loading
    | Begun
    | LoadingStopped
    | Refused
    | LetGone
    | Failed
    | NoRun
)
