"""Canvas: where one draws, with a mouse, a pen or a finger, or drops a picture."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.drawing import SIDE
from visualiser.pad.page import Page
from visualiser.pad.pictures import image_in, ink_image, picture_path
from visualiser.theme import DARK, Theme
from visualiser.widgets.focus_ring import draw_ring

_SIDE = 208  # pixels of the screen
# The eraser is wider than the pen.
_ERASER = 2.5
# How a pen's width follows its pressure, from 0 to 1: as it is set at the middle.
_LIGHTEST, _PER_PRESSURE = 0.4, 1.2
DEFAULT_PEN = 8.0


class Canvas(QWidget):
    """Shows a page, and draws on it.

    Parameters
    ----------
    page : Page

    Attributes
    ----------
    pen : float
        How wide it is, in pixels of the drawing.
    erases : bool
        Whether the eraser is in hand.

    Signals
    -------
    drawn ()
        There is other ink.
    picture_dropped (QImage)
    drop_refused ()
        What was dropped can be read as no picture.
    """

    drawn = Signal()
    picture_dropped = Signal(object)
    drop_refused = Signal()

    accessible_role = QAccessible.Role.Canvas

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._theme = page, DARK
        self.pen, self.erases = DEFAULT_PEN, False
        self._is_down = False
        self._image: QImage | None = None
        self._hint = self.tr("Draw here")
        self.setFixedSize(_SIDE, _SIDE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Drawing pad"))
        self.setAccessibleDescription(
            self.tr("Draw with a mouse, a pen or a finger; or paste a picture with Ctrl+V.")
        )
        self.setToolTip(
            self.tr(
                "Draw a digit here, with the mouse, a pen or a finger; or drop or paste a picture."
            )
        )

    def sizeHint(self) -> QSize:
        """Return its size."""
        return QSize(_SIDE, _SIDE)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.show_page()

    def show_page(self) -> None:
        """Show what is on the page now."""
        self._image = None
        self.update()

    # ---------------------------------------------------------------- drawing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the pen down."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._put_down(event.position(), self._width(self.erases), self.erases)
        elif event.button() == Qt.MouseButton.RightButton:
            self._put_down(event.position(), self._width(True), True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw."""
        erases = self.erases or bool(event.buttons() & Qt.MouseButton.RightButton)
        self._draw_to(event.position(), self._width(erases))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lift the pen."""
        if event.buttons() == Qt.MouseButton.NoButton:
            self._is_down = False

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with a pen: the harder it is pressed, the wider; its other end erases."""
        erases = self.erases or event.pointerType() == QPointingDevice.PointerType.Eraser
        width = self._width(erases) * (_LIGHTEST + _PER_PRESSURE * event.pressure())
        if event.type() == QEvent.Type.TabletPress:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._put_down(event.position(), width, erases)
        elif event.type() == QEvent.Type.TabletMove:
            self._draw_to(event.position(), width)
        else:
            self._is_down = False
        event.accept()

    def _width(self, erases: bool) -> float:
        return self.pen * _ERASER if erases else self.pen

    def _put_down(self, place: QPointF, width: float, erases: bool) -> None:
        self._is_down = True
        self._page.begin(self._on_page(place), width, erases)
        self._tell()

    def _draw_to(self, place: QPointF, width: float) -> None:
        if self._is_down:
            self._page.extend(self._on_page(place), width)
            self._tell()

    def _on_page(self, place: QPointF) -> QPointF:
        return place * (SIDE / self.width())

    def _tell(self) -> None:
        self.show_page()
        self.drawn.emit()

    # ---------------------------------------------------------------- dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a picture; leave other files to the window."""
        self._take_drag(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take a picture; leave other files to the window."""
        self._take_drag(event)

    def _take_drag(self, event: QDropEvent) -> None:
        if event.mimeData().hasImage() or picture_path(event.mimeData()) is not None:
            # Whatever the other program proposes: the file stays where it is.
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the picture."""
        image = image_in(event.mimeData())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if image is None:
            self.drop_refused.emit()
        else:
            self.picture_dropped.emit(image)

    # ---------------------------------------------------------------- painting

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the page, and a ring where it has the focus."""
        if self._image is None:
            self._image = ink_image(self._page.fine, self._theme)
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self._image)
            if not self._page.can_undo:
                painter.setPen(self._theme.colour("secondary"))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._hint)
            painter.setPen(QPen(self._theme.colour("faint"), 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
            if self.hasFocus():
                draw_ring(painter, self.rect(), self._theme.colour("accent"))
        finally:
            painter.end()
