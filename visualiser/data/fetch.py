"""Fetch: one file from one address, at a person's request; and what can go wrong with that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QByteArray, QObject, QUrl, Signal, Slot
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from visualiser.data.part_file import PartFile

# What is taken at once, and what Qt keeps for it: of a longer answer, the rest waits outside.
_CHUNK = 2**16
_WHOLE, _PARTIAL, _NO_SUCH_RANGE = 200, 206, 416
_Status = QNetworkRequest.Attribute.HttpStatusCodeAttribute
_Error = QNetworkReply.NetworkError


class Problem(Enum):
    """What can go wrong on the way, in kinds that a person can do different things about."""

    OFFLINE = auto()
    INSECURE = auto()
    REFUSED = auto()
    BROKEN_OFF = auto()
    WRONG = auto()


@dataclass(frozen=True)
class Failure:
    """Why a file did not come from where it was asked for.

    Attributes
    ----------
    problem : Problem
    host : str
    name : str
        Of the file.
    status : int
        The number of HTTP's answer; 0 where there was none.
    """

    problem: Problem
    host: str
    name: str
    status: int = 0


class Fetch(QObject):
    """Asks for what a PartFile lacks, and appends what comes.

    Parameters
    ----------
    network : QNetworkAccessManager
    address : str
        Of the file.
    part : PartFile
        Which is not whole.
    patience : int
        Milliseconds without a single byte after which nobody waits any longer.
    parent : QObject

    Signals
    -------
    progressed
        There is more of the file.
    ended (Failure, OSError or None)
        It could not be fetched, or not be written; None where it is whole.
    """

    progressed = Signal()
    ended = Signal(object)

    def __init__(
        self,
        network: QNetworkAccessManager,
        address: str,
        part: PartFile,
        patience: int,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._part, self._host = part, QUrl(address).host()
        self._is_expected = False
        request = QNetworkRequest(QUrl(address))
        # The bytes as they are, or their number says nothing.
        request.setRawHeader(QByteArray(b"Accept-Encoding"), QByteArray(b"identity"))
        if part.size:
            request.setRawHeader(QByteArray(b"Range"), QByteArray(b"bytes=%d-" % part.size))
        request.setTransferTimeout(patience)
        self._reply: QNetworkReply | None = network.get(request)
        self._reply.setReadBufferSize(_CHUNK)
        self._reply.readyRead.connect(self._take)
        self._reply.finished.connect(self._finish)

    def stop(self) -> None:
        """End it at once; what has come is kept."""
        reply, self._reply = self._reply, None
        if reply is not None:
            reply.disconnect(self)
            reply.abort()
            reply.deleteLater()

    @Slot()
    def _take(self) -> None:
        """Write what is there, if it is a part of the file."""
        reply = self._reply
        # One that was given up is closed.
        if reply is None or not reply.isOpen() or self._status() not in (_WHOLE, _PARTIAL):
            return
        try:
            if not self._is_expected and not self._expect(reply):
                self._end(self._failure(Problem.WRONG))
                return
            while content := bytes(reply.read(_CHUNK).data()):
                if self._part.size + len(content) > self._part.known.size:
                    self._end(self._failure(Problem.WRONG))
                    return
                self._part.append(content)
        except OSError as error:
            self._end(error)
            return
        self.progressed.emit()

    def _expect(self, reply: QNetworkReply) -> bool:
        """Whether the answer says that it is what is lacking; or all of the file."""
        self._is_expected = True
        if self._status() == _WHOLE:
            self._part.begin_anew()
        elif _first_byte(_header(reply, "Content-Range")) != self._part.size:
            return False
        length = _header(reply, "Content-Length")
        return length in ("", str(self._part.known.size - self._part.size))

    @Slot()
    def _finish(self) -> None:
        self._take()
        # It may have come to an end by that.
        if self._reply is None:
            return
        error, status = self._reply.error(), self._status()
        if status == _NO_SUCH_RANGE:
            self._end(self._failure(Problem.WRONG))
        elif error == _Error.NoError:
            self._end(None if self._part.is_whole else self._failure(Problem.BROKEN_OFF))
        elif error == _Error.SslHandshakeFailedError:
            self._end(self._failure(Problem.INSECURE))
        elif status >= 400:
            self._end(self._failure(Problem.REFUSED))
        else:
            self._end(self._failure(Problem.BROKEN_OFF if status else Problem.OFFLINE))

    def _end(self, how: Failure | OSError | None) -> None:
        self.stop()
        self.ended.emit(how)

    def _failure(self, problem: Problem) -> Failure:
        return Failure(problem, self._host, self._part.known.name, self._status())

    def _status(self) -> int:
        status = self._reply.attribute(_Status) if self._reply is not None else None
        return int(status or 0)


def _header(reply: QNetworkReply, name: str) -> str:
    return bytes(reply.rawHeader(name).data()).decode("latin-1").strip()


def _first_byte(content_range: str) -> int | None:
    found = re.match(r"bytes (\d{1,12})-", content_range)
    return int(found[1]) if found else None
