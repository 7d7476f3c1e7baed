"""Keys as text: as they are kept, and as they are read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

# What is held while another key is pressed is none by itself.
_HELD_ONLY = {"Shift", "Control", "Alt", "AltGr", "Meta"}
# With these the focus moves, buttons are pressed and dialogs close, whatever is held.
_FOR_ALL = {"Tab", "Backtab", "Return", "Enter", "Esc"}
# By themselves, these have a use of their own in some parts of the window.
_FOR_PARTS = {
    "Backspace",
    "Del",
    "Up",
    "Down",
    "PgUp",
    "PgDown",
    "+",
    "-",
    "=",
    "F2",
    "F10",
    "Menu",
}


def portable(text: str) -> str | None:
    """The one way in which a key, with what is held, is kept; None where this is no such.

    >>> portable("ctrl+z")
    'Ctrl+Z'
    >>> portable("Ctrl+K, Ctrl+X") is None
    True
    """
    sequence = QKeySequence(text, QKeySequence.SequenceFormat.PortableText)
    key = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    return key if sequence.count() == 1 and key and key not in _HELD_ONLY else None


def is_reserved(key: str) -> bool:
    """Whether a key, in portable text, has its use wherever the focus is, or in some parts."""
    held, name = _parted(key)
    return name in _FOR_ALL or (name in _FOR_PARTS and not held - {"Shift"})


def _parted(key: str) -> tuple[set[str], str]:
    """What is held, and the key that is pressed meanwhile, which may be a plus itself."""
    held, _, name = key[:-1].rpartition("+")
    return set(held.split("+")) - {""}, name + key[-1]


def native(key: str) -> str:
    """A key, in portable text, as this system and language write it."""
    sequence = QKeySequence(key, QKeySequence.SequenceFormat.PortableText)
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def listed(keys: Iterable[str]) -> str:
    """Some keys, in portable text, as a person reads them: “PgUp, Home or End”."""
    *others, last = list(map(native, keys)) or [""]
    if not others:
        return last
    before = others[0]
    for key in others[1:]:
        template = QCoreApplication.translate("Keys", "{keys}, {key}")
        before = template.format(keys=before, key=key)
    return QCoreApplication.translate("Keys", "{keys} or {key}").format(keys=before, key=last)


def with_keys(tip: str, keys: Sequence[str]) -> str:
    """A sentence, and the keys that do what it says, in portable text, where there are any."""
    if not keys:
        return tip
    template = QCoreApplication.translate("Actions", "{tip} Key: {keys}")
    return template.format(tip=tip, keys=listed(keys))
