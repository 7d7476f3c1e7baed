"""CostPlot: the plot itself: its axes, its mouse, and the keys that walk a cursor along it."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)

from visualiser.cost_plot.plot_box import PlotBox
from visualiser.cost_plot.scales import Scales
from visualiser.theme import DARK, Theme
from visualiser.widgets.copying import asks_for_menu, asks_to_copy, menu_place
from visualiser.widgets.step_plot import (
    CostAxis,
    ShareAxis,
    StepAxis,
    draw_axes_anew,
    dress_axes,
    prepare,
)

_AXES = ("left", "bottom", "right")
_SHARES_WIDTH = 46
# What is written along an upright axis where its name has no room.
_SHORT = {"left": "C", "right": "%"}

# Arrows alone take steps of the run.
_ALT = Qt.KeyboardModifier.AltModifier
_FAR = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
_KEYS = {
    (Qt.Key.Key_Left, _ALT): "left",
    (Qt.Key.Key_Right, _ALT): "right",
    (Qt.Key.Key_Left, _FAR): "far left",
    (Qt.Key.Key_Right, _FAR): "far right",
    (Qt.Key.Key_Home, _ALT): "first",
    (Qt.Key.Key_End, _ALT): "last",
    (Qt.Key.Key_PageUp, _ALT): "mark before",
    (Qt.Key.Key_PageDown, _ALT): "mark after",
    (Qt.Key.Key_Up, _ALT): "nearer",
    (Qt.Key.Key_Down, _ALT): "farther",
    (Qt.Key.Key_Return, _NONE): "go",
    (Qt.Key.Key_Enter, _NONE): "go",
    (Qt.Key.Key_Escape, _NONE): "away",
}


class CostPlot(pg.PlotWidget):  # type: ignore[misc] # pyqtgraph has no types
    """A plot of C over steps with shares at the right, which the keyboard can walk along.

    Signals
    -------
    key_used (str)
        What a key asks for: "left", "right", "far left", "far right", "first", "last",
        "mark before", "mark after", "nearer", "farther", "go", "away" or "copy".
    menu_asked (QPoint)
        A menu is wanted at this place of the screen.
    left_alone ()
        The pointer or the keyboard has left.
    """

    key_used = Signal(str)
    menu_asked = Signal(QPoint)
    left_alone = Signal()

    accessible_role = QAccessible.Role.Chart

    def __init__(self) -> None:
        # Before it has its first size.
        self._colour = DARK.secondary
        # At the left and at the right; empty for none yet.
        self._names = {"left": "", "right": ""}
        self.box = PlotBox()
        super().__init__(
            viewBox=self.box,
            axisItems={
                "left": CostAxis("left"),
                "bottom": StepAxis("bottom"),
                "right": ShareAxis("right"),
            },
        )
        prepare(self)
        self.showAxis("right")
        right = self.getAxis("right")
        right.setStyle(tickLength=0, hideOverlappingLabels=False)
        right.setWidth(_SHARES_WIDTH)
        self.setMouseEnabled(x=True, y=True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        dress_axes(self, theme, *_AXES)
        self.box.set_theme(theme)
        self._colour = theme.secondary
        self.name_axes(self.getAxis("bottom").labelText, *self._names.values())

    def name_axes(self, steps: str, costs: str, shares: str) -> None:
        """Write these below and beside the axes."""
        self.getAxis("bottom").setLabel(steps, color=self._colour)
        self._names = {"left": costs, "right": shares}
        self._name_upright()

    def _name_upright(self) -> None:
        """Write what runs along the upright axes; in a low plot, as short as can be."""
        for side, name in self._names.items():
            axis = self.getAxis(side)
            room = axis.size().height()
            fits = QFontMetricsF(axis.label.font()).horizontalAdvance(name) <= room
            text = name if fits or room <= 0 else _SHORT[side]
            if text != axis.labelText or axis.labelStyle.get("color") != self._colour:
                axis.setLabel(text, color=self._colour)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the axes anew, as there is room."""
        super().resizeEvent(event)
        if any(self._names.values()):
            self._name_upright()

    def set_scales(self, scales: Scales) -> None:
        """Number the axes so.

        Each axis alone: asked of the whole plot, pyqtgraph would fit both axes again.
        """
        self.getAxis("bottom").setLogMode(scales.has_log_steps)
        self.getAxis("left").setLogMode(scales.has_log_costs)

    def show_shares(self, are_there: bool) -> None:
        """Have an axis of shares at the right, or none."""
        self.getAxis("right").setVisible(are_there)

    def write_numbers(self) -> None:
        """Write the numbers of the axes in the present style."""
        draw_axes_anew(self, *_AXES)

    # ---------------------------------------------------------------- events

    def event(self, event: QEvent) -> bool:
        """Claim the keys that are the plot's while it has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and _asked_by(event):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what is asked for; all other keys are the window's."""
        asked = _asked_by(event)
        if asked:
            self.key_used.emit(asked)
        elif asks_for_menu(event):
            self.menu_asked.emit(self.mapToGlobal(QPoint(0, self.height())))
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu."""
        self.menu_asked.emit(menu_place(self, event))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer has left."""
        super().leaveEvent(event)
        self.left_alone.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go here."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they no longer do."""
        super().focusOutEvent(event)
        self.viewport().update()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left_alone.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the plot, and a frame while it has the focus."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self.viewport())
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1))
            frame = QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(frame, 4, 4)
        finally:
            painter.end()


def _asked_by(event: QEvent) -> str:
    """What a key asks for; empty where it is not for the plot."""
    if asks_to_copy(event):
        return "copy"
    if not isinstance(event, QKeyEvent):
        return ""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _KEYS.get((Qt.Key(event.key()), modifiers), "")
