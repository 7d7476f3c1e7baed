"""Looking back: what was true of the network at many steps of a run, which stays where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from core.history import Branch, Segment
from core.network import Network, checked_activations
from core.parameters import FloatArray
from core.replay_time import largest_batch, replayed_in
from core.run import Run

Found = TypeVar("Found")

# Seconds. A run that is replayed within this is looked at between its checkpoints as well.
_REPLAY = 0.025


def look_back(run: Run, steps: Iterable[int], read: Callable[[Network], Found]) -> list[Found]:
    """What ``read`` finds in the network of each of these steps, in ascending order.

    Each is exactly what `Run.go_to` leads to, but for the present one: that is the network
    as it is, with what a script has set by hand. A step that a checkpoint holds costs a
    copy; between checkpoints, the run is replayed from one step to the next.

    Parameters
    ----------
    run : Run
        Is where it was afterwards, exactly.
    steps : iterable of int
        Of the branch that the run is on.
    read : callable
        Given the network of a step; it must neither keep nor change it.

    Raises
    ------
    SettingError
        Where that many steps have not been taken.
    """
    here, spare = run.position, run.network.copy()
    found = {here: read(run.network)}
    wanted = sorted(set(steps))
    with run.unmoved():
        for step in wanted:
            if step != here:
                found[step] = read(_network_at(run, step, spare))
    return [found[step] for step in wanted]


def spacing_for(run: Run, most: int) -> int:
    """How far apart, in steps, at most ``most`` points lie at which looking back is quick.

    1, 2, 5, 10, … steps for a run that is quickly replayed; else as many times the spacing
    of its checkpoints.
    """
    is_quick = run.length <= _quickly_replayed(run)
    return _round_spacing(run, most, 1 if is_quick else run.branch.checkpoints.spacing)


def spacing_one_by_one(run: Run, most: int) -> int:
    """The same for who looks at one step after the other, and lets others work in between.

    1, 2, 5, 10, … steps where a run is quickly replayed from one checkpoint to the next.
    """
    between = run.branch.checkpoints.spacing
    return _round_spacing(run, most, 1 if between <= _quickly_replayed(run) else between)


def _quickly_replayed(run: Run) -> int:
    size, batch_size = run.network.parameters.vector.size, largest_batch(run.branch.segments)
    return replayed_in(_REPLAY, size, batch_size)


def _round_spacing(run: Run, most: int, unit: int) -> int:
    power = 1
    while True:
        for factor in (1, 2, 5):
            spacing = unit * power * factor
            if run.length // spacing < most:
                return spacing
        power *= 10


def _network_at(run: Run, step: int, spare: Network) -> Network:
    stored = _stored(run.branch, step)
    if stored is None:
        run.go_to(step)
        return run.network
    spare.parameters.vector[:] = stored[: spare.parameters.vector.size]
    recipe = _segment(run.branch, step).recipe
    spare.held = recipe.held
    spare.activation_functions = checked_activations(recipe.activation, len(spare.sizes) - 1)
    return spare


def _stored(branch: Branch, step: int) -> FloatArray | None:
    """The state that a checkpoint holds; None where a step must be walked to.

    So it is where something was changed: whether the checkpoint is of before or after the
    change is the walker's to know.
    """
    if any(segment.step == step for segment in branch.segments):
        return None
    return branch.checkpoints.vectors.get(step)


def _segment(branch: Branch, step: int) -> Segment:
    return [s for s in branch.segments if s.step <= step][-1]
