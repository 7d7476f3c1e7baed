"""The fonts of the window, for each language that it speaks."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from visualiser.languages import CHINESE

_TEXT_SIZE = 13
# A family that has figures of one width, where the desktop names none.
_FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "Ubuntu", "DejaVu Sans")
# After those: what they have no sign for is looked for here, and in no font for Japanese,
# which writes many of them in another way.
_CHINESE = (
    *("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC"),
    *("Hiragino Sans GB", "HarmonyOS Sans SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei"),
    *("Droid Sans Fallback", "SimHei", "AR PL UMing CN", "Noto Serif CJK SC"),
)

# In English whatever language is chosen: without such a font, the others could not be read.
NO_FONT = (
    "No font with Chinese characters is installed; install one, for instance Noto Sans CJK SC, "
    "or choose English."
)


def font_for(language: str, of_desktop: QFont) -> QFont:
    """The font of the whole window in this language."""
    font = QFont(of_desktop)
    font.setPixelSize(_TEXT_SIZE)
    others = _CHINESE if language == CHINESE else ()
    font.setFamilies([*_FAMILIES, *of_desktop.families(), *others])
    return font


def can_write(language: str) -> bool:
    """Whether a font with the signs of this language is installed.

    The first answer takes some milliseconds: Qt looks into every font.
    """
    return language != CHINESE or _SIMPLIFIED in QFontDatabase.writingSystems()


_SIMPLIFIED = QFontDatabase.WritingSystem.SimplifiedChinese
