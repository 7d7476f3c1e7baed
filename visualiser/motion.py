"""Whether less motion is wanted: by a person's choice, or else as the desktop asks for it.

The desktop is asked on first use, and never for long.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

from PySide6.QtCore import QDir, QSettings, QStandardPaths
from PySide6.QtGui import QGuiApplication

# For people and for tests: 1 for less motion, 0 for all of it, whatever the desktop says.
OVERRIDE = "VISUALISER_REDUCED_MOTION"
_SPI_GETCLIENTAREAANIMATION = 0x1042
# Milliseconds for an answer of the session bus.
_PATIENCE = 150
_PORTAL = "org.freedesktop.portal.Desktop"
_PORTAL_PATH = "/org/freedesktop/portal/desktop"


# What a person chose in the settings, in a list so that it can be set without `global`.
_CHOICE = ["desktop"]


def use(choice: str) -> None:
    """From now on less motion is wanted: "yes", "no", or as the "desktop" says."""
    _CHOICE[0] = choice


def wants_less_motion() -> bool:
    """Whether less motion is wanted; False where neither a person nor the desktop says so.

    The desktop is asked once: what is changed later counts from the next start on.
    """
    override = os.environ.get(OVERRIDE, "")
    if override in ("0", "1"):
        return override == "1"
    if _CHOICE[0] != "desktop":
        return _CHOICE[0] == "yes"
    # Qt has to be there to be asked.
    return QGuiApplication.instance() is not None and _desktop_wants_less()


@cache
def _desktop_wants_less() -> bool:
    sources: tuple[Callable[[], bool | None], ...] = {
        "win32": (_of_qt, _of_windows),
        "darwin": (_of_qt, _of_macos),
    }.get(sys.platform, (_of_qt, _of_portal, _of_kde))
    return any(_asked(source) for source in sources)


def _asked(source: Callable[[], bool | None]) -> bool:
    """What a source says; nothing that goes wrong in there is worth a word."""
    try:
        return bool(source())
    except Exception:  # noqa: BLE001 (a desktop may fail in any way, and is not needed)
        return False


def _of_qt() -> bool | None:
    """QAccessibilityHints.motionPreference, which Qt has from 6.12 on.

    https://doc.qt.io/qt-6.12/qaccessibilityhints.html
    """
    hints = QGuiApplication.styleHints()
    accessibility = hints.accessibility() if hasattr(hints, "accessibility") else None
    preference = getattr(accessibility, "motionPreference", None)
    return None if preference is None else "reduce" in preference().name.lower()


def _of_windows() -> bool | None:
    """The setting "Show animations in Windows" is off.

    https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-systemparametersinfow
    """
    import ctypes  # noqa: PLC0415 (for one system alone)

    if sys.platform != "win32":
        return None
    is_animated = ctypes.c_int(1)
    is_known = ctypes.windll.user32.SystemParametersInfoW(
        _SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(is_animated), 0
    )
    return bool(is_known) and not is_animated.value


def _of_macos() -> bool | None:
    """The setting "Reduce motion" is on."""
    path = QDir.home().filePath("Library/Preferences/com.apple.universalaccess.plist")
    return _is_true(QSettings(path, QSettings.Format.NativeFormat).value("reduceMotion"))


def _of_portal() -> bool | None:
    """Of the desktop portal: "reduced-motion", or GNOME's "enable-animations" is off.

    https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
    """
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        # Without a session, looking for one could start one.
        return None
    reduced = _portal_setting("org.freedesktop.appearance", "reduced-motion")
    animations = _portal_setting("org.gnome.desktop.interface", "enable-animations")
    return reduced == 1 or animations is False


def _portal_setting(group: str, key: str) -> object:
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage  # noqa: PLC0415 (late)

    call = QDBusMessage.createMethodCall(
        _PORTAL, _PORTAL_PATH, "org.freedesktop.portal.Settings", "Read"
    )
    call.setAutoStartService(False)
    call.setArguments([group, key])
    answer = QDBusConnection.sessionBus().call(call, QDBus.CallMode.Block, _PATIENCE)
    if answer.type() != QDBusMessage.MessageType.ReplyMessage:
        return None
    return _unwrapped(answer.arguments()[0])


def _unwrapped(found: Any) -> object:
    """What is in a variant, which may be in another."""
    while hasattr(found, "variant"):
        found = found.variant()
    return found.asVariant() if hasattr(found, "asVariant") else found


def _of_kde() -> bool | None:
    """KDE's animation speed is "instant"."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    path = QDir(folder).filePath("kdeglobals")
    factor = QSettings(path, QSettings.Format.IniFormat).value("KDE/AnimationDurationFactor")
    return factor is not None and float(str(factor)) == 0


def _is_true(value: object) -> bool:
    return str(value).lower() in ("1", "true", "yes")
