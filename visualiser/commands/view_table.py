"""What can be done with what is seen: the network's picture, windows, help."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visualiser.commands.description import Description, Group


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


def view_group() -> Group:
    """The actions on what the window shows, in the user's language."""
    return Group("view", _tr("View"), (_network(), _beside()))


def window_group() -> Group:
    """The actions on the window and its parts, in the user's language."""
    return Group("window", _tr("Window"), (_size(), _preferences()))


def help_group() -> Group:
    """The actions that explain the program, in the user's language."""
    return Group("help", _tr("Help"), (_tour(), _commands(), _about()))


def _network() -> tuple[Description, ...]:
    return (
        Description(
            "next_lines",
            _tr("Lines show another quantity"),
            _tr("Let the lines show W, W·a, ∂C/∂W, ΔW or W−W′, in turn."),
            ("L",),
            icon="lines",
        ),
        Description(
            "options",
            _tr("How the network is drawn …"),
            _tr("Choose scale, rings, layers and more of the network's picture."),
            ("V",),
            icon="eye",
        ),
        Description(
            "fit",
            _tr("Show the whole network"),
            _tr("Zoom out until all of the network is seen."),
            ("F",),
            icon="fit",
        ),
    )


def _beside() -> tuple[Description, ...]:
    return (
        Description(
            "beside",
            _tr("Compare two runs side by side …"),
            _tr("Show this run beside another one, both at the same step."),
            ("Ctrl+B",),
            icon="beside",
        ),
        Description(
            "over_time",
            _tr("Gradients, saturation, histograms over the run …"),
            _tr("Show what became of every layer’s gradient, W and a."),
            ("Shift+H",),
        ),
        Description(
            "cost_plane",
            _tr("C over a plane …"),
            _tr("Show C over two directions, with the path travelled."),
            ("Shift+C",),
        ),
    )


def _size() -> tuple[Description, ...]:
    return (
        Description(
            "larger",
            _tr("Larger"),
            _tr("Show everything in the window larger, as for a projector."),
            ("Ctrl++", "Ctrl+="),
            why_off=_tr("It is as large as can be."),
        ),
        Description(
            "smaller",
            _tr("Smaller"),
            _tr("Show everything in the window smaller."),
            ("Ctrl+-",),
            why_off=_tr("It is as small as can be."),
        ),
        Description(
            "usual_size",
            _tr("Usual size"),
            _tr("Show everything in the window as large as the desktop has it."),
            ("Ctrl+0",),
            why_off=_tr("It has its usual size."),
        ),
    )


def _preferences() -> tuple[Description, ...]:
    return (
        Description(
            "preferences",
            _tr("Preferences …"),
            _tr("Choose theme, language, size, colours, numbers and more."),
            ("Ctrl+,",),
        ),
    )


def _tour() -> tuple[Description, ...]:
    return (
        Description(
            "tour",
            _tr("Tour"),
            _tr("Read short chapters and do them in this window; or close them."),
            ("G",),
        ),
        Description(
            "open_tour",
            _tr("Open a tour …"),
            _tr("Read chapters that somebody has written, from a folder."),
            ("Ctrl+Shift+G",),
        ),
    )


def _commands() -> tuple[Description, ...]:
    return (
        Description(
            "palette",
            _tr("Find a command …"),
            _tr("Type a few letters of what you want to do, and do it."),
            ("Ctrl+Shift+P",),
            icon="search",
        ),
        Description(
            "keys",
            _tr("Keys …"),
            _tr("List every command with its keys, and choose other keys."),
            ("F1", "?"),
            icon="keyboard",
        ),
    )


def _about() -> tuple[Description, ...]:
    return (
        Description(
            "about",
            _tr("About this program …"),
            _tr("Show version and licence, and where settings and log are kept."),
            icon="info",
        ),
    )
