"""What a run is played until, in words: while it plays, and once it has stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from visualiser.number_format import amount, count, fixed, plain, read, significant
from visualiser.training.conditions import (
    AVERAGED_STEPS,
    AccuracyAbove,
    Condition,
    CostBelow,
    CostRises,
    NeuronSaturated,
    ShownRecognised,
    StepReached,
)
from visualiser.training.messages import Stopped

# As many digits as a float has.
_MOST_DIGITS = 17


class Words(NamedTuple):
    """What is said of a condition of one kind.

    Attributes
    ----------
    awaited : callable
        Of the condition, what is waited for: "C < 0.1".
    met : callable
        Of the condition and a `Stopped`, why it has stopped.
    met_already : callable
        Of the same, why no step was taken.
    """

    awaited: Callable[[Any], str]
    met: Callable[[Any, Stopped], str]
    met_already: Callable[[Any, Stopped], str]


def awaited(condition: Condition) -> str:
    """What is waited for, in few words: "C < 0.1"."""
    return WORDS[type(condition)].awaited(condition)


def awaited_all(conditions: Iterable[Condition]) -> str:
    """All that is waited for, of which the first counts."""
    found = [awaited(condition) for condition in conditions]
    text = found[0] if found else ""
    for more in found[1:]:
        text = _tr("{first} or {second}").format(first=text, second=more)
    return text


def why_stopped(stopped: Stopped, class_names: Sequence[str] = ()) -> str:
    """Why a run has stopped, or has not begun to play, in one sentence.

    ``class_names`` are those of the data; none where 0, 1, 2, … are their names.
    """
    if class_names and isinstance(stopped.condition, ShownRecognised):
        return _named_met(stopped.condition, stopped, class_names[int(stopped.figure)])
    words = WORDS[type(stopped.condition)]
    tell = words.met_already if stopped.step == stopped.began else words.met
    return tell(stopped.condition, stopped)


# -------------------------------------------------------------------- C


def _cost_awaited(condition: CostBelow) -> str:
    return _tr("average C < {value}").format(value=_limit(condition.value))


def _cost_met(condition: CostBelow, stopped: Stopped) -> str:
    return _with_average(
        _tr("Stopped at step {step}: C of that step is {cost}, below {value}.")
        if stopped.step == 1
        else _tr(
            "Stopped at step {step}: C, averaged over the last {n} steps, is {cost}, below {value}."
        ),
        condition,
        stopped,
    )


def _cost_met_already(condition: CostBelow, stopped: Stopped) -> str:
    return _with_average(
        _tr("C of the only step is {cost} already, below {value}; no step was taken.")
        if stopped.step == 1
        else _tr(
            "C, averaged over the last {n} steps, is {cost} already, below {value}; "
            "no step was taken."
        ),
        condition,
        stopped,
    )


def _with_average(template: str, condition: CostBelow, stopped: Stopped) -> str:
    return template.format(
        step=count(stopped.step),
        n=count(min(AVERAGED_STEPS, stopped.step)),
        cost=_apart(stopped.figure, condition.value, amount(stopped.figure)),
        value=_limit(condition.value),
    )


# -------------------------------------------------------------------- accuracy


def _accuracy_awaited(condition: AccuracyAbove) -> str:
    return _tr("test accuracy > {value} %").format(value=_limit(condition.value))


def _accuracy_met(condition: AccuracyAbove, stopped: Stopped) -> str:
    return _with_share(
        _tr(
            "Stopped at step {step}: at this end of an epoch {share} % of the test examples are "
            "read right, above {value} %."
        ),
        condition,
        stopped,
    )


def _accuracy_met_already(condition: AccuracyAbove, stopped: Stopped) -> str:
    return _with_share(
        _tr(
            "{share} % of the test examples are read right already, above {value} %; "
            "no step was taken."
        ),
        condition,
        stopped,
    )


def _with_share(template: str, condition: AccuracyAbove, stopped: Stopped) -> str:
    in_percent = 100 * stopped.figure
    return template.format(
        step=count(stopped.step),
        share=_apart(in_percent, condition.value, fixed(in_percent, 1)),
        value=_limit(condition.value),
    )


# -------------------------------------------------------------------- the shown example


def _shown_awaited(condition: ShownRecognised) -> str:
    if condition.steps == 1:
        return _tr("the shown example recognised")
    return _tr("the shown example recognised {n} times in a row").format(n=count(condition.steps))


def _shown_met(condition: ShownRecognised, stopped: Stopped) -> str:
    template = (
        _tr("Stopped at step {step}: the shown example, a {label}, is recognised.")
        if condition.steps == 1
        else _tr(
            "Stopped at step {step}: the shown example, a {label}, is recognised at {n} steps in a "
            "row, this one included."
        )
    )
    return template.format(
        step=count(stopped.step), label=int(stopped.figure), n=count(condition.steps)
    )


def _shown_met_already(condition: ShownRecognised, stopped: Stopped) -> str:
    del condition
    return _tr("The shown example, a {label}, is recognised already; no step was taken.").format(
        label=int(stopped.figure)
    )


def _named_met(condition: ShownRecognised, stopped: Stopped, name: str) -> str:
    """Of an example whose class has a name."""
    if stopped.step == stopped.began:
        text = _tr("The shown example, “{name}”, is recognised already; no step was taken.")
    elif condition.steps == 1:
        text = _tr("Stopped at step {step}: the shown example, “{name}”, is recognised.")
    else:
        text = _tr(
            "Stopped at step {step}: the shown example, “{name}”, is recognised at {n} steps in a "
            "row, this one included."
        )
    return text.format(step=count(stopped.step), name=name, n=count(condition.steps))


# -------------------------------------------------------------------- a neuron


def _neuron_awaited(condition: NeuronSaturated) -> str:
    template = (
        _tr("a neuron of layer {layer} saturated")
        if condition.neuron is None
        else _tr("neuron {neuron} of layer {layer} saturated")
    )
    return template.format(neuron=condition.neuron, layer=condition.layer)


def _neuron_met(condition: NeuronSaturated, stopped: Stopped) -> str:
    return _tr(
        "Stopped at step {step}: neuron {neuron} of layer {layer} is saturated; its σ is nearly "
        "flat on at least 90 % of the test examples."
    ).format(step=count(stopped.step), neuron=int(stopped.figure), layer=condition.layer)


def _neuron_met_already(condition: NeuronSaturated, stopped: Stopped) -> str:
    return _tr(
        "Neuron {neuron} of layer {layer} is saturated already; its σ is nearly flat on at least "
        "90 % of the test examples. No step was taken."
    ).format(neuron=int(stopped.figure), layer=condition.layer)


# -------------------------------------------------------------------- rises


def _rise_awaited(condition: CostRises) -> str:
    if condition.epochs == 1:
        return _tr("test C rises over an epoch")
    return _tr("test C rises over {n} epochs in a row").format(n=count(condition.epochs))


def _rise_met(condition: CostRises, stopped: Stopped) -> str:
    template = (
        _tr("Stopped at step {step}: C of the test data has risen in the last epoch, to {cost}.")
        if condition.epochs == 1
        else _tr(
            "Stopped at step {step}: C of the test data has risen in each of the last {n} "
            "epochs, to {cost}."
        )
    )
    return template.format(
        step=count(stopped.step), n=count(condition.epochs), cost=amount(stopped.figure)
    )


# -------------------------------------------------------------------- a step


def _step_awaited(condition: StepReached) -> str:
    return _tr("step {step}").format(step=count(condition.step))


def _step_met(condition: StepReached, stopped: Stopped) -> str:
    del condition
    return _tr("Stopped at step {step}, as was asked for.").format(step=count(stopped.step))


def _step_met_already(condition: StepReached, stopped: Stopped) -> str:
    return _tr(
        "The run is at step {step} already, so it need not be played until step {wanted}; "
        "no step was taken."
    ).format(step=count(stopped.step), wanted=count(condition.step))


# -------------------------------------------------------------------- tools


def _apart(figure: float, limit: float, usual: str) -> str:
    """A figure as usual, or with more digits where it would look no less or more than the limit."""
    if figure == limit:
        return usual
    wanted = read(_limit(limit))
    for text in (usual, *(significant(figure, n, sign=False) for n in range(4, _MOST_DIGITS))):
        shown = read(text)
        if shown != wanted and (shown < wanted) == (figure < limit):
            return text
    return usual


def _limit(value: float) -> str:
    """A value as it was typed."""
    return plain(value, 15)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Conditions", text)


WORDS: dict[type, Words] = {
    CostBelow: Words(_cost_awaited, _cost_met, _cost_met_already),
    AccuracyAbove: Words(_accuracy_awaited, _accuracy_met, _accuracy_met_already),
    ShownRecognised: Words(_shown_awaited, _shown_met, _shown_met_already),
    NeuronSaturated: Words(_neuron_awaited, _neuron_met, _neuron_met_already),
    # It counts from the start on, so it cannot hold there.
    CostRises: Words(_rise_awaited, _rise_met, _rise_met),
    StepReached: Words(_step_awaited, _step_met, _step_met_already),
}
