"""Operations: calls with their arguments, written down once and carried out in every step.

What a step does is the same each time, in the same arrays. So it is planned once; to carry
out a plan takes a third of the time that finding out what comes next would.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

# A function, such as a ufunc or the product of an array, and its arguments, of which the
# last is as a rule the array to write into.
Operation = tuple[Callable[..., Any], tuple[Any, ...]]


def perform(operations: Iterable[Operation]) -> None:
    """Carry them out, one after the other."""
    for operate, arguments in operations:
        operate(*arguments)
