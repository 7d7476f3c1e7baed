"""How the timeline looks: what stays as a picture, what moves on top of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from visualiser.theme import Theme
from visualiser.timeline import words
from visualiser.timeline.scene import (
    FLAGS,
    GAP,
    LINE,
    LINE_HEIGHT,
    MARGIN,
    MEDIUM,
    NUMBERS,
    TEXT,
    TRACK_HEIGHT,
    FlagMark,
    Scene,
    small,
)

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
# Pixels: half the height of the line, of the mark at its end, the handle's radius, the turn
# where a branch leaves another, the dot at its end.
_HALF_LINE, _HALF_END, _HANDLE, _TURN, _DOT = 1.0, 8.0, 5.5, 5.0, 2.0
_TICK = 3.0


@dataclass(frozen=True)
class Present:
    """Where the run stands, as it is drawn.

    Attributes
    ----------
    position, length : int
    here, newest : str
        What stands at the handle, and at the end of the line.
    row : int or None
        The other branch that the pointer or the keyboard is on.
    flag : FlagMark or None
        The flag that the pointer or the keyboard is on.
    has_focus : bool
    """

    position: int
    length: int
    here: str
    newest: str
    row: int | None = None
    flag: FlagMark | None = None
    has_focus: bool = False


# -------------------------------------------------------------------- what stays


def draw_still(painter: QPainter, scene: Scene, theme: Theme, font: QFont) -> None:
    """Draw everything but what `draw_moving` draws."""
    painter.setFont(small(font))
    _draw_ticks(painter, scene, theme)
    for mark in scene.flags:
        _draw_flag(painter, mark, theme, "negative")
    for row in scene.seen:
        _draw_branch(painter, scene, row, theme, "faint", "secondary")
    others = len(scene.rows) - 1
    if others > scene.shown:
        y = TRACK_HEIGHT + scene.shown * (scene.row_y(2) - scene.row_y(1))
        painter.setPen(theme.colour("secondary"))
        room = QRectF(MARGIN, y, scene.width - 2 * MARGIN, LINE_HEIGHT)
        painter.drawText(room, _LEFT, words.more(scene.shown, others))


def _draw_ticks(painter: QPainter, scene: Scene, theme: Theme) -> None:
    if not scene.length:
        painter.fillRect(
            QRectF(scene.scale.left, LINE - 0.5, scene.scale.right - scene.scale.left, 1),
            theme.colour("faint"),
        )
        painter.setPen(theme.colour("secondary"))
        room = QRectF(MARGIN, NUMBERS, scene.width - 2 * MARGIN, LINE_HEIGHT)
        painter.drawText(room, _LEFT, words.hint())
        return
    metrics = QFontMetricsF(painter.font())
    crossed = [scene.scale.x(row.starts_at) for row in scene.rows[1:] if row.leaves == 0]
    for tick in scene.ticks:
        x = round(tick.x)
        painter.fillRect(QRectF(x, LINE + 3, 1, _TICK), theme.colour("faint"))
        width = metrics.horizontalAdvance(tick.text)
        left = tick.text_left
        if tick.text and not any(left - 2 <= cross <= left + width + 2 for cross in crossed):
            painter.setPen(theme.colour("secondary"))
            painter.drawText(QRectF(left, NUMBERS, width + 1, LINE_HEIGHT), _LEFT, tick.text)


def _draw_flag(painter: QPainter, mark: FlagMark, theme: Theme, colour: str) -> None:
    x, top = round(mark.x), FLAGS + 2
    painter.fillRect(QRectF(x, top, 1, LINE - top), theme.colour(colour))
    cloth = QPolygonF([QPointF(x + 1, top), QPointF(x + 8, top + 3.5), QPointF(x + 1, top + 7)])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(colour))
    painter.drawPolygon(cloth)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if mark.text:
        painter.setPen(theme.colour("text" if colour == "accent" else "secondary"))
        room = QRectF(x + 11, top - 4, mark.width, LINE_HEIGHT)
        painter.drawText(room, _LEFT, mark.text)


def _draw_branch(
    painter: QPainter, scene: Scene, row: int, theme: Theme, line: str, text: str
) -> None:
    """A branch's line from where it leaves another, and what stands at its end."""
    branch, y = scene.rows[row], scene.row_y(row)
    # Of a row above those that are seen, the line comes from below the track.
    is_seen = branch.leaves == 0 or branch.leaves in scene.seen
    top = scene.row_y(branch.leaves) if is_seen else TRACK_HEIGHT - 2.0
    x = round(scene.scale.x(branch.starts_at)) + 0.5
    end = max(scene.scale.x(branch.info.length), x)
    turn = min(_TURN, end - x)
    path = QPainterPath(QPointF(x, top + (2.0 if branch.leaves == 0 else 0.0)))
    path.lineTo(x, y - _TURN)
    path.quadTo(x, y, x + turn, y)
    path.lineTo(end, y)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour(line), 1.25))
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(line))
    painter.drawEllipse(QPointF(end, y), _DOT, _DOT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(theme.colour(text))
    painter.drawText(scene.end_box(row), _LEFT, scene.ends[row - 1])


# -------------------------------------------------------------------- what moves


def draw_moving(
    painter: QPainter, scene: Scene, present: Present, theme: Theme, font: QFont
) -> None:
    """Draw the present branch as far as it goes, the step where the run is, and what is marked."""
    scale = scene.scale
    left, here, end = scale.left, scale.x(present.position), scale.x(present.length)
    thick = 2 * _HALF_LINE
    painter.fillRect(QRectF(left, LINE - _HALF_LINE, here - left, thick), theme.colour("text"))
    painter.fillRect(QRectF(here, LINE - _HALF_LINE, end - here, thick), theme.colour("faint"))
    painter.fillRect(QRectF(round(left), LINE - 4, 1, 8), theme.colour("secondary"))
    painter.setFont(small(font))
    if present.row is not None and present.row in scene.seen:
        _draw_branch(painter, scene, present.row, theme, "text", "text")
    if present.flag is not None:
        _draw_flag(painter, present.flag, theme, "accent")
    if present.length:
        mark = QRectF(round(end) - 1, LINE - _HALF_END, 2, 2 * _HALF_END)
        painter.fillRect(mark, theme.colour("text"))
        painter.setPen(theme.colour("text" if len(scene.rows) > 1 else "secondary"))
        room = QRectF(end + GAP, LINE - LINE_HEIGHT / 2, scene.width - end, LINE_HEIGHT)
        painter.drawText(room, _LEFT, present.newest)
    _draw_handle(painter, here, theme, present.has_focus)
    _draw_here(painter, scene, here, present.here, theme, font)


def _draw_handle(painter: QPainter, x: float, theme: Theme, has_focus: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("panel"), 1.5))
    painter.setBrush(theme.colour("selected"))
    painter.drawEllipse(QPointF(x, LINE), _HANDLE, _HANDLE)
    if has_focus:
        painter.setPen(QPen(theme.colour("accent"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x, LINE), _HANDLE + 2.5, _HANDLE + 2.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _draw_here(
    painter: QPainter, scene: Scene, x: float, text: str, theme: Theme, font: QFont
) -> None:
    """What is said of the present step: above it, as far as there is room on both sides."""
    painter.setFont(small(font, MEDIUM))
    width = painter.fontMetrics().horizontalAdvance(text) + 2
    left = min(max(x - width / 2, MARGIN), scene.width - MARGIN - width)
    painter.setPen(theme.colour("text"))
    painter.drawText(QRectF(left, TEXT, width, LINE_HEIGHT), _MIDDLE, text)
