"""A pocket calculator: it works out what stands on the screen, and rounds to what is shown."""

from __future__ import annotations

import math
import re

from tests.visualiser.screen import number


def work_out(line: str) -> float:
    """The value of a line such as “−ln(1 − 0.0012)” or “e^−0.5”; ∞ for ln 0."""
    text = re.sub(r"(\d+(?:\.\d+)?)×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)", lambda m: repr(number(m[0])), line)
    text = text.replace("−", "-").replace("·", "*").replace("\u00a0", " ").replace("²", "**2")
    text = re.sub(r"ln (\d\S*)", r"ln(\1)", text)
    text = re.sub(r"e\^(-?[\d.]+)", r"exp(\1)", text)
    names = {"exp": math.exp, "ln": lambda x: math.log(x) if x > 0 else -math.inf}
    return float(eval(text, {"__builtins__": {}}, names))  # noqa: S307 (the screen is ours)


def agrees(line: str, shown: str) -> bool:
    """Whether the line comes to the number that is shown, rounded as it is."""
    decimals = len(shown.partition(".")[2])
    # Halves may be rounded either way in binary.
    return abs(work_out(line) - number(shown)) <= 0.5 * 10.0**-decimals * (1 + 1e-6)


def is_tie(line: str, shown: str) -> bool:
    """Whether the line comes to halfway between two numbers: some round up there, some to even."""
    unit = 10.0 ** -len(shown.partition(".")[2])
    return abs(abs(work_out(line) - number(shown)) - unit / 2) <= 1e-6 * unit
