"""A mirror on localhost, which gives small files; well, or as badly as it is told to."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import numpy as np

from visualiser.data.mirrors import KnownFile


def content_of(number: int, size: int) -> bytes:
    return np.random.default_rng(number).bytes(size)


CONTENTS = {f"file-{n}.gz": content_of(n, size) for n, size in enumerate((300_000, 900, 70_000, 5))}
FILES = tuple(
    KnownFile(name, len(content), hashlib.sha256(content).hexdigest())
    for name, content in CONTENTS.items()
)
TOTAL = sum(known.size for known in FILES)


@dataclass
class Mirror:
    """How it behaves, and what it was asked for.

    Attributes
    ----------
    asked : list of (str, str)
        Names of files, and the ranges.
    changed : dict
        Other bytes for some of the files.
    missing, takes_ranges, status
        Files that it does not have; whether it minds ranges; what it answers in place of 200.
    breaks_off_after : int or None
        Bytes of each answer.
    stalls_after : int or None
        Bytes, after which nothing comes until ``go_on`` is set.
    states_length : bool
    """

    base: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    changed: dict[str, bytes] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    takes_ranges: bool = True
    status: int = 200
    breaks_off_after: int | None = None
    stalls_after: int | None = None
    states_length: bool = True
    go_on: threading.Event = field(default_factory=threading.Event)


@contextmanager
def mirror() -> Iterator[Mirror]:
    """One that serves until it is left."""
    made = Mirror()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"made": made}))
    # Or a stalled answer would be waited for.
    server.daemon_threads = True
    made.base = f"http://127.0.0.1:{server.server_address[1]}/mnist/"
    thread = threading.Thread(target=lambda: server.serve_forever(0.02), name="mirror")
    thread.start()
    try:
        yield made
    finally:
        made.go_on.set()
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    """Answers as its Mirror says."""

    made: ClassVar[Mirror]

    def do_GET(self) -> None:
        made = self.made
        name, asked = self.path.rsplit("/", 1)[-1], self.headers.get("Range", "")
        made.asked.append((name, asked))
        if name in made.missing or made.status >= 300:
            self.send_error(404 if name in made.missing else made.status)
            return
        content = made.changed.get(name, CONTENTS[name])
        self._send(content, int(asked[6:-1]) if asked and made.takes_ranges else 0)

    def _send(self, content: bytes, start: int) -> None:
        if start > len(content):
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        if start:
            stated = f"bytes {start}-{len(content) - 1}/{len(content)}"
            self.send_header("Content-Range", stated)
        if self.made.states_length:
            self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        try:
            self._write(content[start:])
        except OSError:
            self.close_connection = True

    def _write(self, rest: bytes) -> None:
        made = self.made
        if made.breaks_off_after is not None:
            rest = rest[: made.breaks_off_after]
            self.close_connection = True
        if made.stalls_after is not None and len(rest) > made.stalls_after:
            self.wfile.write(rest[: made.stalls_after])
            made.go_on.wait()
            rest = rest[made.stalls_after :]
        self.wfile.write(rest)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""
