"""What a .ts file of Qt's holds."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Message:
    """A text with its translation.

    Attributes
    ----------
    context, source, translation : str
    is_finished : bool
        Whether somebody has said that it is translated.
    """

    context: str
    source: str
    translation: str
    is_finished: bool


def read_ts(path: Path) -> Iterator[Message]:
    """All messages of a file."""
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 (see above)
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translated = message.find("translation")
            text = "" if translated is None else translated.text or ""
            kind = "" if translated is None else translated.get("type", "")
            yield Message(name, message.findtext("source", ""), text, bool(text) and not kind)
