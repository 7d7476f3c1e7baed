"""Header: the row above the cost plot: its title, its legend, and the few controls at hand."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from visualiser.cost_plot.legend import Legend
from visualiser.widgets.labels import label

# Narrower than this the title gives way: the axis says C as well.
_NARROW = 820
_SPACING, _BETWEEN, _HEIGHT, _AROUND = 4, 1, 26, 14


class Header(QWidget):
    """Title, legend, tools of others, a switch for the logarithmic axis of C, "Fit" and more.

    Signals
    -------
    log_asked (bool)
        The axis of C is to be logarithmic, or no longer.
    fit_asked ()
    menu_asked ()
    """

    log_asked = Signal(bool)
    fit_asked = Signal()
    menu_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.legend = Legend()
        self._title = label("plain", self.tr("<b>Cost C</b>"))
        # In the middle of the first row, as high as the buttons beside it.
        self._title.setFixedHeight(_HEIGHT)
        self._log = _tool(
            self.tr("log C"),
            self.tr("Logarithmic axis of C"),
            self.tr(
                "A logarithmic axis of C, where equal distances are equal ratios: small changes "
                "of a small C show."
            ),
        )
        self._log.setCheckable(True)
        self._log.clicked.connect(self.log_asked)
        self._fit = _tool(
            self.tr("Fit"),
            self.tr("Fit"),
            self.tr("Show all steps again, and follow the newest (double click in the plot)."),
        )
        self._fit.setEnabled(False)
        self._fit.clicked.connect(self.fit_asked)
        more = _tool(
            "⋯",
            self.tr("More of the cost plot"),
            self.tr("The average's length, scales, lines; copy and save the plot."),
        )
        more.clicked.connect(self.menu_asked)
        self.more = more
        self._tools = QHBoxLayout()
        self._tools.setSpacing(_BETWEEN)
        self._assemble()

    def _assemble(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_SPACING)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._title, 0, top)
        row.addWidget(self.legend, 1, top)
        for tool in (self._log, self._fit, self.more):
            self._tools.addWidget(tool)
        row.addLayout(self._tools)
        row.setAlignment(self._tools, top)

    def add_tool(self, button: QWidget) -> None:
        """Put a button of something that is shown beside the plot before the others."""
        self._tools.insertWidget(0, button)

    def show_log(self, has_log_costs: bool) -> None:
        """Show whether the axis of C is logarithmic."""
        self._log.setChecked(has_log_costs)

    def show_fitted(self, is_fitted: bool) -> None:
        """Offer to fit only what is not fitted."""
        self._fit.setEnabled(not is_fitted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the title where the legend needs the room."""
        super().resizeEvent(event)
        self._title.setVisible(self.width() >= _NARROW)


class _Tool(QToolButton):
    """A narrow button that Enter presses: Space plays."""

    def sizeHint(self) -> QSize:
        """Little more than its text: the row has hardly room."""
        text = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(text) + _AROUND, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def _tool(text: str, name: str, tip: str) -> QToolButton:
    made = _Tool()
    made.setText(text)
    made.setAccessibleName(name)
    made.setToolTip(tip)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setObjectName("phase")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made
