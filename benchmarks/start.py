"""How long from the command to the first painted window, and to the first numbers in it."""

from __future__ import annotations

import statistics
import subprocess
import sys

from benchmarks.table import Table

_STARTS = 7
# Times are taken inside the new process, from the moment the operating system started it.
_SCRIPT = """
import os, sys, time
def age():
    ticks = float(open("/proc/self/stat").read().rsplit(")", 1)[1].split()[19])
    up = float(open("/proc/uptime").read().split()[0])
    return up - ticks / os.sysconf("SC_CLK_TCK")
if __name__ == "__main__":
    import visualiser.app as app
    from visualiser.main_window import MainWindow
    from PySide6.QtCore import QEvent, QObject, QTimer
    from core import RunSettings
    trainer = app.TrainingProcess(RunSettings())
    class Watch(QObject):
        painted = None
        def eventFilter(self, thing, event):
            if event.type() == QEvent.Type.Paint and self.painted is None:
                self.painted = age()
            return False
    application = app.application()
    window = MainWindow(trainer, app.forgetful_settings())
    watch = Watch()
    window.network.installEventFilter(watch)
    def done(_):
        print(watch.painted, age(), flush=True)
        window.close()
    window.session.snapshot_taken.connect(done)
    window.show()
    application.exec()
"""


def measure() -> Table:
    """Start the window several times, warm."""
    painted, ready = [], []
    for _ in range(_STARTS + 1):
        answer = subprocess.run(  # noqa: S603 (our own script)
            [sys.executable, "-c", _SCRIPT], capture_output=True, text=True, check=True
        )
        first, second = map(float, answer.stdout.split())
        painted.append(first)
        ready.append(second)
    return Table(
        f"Start of the window on the embedded digits, {_STARTS} warm starts, seconds",
        [
            {"until": name, "median": statistics.median(times[1:]), "worst": max(times[1:])}
            for name, times in (("first paint", painted), ("first numbers", ready))
        ],
    )
