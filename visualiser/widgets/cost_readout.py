"""What the cost plot says of the place that the pointer is at: sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from core.history import Change
from visualiser.change_words import change_text
from visualiser.cost_history import CostHistory
from visualiser.number_format import amount, count, percent
from visualiser.widgets.branch_names import branch_name
from visualiser.widgets.other_branches import BranchPoint, OtherBranch

# Characters of a name.
_LONGEST = 48


def step_text(history: CostHistory, step: int) -> str:
    """What is known of a step that was taken."""
    found = history.evaluations.get(step)
    if found is None:
        text = _tr("Step {step}: C = {cost}, average {average}")
    else:
        text = _tr(
            "Step {step}: C = {cost}, average {average}; test data C = {test}, {share} right"
        )
    return text.format(
        step=count(step),
        cost=amount(float(history.costs[step])),
        average=amount(float(history.averages[step])),
        test=amount(found.cost) if found else "",
        share=percent(found.accuracy) if found else "",
    )


def changes_text(step: int, changes: Sequence[Change]) -> str:
    """What was changed at a step of these changes of the run."""
    made = [change for change in changes if change.step == step]
    template = (
        _tr("At step {step} {change}")
        if len(made) == 1
        else _tr("At step {step} {change}, and {count} changes before it")
    )
    return template.format(
        step=count(step), change=change_text(made[-1], changes), count=count(len(made) - 1)
    )


def branch_text(point: BranchPoint) -> str:
    """Which branch it is, how it did there, and where it and the run parted."""
    branch = point.branch
    return _branch_template(branch).format(
        branch=_title(branch),
        step=count(point.step),
        cost=amount(point.average),
        left=count(branch.parted_at or 0),
        change=change_text(branch.changes[0], branch.info.changes) if branch.changes else "",
    )


def _branch_template(branch: OtherBranch) -> str:
    if branch.parted_at is None:
        return _tr("{branch}: step {step}, average C {cost}")
    if branch.is_ancestor:
        return {
            0: _tr("{branch}: step {step}, average C {cost}; the run left it at step {left}"),
            1: _tr(
                "{branch}: step {step}, average C {cost}; the run left it at step {left}, "
                "where {change}"
            ),
        }.get(
            len(branch.changes),
            _tr(
                "{branch}: step {step}, average C {cost}; the run left it at step {left}, "
                "where {change} and more was changed"
            ),
        )
    return {
        0: _tr("{branch}: step {step}, average C {cost}; it left at step {left}"),
        1: _tr("{branch}: step {step}, average C {cost}; it left at step {left}, where {change}"),
    }.get(
        len(branch.changes),
        _tr(
            "{branch}: step {step}, average C {cost}; it left at step {left}, where {change} "
            "and more was changed"
        ),
    )


def _title(branch: OtherBranch) -> str:
    """What it is called at the beginning of a sentence."""
    name = branch_name(branch.info)
    if branch.info.name:
        name = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
        return _tr("Branch “{name}”").format(name=name)
    return name[:1].upper() + name[1:]


def _tr(text: str) -> str:
    return QCoreApplication.translate("CostPanel", text)
