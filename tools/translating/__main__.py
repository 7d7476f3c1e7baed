"""Translations, by Qt's own tools: ``python -m tools.translating update`` or ``compile``.

``update`` has lupdate bring the .ts files up to date with the texts in the source, and says what
is still to be translated; Qt Linguist edits them. ``compile`` makes what the program loads of
them. The tools come with PySide6-Essentials.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import PySide6

from tools.translating.texts import Text, collect
from tools.translating.ts_file import read_ts

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "assets" / "translations"
PACKAGES = ("core", "visualiser")
LANGUAGES = ("zh_CN",)


def main() -> int:
    """Do what the command line says; 1 where texts are left to translate."""
    parser = argparse.ArgumentParser("tools.translating", description=__doc__)
    parser.add_argument("what", choices=("update", "compile"))
    if parser.parse_args().what == "compile":
        for language in LANGUAGES:
            release(ts_file(language), qm_file(language))
        return 0
    texts, _ = collect(ROOT, PACKAGES)
    left = 0
    for language in LANGUAGES:
        update(texts, ts_file(language), language)
        for message in read_ts(ts_file(language)):
            if not message.is_finished:
                left += 1
                sys.stdout.write(f"{language}: {message.context}: {message.source!r}\n")
    return 1 if left else 0


def ts_file(language: str) -> Path:
    """Where translators work."""
    return FOLDER / f"visualiser_{language}.ts"


def qm_file(language: str) -> Path:
    """What the program loads."""
    return ts_file(language).with_suffix(".qm")


def update(texts: list[Text], path: Path, language: str) -> None:
    """Bring a .ts file up to date: new texts come in, those that are gone go."""
    with tempfile.TemporaryDirectory() as folder:
        # lupdate knows not all forms that texts have here, but all of this one.
        listing = Path(folder) / "texts.cpp"
        pairs = sorted({(text.context, text.source) for text in texts})
        lines = [f"QT_TRANSLATE_NOOP({_quoted(c)}, {_quoted(s)});" for c, s in pairs]
        listing.write_text("\n".join(lines) + "\n", "utf-8")
        options = ("-no-obsolete", "-locations", "none", "-source-language", "en")
        _run("lupdate", *options, "-target-language", language, str(listing), "-ts", str(path))


def release(path: Path, target: Path) -> None:
    """Compile a .ts file."""
    _run("lrelease", "-silent", str(path), "-qm", str(target))


def _quoted(text: str) -> str:
    """A string as C++ has it, which for these texts is as JSON has it."""
    return json.dumps(text, ensure_ascii=False)


def _run(tool: str, *arguments: str) -> None:
    program = Path(PySide6.__file__).parent / tool
    subprocess.run([program, *arguments], check=True, capture_output=True)  # noqa: S603 (ours)


if __name__ == "__main__":
    sys.exit(main())
