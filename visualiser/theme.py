"""The two themes: colours, palette and style sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from visualiser.colour_maps import COLOUR_MAPS, DEFAULT
from visualiser.resources import asset


@dataclass(frozen=True)
class Theme:
    """Colours by what they mean, as "#rrggbb".

    Attributes
    ----------
    ground, panel, hairline, chip : str
        Surfaces and the thin lines between them.
    text, secondary, faint : str
        ``faint`` is for marks, never for text but of what cannot be used now: its contrast to
        ground and panel is 3:1.
    positive, negative : str
        Numbers above and below zero, everywhere.
    off, on : str
        An activation of 0 and of 1; one of −1 is ``negative``.
    selected, right : str
        What is selected; a right answer.
    accent, on_accent : str
        What can be pressed, and text on it.
    colours : str
        The id of the pair of ``positive`` and ``negative`` in `colour_maps`.
    """

    name: str
    ground: str
    panel: str
    hairline: str
    chip: str
    text: str
    secondary: str
    faint: str
    positive: str
    negative: str
    off: str
    on: str
    selected: str
    right: str
    accent: str
    on_accent: str
    colours: str = DEFAULT

    @property
    def words(self) -> dict[str, str]:
        """What the colours of signs are called in texts, by "positive" and "negative"."""
        return COLOUR_MAPS[self.colours].named()

    def with_colours(self, colours: str) -> Theme:
        """The same theme with another pair of colours for positive and negative numbers."""
        positive, negative = COLOUR_MAPS[colours].in_theme(self.name)
        return replace(self, positive=positive, negative=negative, colours=colours)

    def colour(self, name: str, opacity: float = 1.0) -> QColor:
        """One of the colours, more or less see-through."""
        colour = QColor(getattr(self, name))
        colour.setAlphaF(opacity)
        return colour

    def shade(self, activation: float) -> QColor:
        """The colour of an activation: below 0 towards ``negative``; beyond ±1 as ±1."""
        full = self.on if activation > 0 else self.negative
        return mixed(QColor(self.off), QColor(full), min(abs(activation), 1.0))


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """A colour between two others: ``first`` at a share of 0, ``second`` at 1."""
    return QColor(
        round(first.red() + (second.red() - first.red()) * share),
        round(first.green() + (second.green() - first.green()) * share),
        round(first.blue() + (second.blue() - first.blue()) * share),
    )


DARK = Theme(
    name="dark",
    ground="#101216",
    panel="#171a20",
    hairline="#262b34",
    chip="#20252d",
    text="#e6e9ee",
    secondary="#8f98a6",
    faint="#606978",
    positive="#5aa9ff",
    negative="#ff8a4c",
    off="#14171c",
    on="#f4f6f8",
    selected="#ffd166",
    right="#8bd17c",
    accent="#5aa9ff",
    on_accent="#0b1017",
)

LIGHT = Theme(
    name="light",
    ground="#fbfbf9",
    panel="#ffffff",
    hairline="#e3e4e0",
    chip="#f1f2ee",
    text="#1b1f26",
    secondary="#616975",
    faint="#8b929d",
    positive="#0a66c7",
    negative="#b94d05",
    off="#ffffff",
    on="#1d2430",
    selected="#b07a00",
    right="#27802f",
    accent="#0a66c7",
    on_accent="#ffffff",
)

THEMES = {theme.name: theme for theme in (DARK, LIGHT)}


def chosen(choice: str, colours: str = DEFAULT) -> Theme:
    """The theme of that name, for "system" the desktop's, with a pair of colours for signs."""
    found = THEMES.get(choice)
    if found is None:
        is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        found = DARK if is_dark else LIGHT
    return found if colours == found.colours else found.with_colours(colours)


def dress(theme: Theme) -> None:
    """Give the whole application this theme."""
    application = QApplication.instance()
    sheet = style_sheet(theme)
    if isinstance(application, QApplication) and application.styleSheet() != sheet:
        application.setPalette(palette(theme))
        application.setStyleSheet(sheet)


def palette(theme: Theme) -> QPalette:
    """The Qt palette, for what the style sheet does not reach."""
    roles = QPalette.ColorRole
    made = QPalette()
    for role, name in (
        (roles.Window, "panel"),
        (roles.Base, "panel"),
        (roles.AlternateBase, "chip"),
        (roles.Button, "chip"),
        (roles.ToolTipBase, "chip"),
        (roles.WindowText, "text"),
        (roles.Text, "text"),
        (roles.ButtonText, "text"),
        (roles.ToolTipText, "text"),
        (roles.PlaceholderText, "secondary"),
        (roles.Mid, "hairline"),
        (roles.Highlight, "accent"),
        (roles.HighlightedText, "on_accent"),
    ):
        made.setColor(role, theme.colour(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("faint"))
    return made


def style_sheet(theme: Theme) -> str:
    """The style sheet of the whole window."""
    return _STYLE.format(
        **vars(theme),
        chevron=asset("icons/chevron.svg").as_posix(),
        tick=asset(f"icons/ticks/{theme.name}.svg").as_posix(),
    )


_STYLE = """
QMainWindow, QWidget#central {{ background: {ground}; }}
QMainWindow::separator {{ background: {hairline}; width: 1px; height: 1px; }}
QToolBar {{ background: {panel}; border: none; border-bottom: 1px solid {hairline};
    padding: 5px 10px; spacing: 4px; }}
QToolBar::separator {{ background: {hairline}; width: 1px; margin: 5px 6px; }}
QToolButton, QPushButton {{ background: transparent; color: {text}; border: 1px solid transparent;
    border-radius: 5px; padding: 4px 9px; }}
QToolButton:hover, QPushButton:hover {{ background: {chip}; }}
QToolButton:pressed, QPushButton:pressed {{ background: {hairline}; }}
QToolButton:focus, QPushButton:focus, QCheckBox:focus {{ border: 1px solid {accent}; }}
QToolButton:disabled, QPushButton:disabled {{ color: {faint}; }}
QToolButton::menu-indicator {{ image: none; }}
QToolButton#qt_toolbar_ext_button {{ background: {chip}; padding: 0; image: url("{chevron}"); }}
QToolButton#primary, QPushButton#primary {{ background: {accent}; color: {on_accent};
    font-weight: 600; }}
QToolButton#primary:focus, QPushButton#primary:focus {{ border: 1px solid {text}; }}
QToolButton#primary:disabled, QPushButton#primary:disabled {{ background: {chip}; color: {faint}; }}
QPushButton#chip, QToolButton#chip {{ background: {chip}; }}
QPushButton#chip:hover, QToolButton#chip:hover {{ background: {hairline}; }}
QPushButton#phase {{ background: {chip}; padding: 3px 6px; }}
QToolButton#phase {{ padding: 4px 5px; }}
QPushButton#phase:hover {{ background: {hairline}; }}
QPushButton#phase:checked, QToolButton#phase:checked {{ background: {accent}; color: {on_accent}; }}
QPushButton#phase:checked:focus, QToolButton#phase:checked:focus {{ border: 1px solid {text}; }}
QLineEdit, QSpinBox, QComboBox {{ background: {chip}; color: {text}; border: 1px solid {chip};
    border-radius: 5px; padding: 3px 8px; selection-background-color: {accent};
    selection-color: {on_accent}; }}
QLineEdit:focus, QSpinBox:focus, QComboBox:focus {{ border: 1px solid {accent}; }}
QLineEdit[invalid="true"], QComboBox[invalid="true"] {{ border: 1px solid {negative}; }}
QPlainTextEdit, QListWidget#layouts {{ background: {chip}; color: {text};
    border: 1px solid {chip}; border-radius: 5px; padding: 4px 6px;
    selection-background-color: {accent}; selection-color: {on_accent}; }}
QPlainTextEdit:focus, QListWidget#layouts:focus {{ border: 1px solid {accent}; }}
QListWidget#layouts::item {{ padding: 5px 4px; border-radius: 4px; }}
QListWidget#layouts::item:selected {{ background: {accent}; color: {on_accent}; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0px; border: none; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: url("{chevron}"); width: 10px; height: 10px; }}
QComboBox QAbstractItemView {{ background: {panel}; color: {text}; border: 1px solid {hairline};
    selection-background-color: {accent}; selection-color: {on_accent}; outline: none; }}
QMenu {{ background: {panel}; color: {text}; border: 1px solid {hairline}; padding: 5px; }}
QMenu::item {{ padding: 5px 26px 5px 22px; border-radius: 4px; }}
QMenu::item:selected {{ background: {chip}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {hairline}; margin: 5px 8px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::indicator {{ width: 12px; height: 12px; left: 6px; }}
QMenu::indicator:exclusive:checked {{ background: {accent}; border-radius: 6px; }}
QMenu::indicator:non-exclusive:checked {{ background: {accent}; border-radius: 3px;
    image: url("{tick}"); }}
QLabel {{ color: {text}; background: transparent; }}
QLabel#secondary, QLabel#caption {{ color: {secondary}; }}
QLabel#heading {{ color: {secondary}; font-weight: 600; font-size: 12px; }}
QLabel#title {{ font-weight: 600; font-size: 16px; }}
QLabel#note {{ color: {text}; background: {chip}; font-size: 12px;
    border-left: 2px solid {accent}; padding: 8px 12px 8px 14px; }}
QLabel#number {{ color: {text}; }}
QFrame#chip {{ background: {chip}; border-radius: 5px; }}
QFrame#upright {{ background: {hairline}; border: none; max-width: 1px; min-width: 1px; }}
QFrame#line {{ background: {hairline}; border: none; max-height: 1px; min-height: 1px; }}
QCheckBox {{ color: {text}; spacing: 6px; border: 1px solid transparent; border-radius: 4px;
    padding: 2px; }}
QCheckBox::indicator {{ width: 12px; height: 12px; border: 1px solid {faint};
    border-radius: 3px; background: transparent; }}
QCheckBox::indicator:hover {{ border-color: {secondary}; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent};
    image: url("{tick}"); }}
QCheckBox:disabled, QComboBox:disabled, QLineEdit:disabled {{ color: {faint}; }}
QCheckBox::indicator:disabled {{ border-color: {hairline}; }}
QCheckBox::indicator:checked:disabled {{ background: {faint}; border-color: {faint}; }}
QPushButton#primary:disabled {{ background: {chip}; color: {faint}; }}
QRadioButton {{ color: {text}; spacing: 8px; border: 1px solid transparent; border-radius: 4px;
    padding: 2px; }}
QRadioButton:focus {{ border: 1px solid {accent}; }}
QRadioButton:disabled {{ color: {faint}; }}
QRadioButton::indicator {{ width: 12px; height: 12px; border: 1px solid {faint};
    border-radius: 7px; background: transparent; }}
QRadioButton::indicator:hover {{ border-color: {secondary}; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 4px solid {accent};
    background: {on_accent}; }}
QRadioButton::indicator:disabled {{ border-color: {hairline}; }}
QSlider {{ border: 1px solid transparent; border-radius: 4px; min-height: 20px; }}
QSlider:focus {{ border: 1px solid {accent}; }}
QSlider::groove:horizontal {{ background: {hairline}; height: 4px; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {accent}; height: 4px; border-radius: 2px; }}
QSlider::handle:horizontal {{ background: {accent}; width: 14px; height: 14px; margin: -5px 0;
    border-radius: 7px; }}
QSlider::handle:horizontal:hover {{ background: {text}; }}
QProgressBar {{ background: {hairline}; border: none; border-radius: 3px; min-height: 6px;
    max-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QFrame#options_panel {{ background: {panel}; border: 1px solid {hairline}; }}
QFrame#options_panel QCheckBox {{ margin-left: -3px; }}
QLabel#drop_hint {{ background: {panel}; border: 2px solid {accent}; border-radius: 8px;
    font-size: 16px; font-weight: 600; padding: 18px 28px; }}
QLabel#changed {{ color: {accent}; font-weight: 600; }}
QLabel#refusal {{ color: {negative}; }}
QDockWidget {{ color: {text}; }}
QWidget#dock_title {{ background: {panel}; border-bottom: 1px solid {hairline}; }}
QToolButton#dock_button {{ padding: 5px; }}
QToolButton#quiet {{ color: {secondary}; }}
QToolButton#quiet:hover {{ color: {text}; }}
QMainWindow QTabBar {{ background: {panel}; }}
QMainWindow QTabBar::tab {{ background: {panel}; color: {secondary}; border: none;
    border-bottom: 2px solid transparent; padding: 6px 14px; }}
QMainWindow QTabBar::tab:selected {{ color: {text}; border-bottom: 2px solid {accent}; }}
QMainWindow QTabBar::tab:hover {{ color: {text}; }}
QDockWidget > QWidget {{ background: {panel}; }}
QWidget#panel {{ background: {panel}; }}
QScrollArea, QScrollArea > QWidget > QWidget#panel {{ background: {panel}; border: none; }}
QTableView {{ background: {panel}; color: {text}; border: none; gridline-color: transparent;
    selection-background-color: {chip}; selection-color: {text}; outline: none; }}
QDialog#keys_dialog QTreeView {{ background: {panel}; color: {text}; border: 1px solid transparent;
    border-radius: 5px; outline: none; }}
QDialog#keys_dialog QTreeView:focus {{ border: 1px solid {accent}; }}
QDialog#keys_dialog QTreeView::item {{ padding: 3px 8px 3px 16px; border: none; }}
QDialog#keys_dialog QTreeView::item:disabled {{ color: {secondary}; padding: 3px 4px; }}
QDialog#keys_dialog QTreeView::item:selected {{ background: {chip}; color: {text}; }}
QDialog#keys_dialog QHeaderView::section {{ padding-left: 16px; }}
QFrame#command_palette {{ background: {panel}; border: 1px solid {faint}; border-radius: 8px; }}
QFrame#command_palette QListView {{ background: {panel}; border: none; outline: none; }}
QHeaderView, QHeaderView::section {{ background: {panel}; color: {secondary}; border: none;
    padding: 2px 4px; font-weight: normal; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {faint}; border-radius: 4px; min-height: 24px;
    margin: 1px; }}
QScrollBar::handle:vertical:hover {{ background: {secondary}; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {faint}; border-radius: 4px; min-width: 24px;
    margin: 1px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QStatusBar {{ background: {panel}; color: {secondary}; border-top: 1px solid {hairline}; }}
QStatusBar::item {{ border: none; }}
QWidget#notice {{ background: {chip}; border-bottom: 1px solid {hairline}; }}
QToolTip {{ background: {chip}; color: {text}; border: 1px solid {hairline}; padding: 4px 6px; }}
"""
