"""What the window asks of the training process.

Messages: see `visualiser.training.messages`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from core.history import Change
from core.parameters import FloatArray
from core.recipe import Recipe
from core.run_settings import RunSettings
from visualiser.training.change_commands import (
    ChangeRecipe,
    DeleteBranch,
    DrawAnew,
    GiveUp,
    NameBranch,
    Redo,
    SetBatchSize,
    SetFrozen,
    SetHeld,
    SetLearningRate,
    SetParameter,
    Undo,
)
from visualiser.training.conditions import Condition
from visualiser.training.questions import Question
from visualiser.training.shown_example import ShownExample, Split


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
class StopAnswering:
    """Answer a question no more that takes long; what is told of it already stands."""

    question: Question


@dataclass(frozen=True)
class SetSpeed:
    """Steps a second while playing; None for as fast as it goes."""

    steps_per_second: float | None


@dataclass(frozen=True)
class SwitchTo:
    """Pause, and be on another branch, by its number: at a step of it, None for its newest."""

    branch: int
    step: int | None = None


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
class Visit:
    """Pause, and be at a step of a run with these settings and no changes.

    Where the present run is such a one, it is moved, and goes on as far as it must. Else the
    run that is the user's own is put aside for as long as such runs are visited, whatever is in
    it, and `BringBack` returns to it; a visited run is not kept once another takes its place.
    """

    settings: RunSettings
    step: int


@dataclass(frozen=True)
class Open:
    """Go on with a saved run; where it cannot be opened, with the present one as before."""

    path: Path


@dataclass(frozen=True)
class Begin:
    """Load other data and begin a new run with it.

    What becomes of the run before is as with `Restart`; where there is no such run to be had, or
    `StopLoading` comes first, it goes on as it did.
    """

    settings: RunSettings


@dataclass(frozen=True)
class StopLoading:
    """Give up the data that is being loaded; nothing happens where none is."""


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


@dataclass(frozen=True, eq=False)
class ShowOwn:
    """Show the network an input that is not of the data.

    Attributes
    ----------
    inputs : ndarray, shape (N_0,), float32
    label : int or None
        What it truly is; None where nobody has said so.
    name : str
        What it is called, in the user's language.
    """

    inputs: FloatArray
    label: int | None
    name: str

    @staticmethod
    def again(example: ShownExample) -> ShowOwn:
        """The command that shows this input, which is the user's own, once more."""
        if example.own is None:
            raise ValueError("an example of the data is shown by ShowExample")
        return ShowOwn(example.own.inputs, example.label, example.own.name)


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
    """Keep the run in this file from now on, less than a second behind what it is.

    With None it is kept no more: the file that it was kept in can be deleted once `Kept` says so.
    """

    path: Path | None


@dataclass(frozen=True)
class SetHistoryMemory:
    """Let the states of this run which are kept for going back take so many bytes."""

    size: int


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
class LetGo:
    """Answer `LetGone`, and wait as things are, taking no step, until `Describe` comes.

    What else comes meanwhile is obeyed after that.
    """


@dataclass(frozen=True)
class Describe:
    """Tell of the run from the start, as to a window that knows nothing of it, and go on."""


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
    | StopAnswering
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
    | Visit
    | Open
    | Begin
    | StopLoading
    | ShowExample
    | ShowOwn
    | Rebuild
    | Save
    | KeepIn
    | SetHistoryMemory
    | ExportWeights
    | ExportCosts
    | ImportWeights
    | LetGo
    | Describe
    | Quit
)
