"""A program whose user makes the window larger and smaller: run by a test, in a process of its own.

An application in another scale is another application, and a test has but one.
"""

from __future__ import annotations

import sys

# What is pressed with Ctrl in one window after the other.
KEYS = ("Plus", "0")


def main() -> int:
    """Open the window, press the keys, close it; tell of each window what it is like."""
    from PySide6.QtCore import Qt, QTimer  # noqa: PLC0415 (the training process needs none of it)
    from PySide6.QtGui import QShowEvent  # noqa: PLC0415 (as above)

    from core import RunSettings  # noqa: PLC0415 (as above)
    from tests.visualiser import screen  # noqa: PLC0415 (as above)
    from visualiser import app  # noqa: PLC0415 (as above)
    from visualiser.main_window import MainWindow  # noqa: PLC0415 (as above)
    from visualiser.selection import Neuron  # noqa: PLC0415 (as above)
    from visualiser.training.session import TrainingProcess  # noqa: PLC0415 (as above)

    left = list(KEYS)

    class Robot(MainWindow):
        """A window with somebody in front of it."""

        def showEvent(self, event: QShowEvent) -> None:
            super().showEvent(event)
            self._has_pressed = False
            self._timer = QTimer(self)
            self._timer.timeout.connect(self._go_on)
            self._timer.start(5)

        def _go_on(self) -> None:
            if self._snapshot is None or self.cost is None:
                return
            step = self._snapshot.progress.position
            if not self._has_pressed:
                self._has_pressed = True
                screen.press(self, "Step")
            if step == len(KEYS) - len(left):
                return
            self._timer.stop()
            facts = (
                self.devicePixelRatioF(),
                step,
                len(self.history),
                self.network.selection,
                self.notice.text(),
            )
            sys.stdout.write("|".join(map(str, facts)) + "\n")
            self.network.select(Neuron(1, len(left)))
            self.grab()
            if left:
                key = Qt.Key[f"Key_{left.pop(0)}"]
                screen.control_key(self, key)
            else:
                self.close_at_once()

    vars(app)["MainWindow"] = Robot
    return app.open_window(TrainingProcess(RunSettings()), "dark")


if __name__ == "__main__":
    raise SystemExit(main())
