"""PinButton: a pinned example, what it truly is, and what the network reads it as."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolButton, QWidget

from visualiser.number_format import count, fixed
from visualiser.resources import icon
from visualiser.theme import DARK, Theme
from visualiser.training.messages import RunDescription
from visualiser.training.pin_questions import AnswerTo
from visualiser.widgets.over_data_rows import write
from visualiser.widgets.pin import Pin
from visualiser.widgets.wish_bars import ink_image

_LEAST, _MOST, _HEIGHT = 74, 148, 54
_MARGIN, _PICTURE, _LINE, _CLOSE = 5, 42, 15, 16
# The longest name of a class that is told in a text.
_LONGEST = 24
_Align = Qt.AlignmentFlag


class PinButton(QAbstractButton):
    """Press it to show the example in the network; ✕ or Delete unpins it.

    Parameters
    ----------
    pin : Pin
    description : RunDescription
        Which names its classes.

    Signals
    -------
    unpin_asked

    Attributes
    ----------
    pin : Pin
    """

    unpin_asked = Signal()

    def __init__(
        self, pin: Pin, description: RunDescription, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.pin = pin
        self._description = description
        self._theme = DARK
        self._answer: AnswerTo | None = None
        self._is_marked = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(_MOST)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._close = self._close_button()
        self._tell()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self._close.setIcon(icon("close", theme.text))
        self.update()

    def set_marked(self, is_marked: bool) -> None:
        """Mark it as the example that is shown, or not."""
        if is_marked != self._is_marked:
            self._is_marked = is_marked
            self.update()

    def show_answer(self, answer: AnswerTo | None) -> None:
        """Show what it is read as; None for not known yet."""
        if answer != self._answer:
            self._answer = answer
            self._tell()
            self.update()

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        self._tell()
        self.update()

    def name(self) -> str:
        """Which example it is."""
        example = self.pin.example
        if example.own is not None:
            return example.own.name
        if example.split == "test":
            text = self.tr("Test example {index}")
        else:
            text = self.tr("Training example {index}")
        return text.format(index=count(example.index))

    def sizeHint(self) -> QSize:
        """As wide as there is room for, up to what its texts need."""
        return QSize(_MOST, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the least width with which eight of them stand side by side."""
        return QSize(_LEAST, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as the space bar does; Delete unpins it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.unpin_asked.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Offer ✕ while it is pointed at."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self._close.setVisible(event.type() == QEvent.Type.HoverEnter)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep ✕ in its corner."""
        super().resizeEvent(event)
        self._close.move(self.width() - _CLOSE - 2, 2)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the picture and what is said of it."""
        painter = QPainter(self)
        try:
            self._draw_frame(painter)
            self._draw_picture(painter)
            self._draw_texts(painter)
        finally:
            painter.end()

    # ---------------------------------------------------------------- words

    def _tell(self) -> None:
        answer, label = self._answer, self.pin.example.label
        if answer is None:
            tip = self.tr("{name}. Click to show it; Delete unpins it.")
        elif not self._description.has_classes:
            tip = self.tr("{name}: the output's a is {a}. Click to show it; Delete unpins it.")
        elif answer.is_right is None:
            tip = self.tr(
                "{name}, truth unknown: read as {answer}, a = {a}. Click to show it; Delete "
                "unpins it."
            )
        elif answer.is_right:
            tip = self.tr(
                "{name}, truly {label}: read as {answer}, which is right, a = {a}. Click to show "
                "it; Delete unpins it."
            )
        else:
            tip = self.tr(
                "{name}, truly {label}: read as {answer}, which is wrong, a = {a}. Click to show "
                "it; Delete unpins it."
            )
        text = tip.format(
            name=self.name(),
            label="" if label is None else self._class_name(label),
            answer="" if answer is None else self._class_name(answer.answer),
            a="" if answer is None else fixed(answer.a),
        )
        self.setToolTip(text)
        self.setAccessibleName(text)

    def _class_name(self, label: int) -> str:
        name = self._description.class_name(label)
        return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"

    def _truths(self) -> tuple[str, str]:
        """What it truly is, with words and without."""
        label = self.pin.example.label
        if self.pin.example.own is not None and self.pin.picture is None:
            return self.name(), self.name()
        if label is None:
            return self.tr("truth unknown"), "?"
        name = self._class_name(label)
        return self.tr("truly {label}").format(label=name), name

    def _readings(self) -> tuple[str, str]:
        """What it is read as, with words and without."""
        answer = self._answer
        if answer is None:
            return "…", "…"
        mark = {True: " ✓", False: " ✗", None: ""}[answer.is_right]
        name = self._class_name(answer.answer)
        long = self.tr("read as {answer}{mark}").format(answer=name, mark=mark)
        return long, f"→ {name}{mark}"

    def _figures(self) -> tuple[str, str]:
        """The largest a, with its letter and without."""
        if self._answer is None:
            return "", ""
        return self.tr("a = {a}").format(a=fixed(self._answer.a)), fixed(self._answer.a, 2)

    # ---------------------------------------------------------------- drawing

    def _draw_frame(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("hairline" if self.underMouse() else "chip"))
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 1))
        elif self._is_marked:
            painter.setPen(QPen(theme.colour("selected"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _draw_picture(self, painter: QPainter) -> None:
        room = QRectF(_MARGIN, (self.height() - self._side) / 2, self._side, self._side)
        picture = self.pin.picture
        if picture is None and self.pin.example.own is not None:
            return
        if picture is None:
            index = count(self.pin.example.index)
            write(painter, room, index, self._theme.secondary, _Align.AlignCenter)
            return
        rows, columns = picture.shape
        scale = self._side / max(rows, columns)
        box = QRectF(0, 0, scale * columns, scale * rows)
        box.moveCenter(room.center())
        painter.drawImage(box, ink_image(picture, self._theme))

    @property
    def _side(self) -> float:
        """Of the picture: smaller where there is little room for the texts beside it."""
        return min(_PICTURE, max(26.0, self.width() * 0.4))

    def _draw_texts(self, painter: QPainter) -> None:
        left = _MARGIN + self._side + 6
        texts = self._texts()
        top = (self.height() - len(texts) * _LINE) / 2
        box = QRectF(left, top, self.width() - left - 4, _LINE)
        metrics = QFontMetrics(self.font())
        # With words in all lines, or in none.
        fits = all(metrics.horizontalAdvance(long) <= box.width() for (long, _), _, _ in texts)
        for (long, brief), shade, is_bold in texts:
            text = long if fits else brief
            write(painter, box, text, shade, _Align.AlignLeft, is_bold, largest=12)
            box.translate(0, _LINE)

    def _texts(self) -> list[tuple[tuple[str, str], str, bool]]:
        """Each line with words and without, its colour, and whether it is bold."""
        theme, answer = self._theme, self._answer
        if not self._description.has_classes:
            own = self.pin.example.own
            named = [] if own is None else [((own.name, own.name), theme.secondary, False)]
            figures = ("…", "…") if answer is None else self._figures()
            return [*named, (figures, theme.text, True)]
        colour = theme.text
        if answer is not None and answer.is_right is not None:
            colour = theme.right if answer.is_right else theme.negative
        return [
            (self._truths(), theme.secondary, False),
            (self._readings(), colour, True),
            (self._figures(), theme.secondary, False),
        ]

    # ---------------------------------------------------------------- parts

    def _close_button(self) -> QToolButton:
        made = QToolButton(self)
        made.setObjectName("chip")
        made.setFixedSize(_CLOSE, _CLOSE)
        made.setIconSize(QSize(8, 8))
        made.setStyleSheet("padding: 0px;")
        # From the keyboard, Delete does it.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setToolTip(self.tr("Unpin it: it stays in view no longer."))
        made.setAccessibleName(self.tr("Unpin"))
        made.clicked.connect(self.unpin_asked)
        made.hide()
        return made
