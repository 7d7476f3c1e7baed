"""What a person can choose in the dialog of preferences: its table, and that of the settings.

Each entry becomes a row of the dialog, in this order, made by its kind.
"""

from __future__ import annotations

from visualiser.colour_maps import DEFAULT as DEFAULT_COLOURS
from visualiser.marking import QT_TRANSLATE_NOOP
from visualiser.number_format import DEFAULT_DECIMALS, FEWEST_DECIMALS, MOST_DECIMALS
from visualiser.scales import SCALES, USUAL_SCALE
from visualiser.setting_kinds import (
    Choice,
    ColourChoice,
    Section,
    Setting,
    Store,
    Switch,
    WholeNumber,
)

# Megabytes for the history of a run.
_LEAST_MEMORY, _USUAL_MEMORY, _MOST_MEMORY = 16, 256, 16_384

_APPEARANCE = Section(
    QT_TRANSLATE_NOOP("Settings", "Appearance"),
    QT_TRANSLATE_NOOP("Settings", "How the window looks."),
)
_NUMBERS = Section(
    QT_TRANSLATE_NOOP("Settings", "Numbers"),
    QT_TRANSLATE_NOOP("Settings", "How numbers are written, in the whole window."),
)
_RUNS = Section(
    QT_TRANSLATE_NOOP("Settings", "Runs"),
    QT_TRANSLATE_NOOP("Settings", "What is kept of the run that is shown, and of others after it."),
)


class Preferred(Store):
    """The part of `Settings` that has rows.

    Attributes
    ----------
    theme : {"system", "light", "dark"}
    language : {"system", "en", "zh_CN"}
    scale : int
        How large the whole window is, in per cent.
    colours : str
        The id of the pair of colours for positive and negative numbers: see `colour_maps`.
    reduced_motion : {"desktop", "yes", "no"}
    decimals : int
        With how many decimals numbers are written.
    mark : {"system", "point", "comma"}
        The decimal mark.
    autosave : bool
        Whether the run in progress is kept on disk.
    history_memory : int
        Megabytes that the states of a run which are kept for going back may take.
    """

    theme = Setting(
        "appearance/theme",
        "system",
        Choice(
            (
                ("system", QT_TRANSLATE_NOOP("Settings", "As the desktop")),
                ("light", QT_TRANSLATE_NOOP("Settings", "Light")),
                ("dark", QT_TRANSLATE_NOOP("Settings", "Dark")),
            )
        ),
        _APPEARANCE,
        QT_TRANSLATE_NOOP("Settings", "Theme"),
        QT_TRANSLATE_NOOP("Settings", "Whether the window is light or dark."),
    )
    language = Setting(
        "appearance/language",
        "system",
        Choice(
            (
                ("system", QT_TRANSLATE_NOOP("Settings", "As the desktop")),
                ("en", "English"),
                ("zh_CN", "简体中文"),
            )
        ),
        _APPEARANCE,
        QT_TRANSLATE_NOOP("Settings", "Language"),
        QT_TRANSLATE_NOOP("Settings", "The language of all texts of the program."),
    )
    scale = Setting(
        "appearance/scale",
        USUAL_SCALE,
        Choice(tuple((one, QT_TRANSLATE_NOOP("Settings", "{number} %")) for one in SCALES)),
        _APPEARANCE,
        QT_TRANSLATE_NOOP("Settings", "Size of everything"),
        QT_TRANSLATE_NOOP(
            "Settings", "How large the whole window is drawn: larger for a projector."
        ),
    )
    colours = Setting(
        "appearance/colours",
        DEFAULT_COLOURS,
        ColourChoice(
            (
                ("blue_orange", QT_TRANSLATE_NOOP("Settings", "Blue and orange")),
                ("blue_red", QT_TRANSLATE_NOOP("Settings", "Blue and red")),
                ("violet_orange", QT_TRANSLATE_NOOP("Settings", "Violet and orange")),
            )
        ),
        _APPEARANCE,
        QT_TRANSLATE_NOOP("Settings", "Colours of + and −"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "The colours of what is above and below zero: lines, numbers, pictures and curves.",
        ),
        QT_TRANSLATE_NOOP("Settings", "Each pair is told apart with any kind of colour blindness."),
    )
    reduced_motion = Setting(
        "appearance/reduced_motion",
        "desktop",
        Choice(
            (
                ("desktop", QT_TRANSLATE_NOOP("Settings", "As the desktop")),
                ("yes", QT_TRANSLATE_NOOP("Settings", "Yes, nothing glides or glows")),
                ("no", QT_TRANSLATE_NOOP("Settings", "No, show all motion")),
            )
        ),
        _APPEARANCE,
        QT_TRANSLATE_NOOP("Settings", "Reduced motion"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "Whether changes are shown at once, instead of gliding from one to the next.",
        ),
    )
    decimals = Setting(
        "numbers/decimals",
        DEFAULT_DECIMALS,
        WholeNumber(FEWEST_DECIMALS, MOST_DECIMALS),
        _NUMBERS,
        QT_TRANSLATE_NOOP("Settings", "Decimals"),
        QT_TRANSLATE_NOOP("Settings", "How many digits are written after the decimal mark."),
    )
    mark = Setting(
        "numbers/mark",
        "system",
        Choice(
            (
                ("system", QT_TRANSLATE_NOOP("Settings", "As the desktop")),
                ("point", QT_TRANSLATE_NOOP("Settings", "Point: 0.5")),
                ("comma", QT_TRANSLATE_NOOP("Settings", "Comma: 0,5")),
            )
        ),
        _NUMBERS,
        QT_TRANSLATE_NOOP("Settings", "Decimal mark"),
        QT_TRANSLATE_NOOP("Settings", "What stands between the whole part and the decimals."),
    )
    autosave = Setting(
        "runs/autosave",
        True,
        Switch(
            QT_TRANSLATE_NOOP(
                "Settings",
                "Nothing is kept: what you have not saved is lost if the program is killed.",
            )
        ),
        _RUNS,
        QT_TRANSLATE_NOOP("Settings", "Keep the run on disk while it goes on"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "Every second, so that little is lost where the program or the computer fails.",
        ),
    )
    history_memory = Setting(
        "runs/history_memory",
        _USUAL_MEMORY,
        WholeNumber(_LEAST_MEMORY, _MOST_MEMORY, 64, QT_TRANSLATE_NOOP("Settings", "MB")),
        _RUNS,
        QT_TRANSLATE_NOOP("Settings", "Memory for going back"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "How much memory the states of a run may take that are kept for going back.",
        ),
        QT_TRANSLATE_NOOP(
            "Settings", "The less there is, the longer it takes to go back; no step is lost."
        ),
    )
