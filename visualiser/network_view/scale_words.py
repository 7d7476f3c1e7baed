"""What the legend calls the scale of the lines."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visualiser.network_view.options import ViewOptions


def scale_words(options: ViewOptions) -> str:
    """Which scale it is, in a few words of the user's language."""
    translate = QCoreApplication.translate
    if options.scale_mode == "fixed":
        return translate("Scales", "scale fixed")
    if options.scale_mode == "common":
        if options.is_locked:
            return translate("Scales", "one scale for all, locked")
        return translate("Scales", "one scale for all")
    if options.is_locked:
        return translate("Scales", "scale per layer, locked")
    return translate("Scales", "scale per layer")
