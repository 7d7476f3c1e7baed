"""What the timeline says: one sentence for everything that stands there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from core.history import Change
from visualiser.change_words import change_text
from visualiser.commands.key_text import native
from visualiser.commands.keymap import present
from visualiser.number_format import amount, count, fixed
from visualiser.timeline.flags import Flag
from visualiser.timeline.tree import Row
from visualiser.training.branch_news import Branches, BranchInfo
from visualiser.widgets.branch_names import branch_name

# More changes than these are only counted.
_MOST_LISTED = 8


def here(position: int, length: int, epochs: float) -> str:
    """What stands at the handle."""
    if position == 0:
        return _tr("step 0 · untrained")
    if position == length:
        text = _tr("step {step} · epoch {epoch} · newest")
    else:
        text = _tr("step {step} · epoch {epoch}")
    return text.format(step=count(position), epoch=fixed(epochs, 2))


def newest(info: BranchInfo, length: int, is_only: bool) -> str:
    """What stands at the end of the present branch."""
    text = _tr("newest {step}") if is_only else _tr("{name} · newest {step}")
    return text.format(name=branch_name(info), step=count(length))


def end_of(info: BranchInfo) -> str:
    """What stands at the end of another branch."""
    return _tr("{name} · {step}").format(name=branch_name(info), step=count(info.length))


def described(position: int, length: int, epochs: float) -> str:
    """Where the run stands, as a screen reader says it."""
    return _tr("Step {step} of {length}, epoch {epoch}").format(
        step=count(position), length=count(length), epoch=fixed(epochs, 2)
    )


def step_tip(step: int, epochs: float, average: float | None) -> str:
    """What is known of a step of the present branch."""
    text = _tr("Step {step} · epoch {epoch}")
    if average is not None:
        text = _tr("Step {step} · epoch {epoch} · C average {cost}")
    cost = "" if average is None else amount(average)
    return text.format(step=count(step), epoch=fixed(epochs, 2), cost=cost)


def flag_text(flag: Flag, changes: Sequence[Change]) -> str:
    """What stands beside a flag where there is room."""
    if len(flag.changes) == 1:
        return change_text(flag.changes[0], changes)
    return _tr("{count} changes").format(count=count(len(flag.changes)))


def flag_tip(flag: Flag, changes: Sequence[Change]) -> str:
    """All changes of a flag, a line each, and what a click does."""
    lines = _listed(flag.changes, changes)
    lines.append(_tr("Click: go to step {step}.").format(step=count(flag.step)))
    return "\n".join(lines)


def branch_tip(row: Row, branches: Branches) -> str:
    """What a branch is, and what is different on it."""
    info, present = row.info, branches.branches[branches.present]
    text = _tr("{name}: {length} steps, apart from {other} from step {step} on.")
    lines = [
        text.format(
            name=branch_name(info),
            length=count(info.length),
            other=branch_name(present),
            step=count(row.parts_at),
        )
    ]
    same = [a == b for a, b in zip(info.changes, present.changes, strict=False)]
    own = info.changes[[*same, False].index(False) :]
    lines += _listed(own, info.changes) or [_tr("No change was made on it that is only its own.")]
    lines.append(_tr("Click: go to that step of it. Double click: give it another name."))
    return "\n".join(lines)


def more(shown: int, total: int) -> str:
    """What stands below the branches where there are more than are seen."""
    return _tr("{shown} of {total} other branches; the mouse wheel shows the rest").format(
        shown=count(shown), total=count(total)
    )


def hint() -> str:
    """What stands where there is nothing yet."""
    keys = present().keys("play")
    if not keys:
        return _tr("Train, and every step can be gone back to here.")
    text = _tr("Press {key} to train; every step can be gone back to here.")
    return text.format(key=native(keys[0]))


def untrained() -> str:
    """What stands below the beginning."""
    return _tr("untrained")


def epoch(number: int) -> str:
    """What stands below the first beginning of an epoch that is numbered."""
    return _tr("epoch {number}").format(number=count(number))


def whole_tip() -> str:
    """What the timeline is."""
    return _tr(
        "The whole run, step by step: press or drag to go to any step. "
        "Flags are changes; thin lines are other branches."
    )


def _listed(some: Sequence[Change], changes: Sequence[Change]) -> list[str]:
    """A line for each change, and one for all that are too many."""
    lines = [
        _tr("At step {step} {change}").format(
            step=count(change.step), change=change_text(change, changes)
        )
        for change in some[:_MOST_LISTED]
    ]
    rest = len(some) - len(lines)
    if rest:
        lines.append(_tr("and {count} more").format(count=count(rest)))
    return lines


def _tr(text: str) -> str:
    return QCoreApplication.translate("Timeline", text)
