"""What classes and examples are called in the browser."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visualiser.number_format import count
from visualiser.training.messages import RunDescription
from visualiser.training.shown_example import Split


def class_name(description: RunDescription, label: int) -> str:
    """What a class is called; its number where the data have no name for it."""
    names = description.class_names
    return names[label] if label < len(names) else str(label)


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
