"""Keys that are no actions: what they do where the focus is. They cannot be changed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True)
class FixedKeys:
    """Some keys, and what they do.

    Attributes
    ----------
    keys : tuple of str
        In Qt's portable text.
    does : str
        In the user's language.
    name : str
        What they are called together, in the user's language; empty where each is named.
    """

    keys: tuple[str, ...]
    does: str
    name: str = ""


@dataclass(frozen=True)
class Place:
    """A part of the program that has keys of its own.

    Attributes
    ----------
    title : str
        In the user's language.
    keys : tuple of FixedKeys
    """

    title: str
    keys: tuple[FixedKeys, ...]


_ARROWS = ("Left", "Right", "Up", "Down")


def _tr(text: str) -> str:
    return QCoreApplication.translate("FixedKeys", text)


def _arrows(does: str) -> FixedKeys:
    return FixedKeys(_ARROWS, does, _tr("the arrow keys"))


def places() -> tuple[Place, ...]:
    """All parts that have keys of their own, in the user's language."""
    return (
        Place(_tr("Everywhere"), _everywhere()),
        Place(_tr("In the network"), _network()),
        Place(_tr("In the timeline"), _timeline()),
        Place(_tr("In the cost plot"), _cost_plot()),
        Place(_tr("In a field for a number"), _field()),
        Place(_tr("In curves and maps"), _curves()),
        Place(_tr("In the drawing pad"), _pad()),
        Place(_tr("In the window of examples"), _browser()),
        Place(_tr("In the window of two runs"), _beside()),
    )


def _everywhere() -> tuple[FixedKeys, ...]:
    return (
        FixedKeys(("Tab", "Shift+Tab"), _tr("Move the focus on or back.")),
        FixedKeys(("Return",), _tr("Press the button that has the focus, or open its list.")),
        FixedKeys(("Esc",), _tr("Close what is open, or give up what was begun.")),
        FixedKeys(("Ctrl+C",), _tr("Copy the number or the table that has the focus.")),
        FixedKeys(("F10",), _tr("Open the menu of the program.")),
        FixedKeys(("Menu", "Shift+F10"), _tr("Open the menu of what has the focus.")),
    )


def _network() -> tuple[FixedKeys, ...]:
    return (
        _arrows(_tr("Select the next neuron in that direction.")),
        FixedKeys(("+", "-"), _tr("Zoom in or out, about the selected neuron.")),
        FixedKeys(("Esc",), _tr("Select nothing, and compare with nothing.")),
    )


def _timeline() -> tuple[FixedKeys, ...]:
    return (
        FixedKeys(("Up", "Down"), _tr("Mark another branch.")),
        FixedKeys(("Return",), _tr("Go to the branch that is marked.")),
        FixedKeys(("F2",), _tr("Give the branch a name.")),
        FixedKeys(("PgUp", "PgDown"), _tr("Go to the change before or after this step.")),
    )


def _cost_plot() -> tuple[FixedKeys, ...]:
    return (
        FixedKeys(("Alt+Left", "Alt+Right"), _tr("Move the cursor by a pixel.")),
        FixedKeys(("Alt+Shift+Left", "Alt+Shift+Right"), _tr("Move the cursor by many pixels.")),
        FixedKeys(
            ("Alt+Home", "Alt+End"), _tr("Move the cursor to the first or last step in view.")
        ),
        FixedKeys(
            ("Alt+PgUp", "Alt+PgDown"), _tr("Move the cursor to the mark before or after it.")
        ),
        FixedKeys(("Alt+Up", "Alt+Down"), _tr("Zoom in or out, about the cursor.")),
        FixedKeys(("Return",), _tr("Go to the step where the cursor is.")),
        FixedKeys(("Esc",), _tr("Put the cursor away.")),
    )


def _field() -> tuple[FixedKeys, ...]:
    return (
        FixedKeys(("Up", "Down"), _tr("Make the number a little larger or smaller.")),
        FixedKeys(("F2", "Return"), _tr("Type a number.")),
        FixedKeys(("Esc",), _tr("Let the number be what it was.")),
    )


def _curves() -> tuple[FixedKeys, ...]:
    return (
        FixedKeys(("Left", "Right"), _tr("Move along the curve.")),
        _arrows(_tr("Move the point on the map of the plane.")),
        FixedKeys(("PgUp", "PgDown"), _tr("On a curve over the run, move to the next point.")),
        FixedKeys(("Return",), _tr("Go to the step that is marked on it.")),
    )


def _pad() -> tuple[FixedKeys, ...]:
    return (
        FixedKeys(("Ctrl+Z",), _tr("Take the last stroke back.")),
        FixedKeys(("Ctrl+Y", "Ctrl+Shift+Z"), _tr("Draw the stroke again.")),
        FixedKeys(("Ctrl+V",), _tr("Put the copied picture on the page.")),
        FixedKeys(("Del",), _tr("Clear the page; in the list of kept digits, drop one.")),
    )


def _browser() -> tuple[FixedKeys, ...]:
    return (
        _arrows(_tr("Mark the next example in that direction.")),
        FixedKeys(("PgUp", "PgDown"), _tr("Go a page up or down.")),
        FixedKeys(("Home", "End"), _tr("Go to the first or to the last example.")),
        FixedKeys(("Return",), _tr("Show the network the example that is marked.")),
        FixedKeys(("Ctrl+W", "Esc"), _tr("Close the window.")),
    )


def _beside() -> tuple[FixedKeys, ...]:
    return (
        FixedKeys(("F11",), _tr("Fill the screen with it, or no longer.")),
        FixedKeys(("Ctrl+W",), _tr("Close the window, and end both runs.")),
    )
