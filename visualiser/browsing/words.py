"""What classes and examples are called in the browser."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from visualiser.number_format import count
from visualiser.training.messages import RunDescription
from visualiser.training.shown_example import ShownExample, Split


def class_name(description: RunDescription, label: int) -> str:
    """What a class is called; its number where the data have no name for it."""
    names = description.class_names
    return names[label] if label < len(names) else str(label)


def example_name(example: ShownExample) -> str:
    """What an example is called at the beginning of a sentence."""
    if example.own is not None:
        return example.own.name
    text = QCoreApplication.translate("Browsing", "Example {index}")
    return text.format(index=count(example.index))


def in_network(example: ShownExample) -> tuple[str, str]:
    """Which example the network is shown, at length and in short; HTML."""
    if example.own is not None:
        text = QCoreApplication.translate("Browsing", "In the network: {name}")
        name = escape(example.own.name)
        return text.format(name=name), name
    text = (
        QCoreApplication.translate("Browsing", "In the network: training example {index}")
        if example.split == "train"
        else QCoreApplication.translate("Browsing", "In the network: test example {index}")
    )
    return text.format(index=count(example.index)), escape(example_name(example))


def as_tip(text: str) -> str:
    """A plain text as a tooltip: as it stands, whatever the names in it look like."""
    return f"<qt>{escape(text)}</qt>"


def class_count(description: RunDescription) -> int:
    """How many classes there are; one output alone tells two apart."""
    return max(2, description.sizes[-1])


def example_count(description: RunDescription, split: Split) -> int:
    """How many examples a split has."""
    return description.train_count if split == "train" else description.test_count


def as_of(step: int) -> str:
    """Of which step something is true."""
    text = QCoreApplication.translate("Browsing", "as of step {step}")
    return text.format(step=count(step))


def no_classes() -> str:
    """Why nothing is right or wrong."""
    return QCoreApplication.translate(
        "Browsing",
        "These data have no classes: their targets are numbers to come near to, so no example "
        "is read right or wrong.",
    )
