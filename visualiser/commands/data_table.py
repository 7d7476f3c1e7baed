"""What can be done with data: choose it, draw it, look through it, judge the network by it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visualiser.commands.description import Description, Group


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


def data_group() -> Group:
    """The actions on data, in the user's language."""
    return Group("data", _tr("Data"), (_choosing(), _showing(), _judging()))


def _choosing() -> tuple[Description, ...]:
    return (
        Description(
            "data",
            _tr("Choose data …"),
            _tr("See what data there is, and begin a new run with it."),
            ("Ctrl+D",),
            icon="data",
        ),
    )


def _showing() -> tuple[Description, ...]:
    return (
        Description(
            "draw",
            _tr("Draw …"),
            _tr("Draw a digit of your own, and see what the network answers."),
            ("D",),
            icon="pencil",
        ),
        Description(
            "next_example",
            _tr("Next digit"),
            _tr("Show the network the next example."),
            ("]",),
            repeats=True,
            icon="next",
        ),
        Description(
            "previous_example",
            _tr("Previous digit"),
            _tr("Show the network the previous example."),
            ("[",),
            repeats=True,
            icon="previous",
        ),
        Description(
            "noise",
            _tr("Random noise"),
            _tr("Show the network noise, to see how sure it is of nothing."),
            ("N",),
            icon="noise",
        ),
        Description(
            "pin_example",
            _tr("Pin what is shown"),
            _tr("Keep the shown example in view, or no longer."),
            ("I",),
            icon="pin",
        ),
    )


def _judging() -> tuple[Description, ...]:
    return (
        Description(
            "browse",
            _tr("Browse examples …"),
            _tr("Show all examples as small pictures, and how each is read."),
            ("B",),
            icon="grid",
        ),
        Description(
            "results",
            _tr("Test results …"),
            _tr("Show accuracy, each class's, and what is read as what."),
            ("T",),
            icon="results",
        ),
        Description(
            "over_the_run",
            _tr("The answer over the run …"),
            _tr("Show how the answer to the shown example changed."),
            ("Shift+T",),
        ),
        Description(
            "baselines",
            _tr("What a network must beat …"),
            _tr("Compare it with classifiers that only know what is average."),
            ("Ctrl+Shift+M",),
        ),
    )
