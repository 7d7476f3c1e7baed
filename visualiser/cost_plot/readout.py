"""What the cost plot says of the place that the pointer is at: sentences."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from core.history import Change
from core.metrics import Evaluation
from visualiser.change_words import change_text
from visualiser.cost_plot.other_branches import BranchPoint, OtherBranch
from visualiser.number_format import amount, count, fixed, percent
from visualiser.widgets.branch_names import branch_name

# Characters of a name.
_LONGEST = 48


@dataclass(frozen=True)
class StepFacts:
    """What is known of a step of the run.

    Attributes
    ----------
    step : int
    epochs : float or None
        Those gone by before it; None where that is not known.
    cost, average : float
    covered : int
        The steps that the average covers.
    test : Evaluation or None
        Of the network before the step; None where it was not evaluated.
    training : Evaluation or None
        The same of all training data.
    """

    step: int
    epochs: float | None
    cost: float
    average: float
    covered: int
    test: Evaluation | None = None
    training: Evaluation | None = None


def step_text(facts: StepFacts) -> str:
    """What is known of a step that was taken; in two lines where data was evaluated there."""
    text = (
        _tr("Step {step}: C = {cost}; average of the last {n}: {average}")
        if facts.epochs is None
        else _tr("Step {step}, epoch {epoch}: C = {cost}; average of the last {n}: {average}")
    ).format(
        step=count(facts.step),
        epoch=fixed(facts.epochs or 0.0, 2),
        cost=amount(facts.cost),
        average=amount(facts.average),
        n=count(facts.covered),
    )
    return "\n".join([text, *_results(facts)])


def _results(facts: StepFacts) -> list[str]:
    test, training = facts.test, facts.training
    found = []
    if test is not None:
        template = (
            _tr("Test data: C = {cost}, {share} read right")
            if math.isfinite(test.accuracy)
            else _tr("Test data: C = {cost}")
        )
        found.append(template.format(cost=amount(test.cost), share=percent(test.accuracy)))
    if training is not None:
        template = _tr("All training data: C = {cost}, {share} read right")
        found.append(template.format(cost=amount(training.cost), share=percent(training.accuracy)))
    return found


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
    if branch.is_run:
        return name
    if branch.info.name:
        name = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
        return _tr("Branch “{name}”").format(name=name)
    return name[:1].upper() + name[1:]


def _tr(text: str) -> str:
    return QCoreApplication.translate("CostPanel", text)
