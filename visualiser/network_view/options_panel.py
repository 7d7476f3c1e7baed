"""OptionsPanel: how the network is drawn, in a popup."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from visualiser.network_view.options import ViewOptions
from visualiser.network_view.options_controls import OptionsControls
from visualiser.network_view.options_parts import explain, side_by_side
from visualiser.theme import Theme
from visualiser.widgets.labels import line

_MARGIN, _GAP = 16, 8


class OptionsPanel(QFrame):
    """A popup with every choice of how the network is drawn.

    Signals
    -------
    changed (ViewOptions)
        Something was chosen by hand.
    fit_asked, picture_asked
        The whole network is to be seen again; the picture is to be kept.
    reference_asked (int)
        W′ is to be of this step.
    """

    changed = Signal(object)
    fit_asked = Signal()
    picture_asked = Signal()
    reference_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("options_panel")
        self.setAccessibleName(self.tr("How the network is drawn"))
        # The click that closes it does nothing else: on its button it would open it again.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self._controls = OptionsControls()
        self._controls.changed.connect(self.changed)
        self._controls.reference_asked.connect(self.reference_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN - 4, _MARGIN, _MARGIN - 4)
        column.setSpacing(_GAP)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        column.addLayout(self._controls)
        column.addSpacing(4)
        column.addWidget(line())
        column.addLayout(self._foot())

    # ---------------------------------------------------------------- what it shows

    @property
    def options(self) -> ViewOptions:
        """What is chosen."""
        return self._controls.options

    def set_options(self, options: ViewOptions) -> None:
        """Show that these hold."""
        self._controls.set_options(options)

    def set_reference(self, step: int) -> None:
        """Show of which step W′ is."""
        self._controls.set_reference(step)

    def set_position(self, step: int) -> None:
        """Take note of the step that is shown now."""
        self._controls.set_position(step)

    def set_has_image(self, has_image: bool) -> None:
        """Offer what only an input that is an image has, or say why not."""
        self._controls.set_has_image(has_image)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._controls.set_theme(theme)

    def open_at(self, point: QPoint) -> None:
        """Open below a point of the screen, or where there is room beside it."""
        self.adjustSize()
        screen = QGuiApplication.screenAt(point) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        x = min(point.x(), room.right() + 1 - self.width())
        y = min(point.y(), room.bottom() + 1 - self.height())
        self.move(max(x, room.left()), max(y, room.top()))
        self.show()
        self._controls.begin()

    # ---------------------------------------------------------------- parts

    def _foot(self) -> QHBoxLayout:
        fit = QPushButton(self.tr("Fit (F)"))
        explain(fit, self.tr("Fit"), self.tr("Shows the whole network again, without zoom."))
        fit.clicked.connect(self.fit_asked)
        picture = QPushButton(self.tr("Picture …"))
        tip = self.tr("Keeps this picture of the network: in a file or on the clipboard.")
        explain(picture, self.tr("Picture"), tip)
        picture.clicked.connect(self._ask_for_picture)
        for button in (fit, picture):
            button.setObjectName("chip")
            button.setAutoDefault(False)
        return side_by_side(fit, picture)

    @Slot()
    def _ask_for_picture(self) -> None:
        # What follows is another window, which this would lie over.
        self.close()
        self.picture_asked.emit()

    # ---------------------------------------------------------------- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F fits, Esc closes, and Enter presses what has the focus, as in the window."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_F:
            self.fit_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focused, QAbstractButton):
            focused.click()
        elif isinstance(focused, QComboBox):
            focused.showPopup()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take over what is typed: a field is left."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        super().closeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was refused."""
        super().hideEvent(event)
        self._controls.give_up()
