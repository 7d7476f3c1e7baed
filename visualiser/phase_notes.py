"""What the inspector says of itself while phases are shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visualiser.number_format import count
from visualiser.phase_view import PhaseView
from visualiser.selection import Selection


def inspector_note(view: PhaseView, selection: Selection) -> str:
    """How its numbers differ from the picture's; empty where none are of another digit."""
    step = view.step
    if view.keeps_secret:
        return _tr("Guess first, below the network: what stands here would give it away.")
    # The page of the whole network shows no digit's numbers.
    if selection is None or step is None or step.followed is not None or view.phase.kind == "done":
        return ""
    example = step.snapshot.progress.example
    if example.own is not None:
        text = _tr(
            "The phases show the mean of {count} examples; here, a, S and W·a are those of the "
            "input “{name}”. Click one of the mini-batch to see the same in both."
        )
        return text.format(count=count(step.count), name=example.own.name)
    text = (
        _tr(
            "The phases show the mean of {count} examples; here, a, S and W·a are those of test "
            "example {index}. Click one of the mini-batch to see the same in both."
        )
        if example.split == "test"
        else _tr(
            "The phases show the mean of {count} examples; here, a, S and W·a are those of "
            "training example {index}. Click one of the mini-batch to see the same in both."
        )
    )
    return text.format(count=count(step.count), index=count(example.index))


def _tr(text: str) -> str:
    return QCoreApplication.translate("PhaseNotes", text)
