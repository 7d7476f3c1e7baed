"""A set-up in a file: what is written is read again, and nothing else is taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import RunFileError, UserError
from core.run_settings import RunSettings
from visualiser.selection import Neuron
from visualiser.sharing.link_file import is_link, read_link, write_link
from visualiser.sharing.set_up import SetUp, in_full, to_text


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "Übung 1.nnlink"
    set_up = SetUp(in_full(RunSettings(layers=(64, 8, 10), seed=4)), 30, Neuron(1, 2))
    write_link(path, set_up)
    assert path.read_bytes() == f"{to_text(set_up)}\n".encode("ascii")
    assert read_link(path) == set_up
    assert is_link(path)
    assert is_link(Path("A.NNLINK"))
    assert not is_link(Path("a.nnrun"))


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b"\r\n  "])
def test_what_editors_add_does_no_harm(tmp_path: Path, start: bytes) -> None:
    path = tmp_path / "a.nnlink"
    path.write_bytes(start + b"nnv1:seed=4\r\n\r\n")
    assert read_link(path).settings.seed == 4


@pytest.mark.parametrize(
    "content", [b"", b"\xff\x00\x01", b"nnv1:seed=4" + b" " * 4000, b"x" * 10**6]
)
def test_any_other_file_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.nnlink"
    path.write_bytes(content)
    with pytest.raises(UserError) as refused:
        read_link(path)
    assert str(refused.value).isprintable()


def test_a_file_that_is_not_there_or_cannot_be_written_is_named(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "a.nnlink"
    with pytest.raises(RunFileError, match="nowhere"):
        read_link(path)
    with pytest.raises(RunFileError, match="nowhere"):
        write_link(path, SetUp())
