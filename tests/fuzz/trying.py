"""What becomes of one mutant: opened and usable, or refused in one sentence; anything else is bad.

Runs in a process of its own, with little memory and somebody who looks at what it opens.
"""

from __future__ import annotations

import os
import pickle
import re
import shutil
import sys
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

import core
from core import Dataset, Examples, errors
from core.datasets.finding import find
from core.datasets.pictures import PICTURES
from core.datasets.reader import unwatched
from tests.fuzz.mutants import Mutant

MOST_MEMORY = 512 * 2**20
# What is told of data has to travel to the window.
MOST_FOUND = 8 * 2**20
_LONGEST_SENTENCE = 600


class Outcome(NamedTuple):
    """What became of a mutant.

    Attributes
    ----------
    verdict : str
        ``"opened"`` or ``"refused"``; else what is wrong.
    detail : str
        More about it.
    """

    verdict: str
    detail: str = ""


def work(connection: Connection, folder: Path) -> None:
    """Try the mutants that come, one after another, in an empty folder; None ends it."""
    sys.dont_write_bytecode = True
    watch = _Watch()
    sys.addaudithook(watch.see)
    _limit_memory()
    while True:
        mutant = connection.recv()
        if mutant is None:
            return
        path = mutant.make(folder)
        # From here on its time counts.
        connection.send(None)
        connection.send(_try(mutant, path, watch))
        _empty(folder)


def _try(mutant: Mutant, path: Path, watch: _Watch) -> Outcome:
    before, listing = path.read_bytes(), _listing(path.parent)
    _forget_memory()
    watch.events = []
    watch.is_on = True
    refusal = _refusal(mutant.kind, path)
    watch.is_on = False
    if watch.events or _listing(path.parent) != listing or path.read_bytes() != before:
        return Outcome("wrote", ", ".join([*watch.events, *_listing(path.parent)]))
    if (used := _most_memory()) > MOST_MEMORY:
        return Outcome("memory", f"{used >> 20} MB")
    if refusal is None:
        return Outcome("opened")
    return _refused(refusal) if isinstance(refusal, errors.UserError) else _failed(refusal)


def _refusal(kind: str, path: Path) -> Exception | None:
    """The exception that opening and using it ends in."""
    try:
        _use(_OPENERS[kind](path))
    except Exception as error:  # noqa: BLE001 (any but UserError is what is looked for)
        return error
    return None


def _failed(error: Exception) -> Outcome:
    return Outcome("exception", "".join(traceback.format_exception(error)))


def _open_weights(path: Path) -> core.Run:
    network = core.import_weights(path).network
    inputs = np.random.default_rng(0).random((4, network.sizes[0]), np.float32)
    labels = np.arange(4) % network.sizes[-1]
    examples = Examples.from_arrays(inputs, labels, classes=min(network.sizes[-1], 10_000))
    return core.Run(network, Dataset("made up", examples, examples, (1, 1)), batch_size=2)


def _open_data(path: Path) -> core.Run:
    found = find(path)
    pickled = pickle.dumps(found)
    assert len(pickled) < MOST_FOUND, f"{len(pickled)} bytes of {found.source}"
    data = core.load_dataset(found.source)
    assert (len(data.train), len(data.test)) == (found.train_count, found.test_count)
    return core.Run(core.Network((data.input_count, 3, data.class_count)), data, batch_size=2)


def _open_pictures(path: Path) -> core.Run:
    """The folder that a picture lies in, of a class and of all classes."""
    data = PICTURES.load(path.parents[1], unwatched)
    return core.Run(core.Network((data.input_count, 3, data.class_count)), data, batch_size=2)


_OPENERS: dict[str, Callable[[Path], core.Run]] = {
    "run": core.load_run,
    "safetensors": _open_weights,
    "npz": _open_weights,
    "idx": _open_data,
    "csv": _open_data,
    "data-npz": _open_data,
    "pictures": _open_pictures,
}


def _use(run: core.Run) -> None:
    """A step there, one back, and one wherever the run has been; it may diverge."""
    try:
        run.step()
        run.back()
        run.go_to(run.length // 2)
        run.trace()
        run.evaluate_test()
    except errors.DivergenceError:
        pass


def _refused(error: errors.UserError) -> Outcome:
    text = str(error)
    # What is quoted from the file may look like anything.
    frame = re.sub(r"'[^']*'|\"[^\"]*\"", "…", text)
    is_sentence = text.endswith(".") and ". " not in frame and text.isprintable()
    if not is_sentence or len(text) > _LONGEST_SENTENCE:
        return Outcome("no sentence", text[:1000])
    # It has to travel to the window.
    if str(pickle.loads(pickle.dumps(error))) != text:  # noqa: S301 (our own)
        return Outcome("no sentence", f"another one after a journey: {text[:1000]}")
    return Outcome("refused", text)


# ------------------------------------------------------------------------ who looks


class _Watch:
    """Notes what a reader has no business to do."""

    _WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
    _FORBIDDEN = (
        "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate",
        "os.chmod", "os.system", "os.exec", "os.fork", "os.posix_spawn", "subprocess.Popen",
        "socket.connect", "socket.bind", "ctypes.dlopen", "pickle.find_class",
    )  # fmt: skip

    def __init__(self) -> None:
        self.is_on = False
        self.events: list[str] = []

    def see(self, event: str, arguments: tuple[Any, ...]) -> None:
        """As `sys.addaudithook` calls it."""
        if not self.is_on:
            return
        if event in self._FORBIDDEN or (event == "open" and arguments[2] & self._WRITING):
            self.events.append(f"{event} {arguments[:1]}")


def _listing(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def _limit_memory() -> None:
    """Far from all memory of the machine; where the system can do that.

    More than MOST_MEMORY, so that it is seen when a reader tries to have that.
    """
    if sys.platform != "linux":
        return
    import resource  # noqa: PLC0415 (not on Windows)

    now = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + 3 * MOST_MEMORY,) * 2)


def _forget_memory() -> None:
    """Begin to measure anew what `_most_memory` tells: making a mutant may take much."""
    if sys.platform == "linux":
        Path("/proc/self/clear_refs").write_text("5", "ascii")


def _most_memory() -> int:
    """The most that this process had at once, in bytes; 0 where the system does not say."""
    if sys.platform != "linux":
        return 0
    [kilobytes] = re.findall(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    return int(kilobytes) * 1024
