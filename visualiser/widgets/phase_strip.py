"""PhaseStrip: the phases of a step side by side, the present one marked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from visualiser.phase_words import follower, mark, title
from visualiser.phases import Phase
from visualiser.widgets.arrow_keys import is_claimed, move_of
from visualiser.widgets.tab_order import keep_in_turn

_HEIGHT, _GAP = 27, 3


class PhaseStrip(QWidget):
    """A button for each phase; where there is little room, with shorter names, then with letters.

    Where even these do not fit, as in a network of many layers, the phases around the present
    one are shown. The arrow keys go from phase to phase.

    Signals
    -------
    phase_chosen (Phase)
    """

    phase_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phases: tuple[Phase, ...] = ()
        self._present = 0
        self._buttons: list[QPushButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)

    def show_phases(self, phases: tuple[Phase, ...], present: Phase) -> None:
        """Show these, one of them as the present one."""
        if phases != self._phases:
            self._phases = phases
            self._make_buttons()
        had_focus = any(button.hasFocus() for button in self._buttons)
        self._present = phases.index(present)
        for place, button in enumerate(self._buttons):
            is_present = place == self._present
            button.setChecked(is_present)
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_present else Qt.FocusPolicy.ClickFocus
            )
        self._fit()
        if had_focus:
            self._buttons[self._present].setFocus()

    def sizeHint(self) -> QSize:
        """Ask for little: the layout gives what is left."""
        return QSize(120, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say more or less."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew what another font or style has changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from taking steps while a phase has the focus."""
        return is_claimed(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the phase before or after."""
        move = move_of(event)
        place = self._present + move
        if not move:
            super().keyPressEvent(event)
        elif 0 <= place < len(self._phases):
            self.phase_chosen.emit(self._phases[place])

    def _make_buttons(self) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for phase in self._phases:
            button = _PhaseButton(self)
            button.setObjectName("phase")
            button.setCheckable(True)
            button.setAccessibleName(title(phase))
            button.setToolTip(self._tip(phase))
            button.clicked.connect(partial(self._choose, phase))
            self._buttons.append(button)
        keep_in_turn(self, self._buttons)

    def _tip(self, phase: Phase) -> str:
        text = self.tr("Go to the phase “{title}” of this step.")
        if phase.kind == "done":
            text = self.tr("Take the step, and show what came of it.")
        return text.format(title=title(phase))

    def _choose(self, phase: Phase) -> None:
        # Which one is marked follows from where the step is, not from the click.
        self._buttons[self._phases.index(phase)].setChecked(phase == self._phases[self._present])
        self.phase_chosen.emit(phase)

    def _fit(self) -> None:
        """Place as many buttons as there is room for, with texts as long as there is room for."""
        if not self._buttons:
            return
        places = range(len(self._phases))
        for write in (self._full, self._grouped, self._letters):
            widths = self._written(write())
            if _total(widths) <= self.width():
                break
        first, last = self._around(widths)
        x = 0
        for place in places:
            is_seen = first <= place <= last
            if is_seen:
                self._buttons[place].setGeometry(x, 0, widths[place], _HEIGHT)
                x += widths[place] + _GAP
            self._buttons[place].setVisible(is_seen)

    def _full(self) -> list[str]:
        return [title(phase) for phase in self._phases]

    def _grouped(self) -> list[str]:
        """Names of which those of one kind share a word: Forward 1, 2, 3, Cost."""
        before = (None, *self._phases)
        return [
            follower(phase) if last is not None and last.kind == phase.kind else title(phase)
            for last, phase in zip(before, self._phases, strict=False)
        ]

    def _letters(self) -> list[str]:
        texts = [mark(phase) for phase in self._phases]
        texts[self._present] = title(self._phases[self._present])
        return texts

    def _written(self, texts: list[str]) -> list[int]:
        """Write these on the buttons; how wide each then is."""
        for button, text in zip(self._buttons, texts, strict=True):
            button.setText(text)
        return [button.sizeHint().width() for button in self._buttons]

    def _around(self, widths: list[int]) -> tuple[int, int]:
        """From which place to which there is room around the present one."""
        first = last = self._present
        while True:
            before, after = first - 1, last + 1
            room = self.width() - _total(widths[first : last + 1]) - _GAP
            fits_before = before >= 0 and widths[before] <= room
            fits_after = after < len(widths) and widths[after] <= room
            if fits_after and (not fits_before or last - self._present <= self._present - first):
                last = after
            elif fits_before:
                first = before
            else:
                return first, last


class _PhaseButton(QPushButton):
    """Leaves the arrow keys to the strip."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if move_of(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _total(widths: list[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)
