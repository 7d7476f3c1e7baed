"""What is said of data that was found, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.datasets.finding import Found
from visualiser.number_format import count, plain
from visualiser.sentences import in_a_row


def class_name(found: Found, label: int) -> str:
    """What a class is called."""
    return found.class_names[label] if found.class_names else str(label)


def example_name(found: Found, index: int) -> str:
    """What one of the first examples is."""
    if not found.has_classes:
        return ""
    label = found.picture_labels[index]
    if len(found.class_names) > label or not found.class_names:
        return class_name(found, label)
    return str(label)


def is_picture(found: Found) -> bool:
    """Whether an example can be looked at."""
    return found.image_shape[0] > 1


def counts_text(found: Found) -> str:
    """How many examples there are."""
    if found.class_counts:
        text = _tr("{train} examples to learn from, {test} to test with, of {classes} classes.")
    else:
        text = _tr("{train} examples to learn from, {test} to test with.")
    return text.format(
        train=count(found.train_count),
        test=count(found.test_count),
        classes=count(len(found.class_counts)),
    )


def shape_text(found: Found) -> str:
    """What an example is, and between which numbers its inputs lie."""
    rows, columns = found.image_shape
    raw, became = found.raw_range, found.value_range
    if is_picture(found):
        text = _tr("Each is a picture of {rows}×{columns} pixels.")
    elif found.input_names:
        text = _tr("Each is {columns} numbers: {names}.")
    else:
        text = _tr("Each is {columns} numbers.")
    shape = text.format(rows=count(rows), columns=count(columns), names=_listed(found.input_names))
    if raw == became:
        text = _tr("Their values go from {lowest} to {highest}.")
    else:
        text = _tr(
            "Their values go from {raw_lowest} to {raw_highest}, and become {lowest} to {highest}."
        )
    values = text.format(
        raw_lowest=plain(raw[0]),
        raw_highest=plain(raw[1]),
        lowest=plain(became[0]),
        highest=plain(became[1]),
    )
    return in_a_row((shape, values))


def note_texts(found: Found) -> tuple[str, ...]:
    """What else is to be known."""
    translate = QCoreApplication.translate
    return tuple(translate("Errors", template).format(**values) for template, values in found.notes)


_MOST_NAMES = 7


def _listed(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:_MOST_NAMES])
    return f"{shown}, …" if len(names) > _MOST_NAMES else shown


def _tr(text: str) -> str:
    return QCoreApplication.translate("FoundView", text)
