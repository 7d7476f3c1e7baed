"""Numbers of weights and biases as they are typed: read, written with all digits, stepped."""

from __future__ import annotations

import math
import re

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.edits import LARGEST_EDIT
from visualiser.number_format import count, style, typed

# The least that a step changes; and how much of what was typed a refusal repeats.
_STEP = 0.01
_LONGEST = 24
# Marks that can only stand between thousands: several of them, or one before another mark.
_GROUPED = {
    ",": re.compile(r"[+-]?\d{1,3}(,\d{3})+(,\d{3}|\.\d*)"),
    ".": re.compile(r"[+-]?\d{1,3}(\.\d{3})+(\.\d{3}|,\d*)"),
}
_SPACES = re.compile(r"\s")
# How the window writes what no key has: a true minus, powers of ten.
_AS_KEYS = str.maketrans("−⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "--0123456789")


def as_typed(number: float) -> str:
    """A float32 with as few digits as tell it from all others, as it can be typed."""
    return style().localised(str(np.float32(number))) if math.isfinite(number) else ""


def read_number(text: str, letter: str) -> tuple[float | None, str]:
    """The number that was typed, or None and why it cannot be taken.

    Comma and point are decimal marks, unless one can only stand between thousands. What the
    window writes, as −1.5×10⁻⁶, can be pasted.
    """
    shown = text.strip()
    shown = shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
    try:
        number = float(_as_python_has_it(text.strip()))
    except ValueError:
        number = math.nan
    if abs(number) <= LARGEST_EDIT:
        return number, ""
    if not shown:
        refusal = QCoreApplication.translate(
            "ValueField",
            "Nothing is typed; type a number for {letter} from −1,000,000 to 1,000,000, "
            "for instance 0.5.",
        )
    elif math.isnan(number):
        refusal = QCoreApplication.translate(
            "ValueField",
            "“{text}” is no number; type a number for {letter} from {least} to {most}, "
            "for instance {example}.",
        )
    else:
        refusal = QCoreApplication.translate(
            "ValueField",
            "“{text}” is too large for {letter}; type a number from {least} to {most}.",
        )
    return None, refusal.format(
        text=shown,
        letter=letter,
        least=count(-LARGEST_EDIT),
        most=count(LARGEST_EDIT),
        example=typed(0.5),
    )


def _as_python_has_it(text: str) -> str:
    text = _SPACES.sub("", text.translate(_AS_KEYS)).replace("×10", "e")
    for mark, grouped in _GROUPED.items():
        if grouped.fullmatch(text):
            text = text.replace(mark, "")
    return text.replace(",", ".")


def stepped(number: float, steps: int) -> float:
    """A number so many steps on, where a step is a hundredth of its power of ten."""
    if not math.isfinite(number):
        return 0.0
    size = abs(number)
    step = max(_STEP, 10.0 ** (math.floor(math.log10(size)) - 2)) if size else _STEP
    return number + steps * step
