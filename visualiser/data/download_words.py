"""What is said where MNIST cannot be fetched: what is wrong, and what can be done."""

from __future__ import annotations

import errno
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from visualiser.data.fetch import Failure, Problem
from visualiser.number_format import fixed

_NO_SPACE = (errno.ENOSPC, errno.EDQUOT)
_NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)
_MEGABYTE = 1_000_000


def failure_sentence(failure: Failure) -> str:
    """Why a file did not come."""
    return _template(failure.problem).format(
        host=failure.host, name=failure.name, status=failure.status
    )


def disk_sentence(error: OSError, folder: Path, total: int) -> str:
    """Why a file of so many bytes could not be written."""
    if error.errno in _NO_SPACE:
        template = _tr(
            "There is no space left for MNIST in {folder}: it takes {megabytes} MB; make room and "
            "try again."
        )
    elif error.errno in _NOT_ALLOWED:
        template = _tr(
            "MNIST cannot be kept in {folder}, where nothing may be written; allow it and try "
            "again."
        )
    else:
        template = _tr(
            "MNIST cannot be written to {folder} ({reason}); try again, or open it from another "
            "folder."
        )
    return template.format(
        folder=folder, megabytes=megabytes(total), reason=error.strerror or type(error).__name__
    )


def megabytes(size: int) -> str:
    """A number of bytes in MB, with one decimal."""
    return fixed(size / _MEGABYTE, 1)


def _template(problem: Problem) -> str:
    return {
        Problem.OFFLINE: _tr(
            "{host} does not answer, or this computer is offline; try again when it is online, or "
            "open MNIST from a folder."
        ),
        Problem.INSECURE: _tr(
            "No secure connection to {host} could be made, so nothing was fetched; try again from "
            "another network, or open MNIST from a folder."
        ),
        Problem.REFUSED: _tr(
            "{host} does not give {name} (its answer is HTTP {status}); try again later, or open "
            "MNIST from a folder."
        ),
        Problem.BROKEN_OFF: _tr(
            "The connection to {host} broke off within {name}; what has come is kept, so try again "
            "to go on from there."
        ),
        Problem.WRONG: _tr(
            "What {host} sends as {name} is something else (its SHA-256 or its length is another), "
            "so it was deleted; try again later, or open MNIST from a folder."
        ),
    }[problem]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Download", text)
