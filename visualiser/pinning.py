"""Pinning: keeps pinned examples in view, and has them shown, told and let go of."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from visualiser.number_format import count
from visualiser.panels.example import ExamplePanel
from visualiser.panels.notice import NoticePanel
from visualiser.panels.pins import MOST_PINS, PinsPanel
from visualiser.training import messages as m
from visualiser.training.session import TrainingSession
from visualiser.training.snapshot import Snapshot


class Pinning(QObject):
    """Brings the strip of pins together with the run and the controls of the shown example.

    Parameters
    ----------
    session : TrainingSession
    example : ExamplePanel
    notice : NoticePanel

    Attributes
    ----------
    panel : PinsPanel
        To be put below the network.
    """

    def __init__(
        self, session: TrainingSession, example: ExamplePanel, notice: NoticePanel
    ) -> None:
        super().__init__(example)
        self._session, self._example, self._notice = session, example, notice
        self._shown: m.ShownExample | None = None
        self.panel = panel = PinsPanel()
        panel.question_asked.connect(session.ask)
        panel.example_chosen.connect(self._show)
        panel.pins_changed.connect(self._note_pins)
        session.run_opened.connect(panel.show_run)
        session.snapshot_taken.connect(self._take)
        session.answered.connect(panel.show_answer)
        example.pin_asked.connect(self.pin)

    @Slot()
    def pin(self) -> None:
        """Pin what is shown, or unpin it where it is pinned."""
        if not self.panel.pin_shown():
            text = self.tr(
                "{most} examples are pinned, and there is room for no more; unpin one of them."
            )
            self._notice.say_shortly(text.format(most=count(MOST_PINS)))

    @Slot(object)
    def _take(self, snapshot: Snapshot) -> None:
        self.panel.show_snapshot(snapshot)
        if snapshot.progress.example != self._shown:
            self._shown = snapshot.progress.example
            self._note_pins()

    @Slot()
    def _note_pins(self) -> None:
        self._example.show_pinned(self._shown in self.panel.pinned)

    @Slot(object)
    def _show(self, example: m.ShownExample) -> None:
        if example.own is not None:
            self._session.send(m.ShowOwn.again(example))
        else:
            self._example.ask_for(example.index, "train" if example.split == "train" else "test")
