"""How long from the command to the first painted window, and to the first numbers in it."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.table import Table

_STARTS = 7
# Times are taken inside the new process, from the moment the operating system started it.
_SCRIPT = """
import os
def age():
    ticks = float(open("/proc/self/stat").read().rsplit(")", 1)[1].split()[19])
    up = float(open("/proc/uptime").read().split()[0])
    return up - ticks / os.sysconf("SC_CLK_TCK")
if __name__ == "__main__":
    from multiprocessing.process import BaseProcess
    from visualiser.__main__ import main
    start_process = BaseProcess.start
    def start_and_watch(process):
        start_process(process)
        import visualiser.app as app
        class Watched(app.MainWindow):
            painted = None
            def __init__(self, *args):
                super().__init__(*args)
                self.network.installEventFilter(self)
                self.session.snapshot_taken.connect(self.tell)
            def eventFilter(self, thing, event):
                if event.type() == event.Type.Paint and self.painted is None:
                    self.painted = age()
                return False
            def tell(self, _):
                if self.painted is not None:
                    print(self.painted, age(), flush=True)
                    self.close()
        app.MainWindow = Watched
    BaseProcess.start = start_and_watch
    raise SystemExit(main())
"""


def measure() -> Table:
    """Start the window several times, warm."""
    painted, ready = [], []
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "start.py")
        script.write_text(_SCRIPT, "utf-8")
        # Warm means compiled as well, as an installed program is, whatever a developer has set.
        home = {
            **os.environ,
            "XDG_CONFIG_HOME": folder,
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(Path(folder, "compiled")),
        }
        answers = [
            subprocess.run(  # noqa: S603 (our own script)
                [sys.executable, script], env=home, capture_output=True, text=True, check=True
            )
            for _ in range(_STARTS + 1)
        ]
    for answer in answers:
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
