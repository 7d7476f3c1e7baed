"""MNIST fetched from a server on localhost, which is slow, breaks off, or sends something else."""

from __future__ import annotations

import errno
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from core import load_dataset
from core.errors import DataError
from tests.visualiser.data.mirror import CONTENTS, FILES, TOTAL, Mirror, mirror
from tests.visualiser.windows import PATIENCE
from visualiser.data.download import Download
from visualiser.data.mirrors import MIRRORS, MNIST_FILES
from visualiser.data.part_file import PartFile, part_name

FIRST = FILES[0]
PART = part_name(FIRST)


class Told:
    """What a download says, in order."""

    def __init__(self, download: Download) -> None:
        self.shares: list[tuple[int, int]] = []
        self.finished: list[Path] = []
        self.failed: list[str] = []
        download.progressed.connect(lambda done, total: self.shares.append((done, total)))
        download.finished.connect(self.finished.append)
        download.failed.connect(self.failed.append)

    @property
    def is_over(self) -> bool:
        return bool(self.finished or self.failed)


@pytest.fixture
def first() -> Iterator[Mirror]:
    with mirror() as made:
        yield made


@pytest.fixture
def second() -> Iterator[Mirror]:
    with mirror() as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "mnist"


def fetch(qtbot: QtBot, folder: Path, *bases: str, patience: int = 20_000) -> Told:
    """Fetch until it has an end."""
    download = Download(folder, bases, FILES, patience)
    told = Told(download)
    download.start()
    qtbot.waitUntil(lambda: told.is_over, timeout=PATIENCE)
    assert not download.is_running
    assert len(told.finished) + len(told.failed) == 1
    return told


def there(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def check_sentence(text: str, *parts: str) -> None:
    assert text.endswith(".")
    assert ". " not in text
    assert "{" not in text
    for part in parts:
        assert part in text


def leave_part(folder: Path, content: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / PART).write_bytes(content)


# ------------------------------------------------------------------------ what comes


def test_all_files_are_there_and_nothing_else(qtbot: QtBot, folder: Path, first: Mirror) -> None:
    told = fetch(qtbot, folder, first.base)
    assert told.finished == [folder]
    assert there(folder) == CONTENTS
    assert first.asked == [(name, "") for name in CONTENTS]


def test_progress_goes_up_to_all_bytes(qtbot: QtBot, folder: Path, first: Mirror) -> None:
    shares = fetch(qtbot, folder, first.base).shares
    assert shares[0] == (0, TOTAL)
    assert shares[-1] == (TOTAL, TOTAL)
    assert shares == sorted(shares)
    assert len({done for done, _ in shares}) > len(FILES)


def test_what_is_there_is_not_fetched_again(qtbot: QtBot, folder: Path, first: Mirror) -> None:
    fetch(qtbot, folder, first.base)
    first.asked.clear()
    (folder / FILES[2].name).unlink()
    # Of the right length, but not what it should be.
    (folder / FILES[3].name).write_bytes(b"12345")
    assert fetch(qtbot, folder, first.base).finished
    assert [name for name, _ in first.asked] == [FILES[2].name, FILES[3].name]
    assert there(folder) == CONTENTS


@pytest.mark.parametrize("states_length", [True, False])
def test_a_server_that_does_not_state_lengths(
    qtbot: QtBot, folder: Path, first: Mirror, *, states_length: bool
) -> None:
    first.states_length = states_length
    assert fetch(qtbot, folder, first.base).finished
    assert there(folder) == CONTENTS


def test_nothing_is_asked_before_the_start(qtbot: QtBot, folder: Path, first: Mirror) -> None:
    download = Download(folder, [first.base], FILES)
    qtbot.wait(20)
    assert not download.is_running
    assert not first.asked
    assert not folder.exists()


# ------------------------------------------------------------------------ going on


def test_it_goes_on_where_it_broke_off(qtbot: QtBot, folder: Path, first: Mirror) -> None:
    first.breaks_off_after = 200_000
    told = fetch(qtbot, folder, first.base)
    check_sentence(told.failed[0], "127.0.0.1", FIRST.name, "try again")
    [(name, kept)] = there(folder).items()
    assert name == PART
    # What was on the way when it broke off may be lost.
    assert 100_000 < len(kept) <= 200_000
    assert CONTENTS[FIRST.name].startswith(kept)
    first.breaks_off_after = None
    assert fetch(qtbot, folder, first.base).finished
    assert first.asked[1] == (FIRST.name, f"bytes={len(kept)}-")
    assert there(folder) == CONTENTS


def test_the_other_mirror_goes_on_where_the_first_broke_off(
    qtbot: QtBot, folder: Path, first: Mirror, second: Mirror
) -> None:
    first.breaks_off_after = 200_000
    assert fetch(qtbot, folder, first.base, second.base).finished
    name, asked = second.asked[0]
    assert name == FIRST.name
    assert 100_000 < int(asked.removeprefix("bytes=").removesuffix("-")) <= 200_000
    # And gives the rest as well.
    assert len(first.asked) == 1
    assert there(folder) == CONTENTS


def test_a_server_that_ignores_ranges_begins_anew(
    qtbot: QtBot, folder: Path, first: Mirror
) -> None:
    first.takes_ranges = False
    leave_part(folder, CONTENTS[FIRST.name][:1000])
    assert fetch(qtbot, folder, first.base).finished
    assert first.asked[0] == (FIRST.name, "bytes=1000-")
    assert there(folder) == CONTENTS


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(kept=st.integers(0, FIRST.size + 3), is_sound=st.booleans(), takes_ranges=st.booleans())
def test_whatever_was_left_there_it_ends_with_the_right_bytes_or_none(
    qtbot: QtBot,
    tmp_path_factory: pytest.TempPathFactory,
    first: Mirror,
    kept: int,
    *,
    is_sound: bool,
    takes_ranges: bool,
) -> None:
    folder = tmp_path_factory.mktemp("mnist")
    first.takes_ranges = takes_ranges
    before = CONTENTS[FIRST.name] + b"end"
    leave_part(folder, before[:kept] if is_sound else b"x" * kept)
    if fetch(qtbot, folder, first.base).failed:
        # The second time it begins with nothing.
        assert not is_sound
        assert fetch(qtbot, folder, first.base).finished
    assert there(folder) == CONTENTS


def test_a_whole_part_is_checked_and_takes_its_place(
    qtbot: QtBot, folder: Path, first: Mirror
) -> None:
    leave_part(folder, CONTENTS[FIRST.name])
    assert fetch(qtbot, folder, first.base).finished
    assert FIRST.name not in dict(first.asked)
    assert there(folder) == CONTENTS


# ------------------------------------------------------------------------ what goes wrong


def test_a_404_on_both(qtbot: QtBot, folder: Path, first: Mirror, second: Mirror) -> None:
    first.missing = second.missing = (FILES[1].name,)
    told = fetch(qtbot, folder, first.base, second.base)
    check_sentence(told.failed[0], "127.0.0.1", FILES[1].name, "404", "from a folder")
    # What came before is kept.
    assert there(folder) == {FIRST.name: CONTENTS[FIRST.name]}


@pytest.mark.parametrize("status", [403, 404, 500, 503])
def test_the_second_mirror_where_the_first_fails(
    qtbot: QtBot, folder: Path, first: Mirror, second: Mirror, status: int
) -> None:
    first.status = status
    assert fetch(qtbot, folder, first.base, second.base).finished
    assert len(first.asked) == 1
    assert there(folder) == CONTENTS


def test_offline(qtbot: QtBot, folder: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        base = f"http://127.0.0.1:{free.getsockname()[1]}/"
    told = fetch(qtbot, folder, base)
    check_sentence(told.failed[0], "127.0.0.1", "online", "from a folder")
    assert there(folder) == {}


def test_no_such_host(qtbot: QtBot, folder: Path) -> None:
    told = fetch(qtbot, folder, "http://nobody.invalid/")
    check_sentence(told.failed[0], "nobody.invalid", "online")


def flipped(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])


@pytest.mark.parametrize("states_length", [True, False])
@pytest.mark.parametrize("change", [flipped, lambda c: c + b"more" * 1000, lambda c: c[:-1]])
def test_other_bytes_are_deleted_and_said(
    qtbot: QtBot, folder: Path, first: Mirror, change: object, *, states_length: bool
) -> None:
    assert callable(change)
    first.states_length = states_length
    first.changed = {FIRST.name: change(CONTENTS[FIRST.name])}
    told = fetch(qtbot, folder, first.base)
    is_cut = len(first.changed[FIRST.name]) < FIRST.size and not states_length
    said = "broke off" if is_cut else "something else"
    check_sentence(told.failed[0], "127.0.0.1", FIRST.name, said)
    assert set(there(folder)) <= ({PART} if is_cut else set())


def test_other_bytes_from_the_first_and_the_right_ones_from_the_second(
    qtbot: QtBot, folder: Path, first: Mirror, second: Mirror
) -> None:
    first.changed = {FIRST.name: flipped(CONTENTS[FIRST.name])}
    assert fetch(qtbot, folder, first.base, second.base).finished
    assert second.asked[0] == (FIRST.name, "")
    assert there(folder) == CONTENTS


def test_never_more_than_the_file_has(
    qtbot: QtBot, folder: Path, first: Mirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []
    append = PartFile.append

    def noted(part: PartFile, content: bytes) -> None:
        append(part, content)
        sizes.append(os.stat(folder / PART).st_size)  # noqa: PTH116

    monkeypatch.setattr(PartFile, "append", noted)
    first.states_length = False
    first.changed = {FIRST.name: CONTENTS[FIRST.name] * 20}
    assert fetch(qtbot, folder, first.base).failed
    assert sizes
    assert max(sizes) <= FIRST.size


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_disk_that_takes_no_more(
    qtbot: QtBot, folder: Path, first: Mirror, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    append = PartFile.append

    def fill(part: PartFile, content: bytes) -> None:
        if part.size > 100_000:
            raise OSError(number, os.strerror(number))
        append(part, content)

    monkeypatch.setattr(PartFile, "append", fill)
    told = fetch(qtbot, folder, first.base)
    said = "no space left" if number == errno.ENOSPC else "cannot be written"
    check_sentence(told.failed[0], str(folder), said)
    # A full disk is not left any fuller.
    assert bool(there(folder)) == (number == errno.EIO)


def test_too_little_space_is_seen_before(
    qtbot: QtBot, folder: Path, first: Mirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage:
        free = 1000

    monkeypatch.setattr("shutil.disk_usage", lambda _: Usage)
    told = fetch(qtbot, folder, first.base)
    check_sentence(told.failed[0], str(folder), "no space left")
    assert not first.asked


def test_a_folder_that_cannot_be_made(qtbot: QtBot, tmp_path: Path, first: Mirror) -> None:
    (tmp_path / "file").write_text("")
    folder = tmp_path / "file" / "mnist"
    told = fetch(qtbot, folder, first.base)
    check_sentence(told.failed[0], str(folder), "cannot be written")


@pytest.mark.skipif(sys.platform == "win32", reason="Folders have no permissions there")
def test_a_folder_that_must_not_be_written(
    qtbot: QtBot, folder: Path, first: Mirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Simulated, as the superuser may write anywhere."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    folder.mkdir(parents=True)
    monkeypatch.setattr(PartFile, "__init__", refuse)
    told = fetch(qtbot, folder, first.base)
    check_sentence(told.failed[0], str(folder), "nothing may be written", "allow it")


def test_a_server_that_stalls_is_given_up(
    qtbot: QtBot, folder: Path, first: Mirror, second: Mirror
) -> None:
    first.stalls_after = 100_000
    told = fetch(qtbot, folder, first.base, second.base, patience=200)
    assert told.finished
    assert there(folder) == CONTENTS


# ------------------------------------------------------------------------ stopping


def test_it_stops_at_once_and_goes_on_later(qtbot: QtBot, folder: Path, first: Mirror) -> None:
    first.stalls_after = 100_000
    download = Download(folder, [first.base], FILES)
    told = Told(download)
    download.start()
    qtbot.waitUntil(lambda: any(done for done, _ in told.shares), timeout=PATIENCE)
    # In the middle of an answer that never ends.
    download.stop()
    assert not download.is_running
    assert not told.is_over
    [kept] = there(folder).values()
    assert 0 < len(kept) <= 100_000
    first.stalls_after = None
    first.go_on.set()
    download.start()
    qtbot.waitUntil(lambda: told.is_over, timeout=PATIENCE)
    assert first.asked[1] == (FIRST.name, f"bytes={len(kept)}-")
    assert there(folder) == CONTENTS


# ------------------------------------------------------------------------ the real thing


def test_the_addresses_and_the_sums() -> None:
    assert all(base.startswith("https://") and base.endswith("/") for base in MIRRORS)
    assert len({known.sha256 for known in MNIST_FILES}) == 4
    assert all(len(bytes.fromhex(known.sha256)) == 32 for known in MNIST_FILES)


BESIDE = Path(__file__).parents[4] / "shared" / "data" / "mnist"
MNIST = Path(os.environ.get("VISUALISER_MNIST", BESIDE))


@pytest.mark.skipif(not MNIST.is_dir(), reason="MNIST is not here; set VISUALISER_MNIST")
def test_the_sums_are_those_of_mnist() -> None:
    assert all(known.is_at(MNIST / known.name) for known in MNIST_FILES)


@pytest.mark.skipif(not MNIST.is_dir(), reason="MNIST is not here; set VISUALISER_MNIST")
def test_mnist_half_fetched_is_not_taken_for_mnist(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for known in MNIST_FILES:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / part_name(known)).write_bytes((MNIST / known.name).read_bytes())
    monkeypatch.setenv("VISUALISER_MNIST", str(folder))
    with pytest.raises(DataError, match="Get MNIST"):
        load_dataset("mnist")
    # All that is lacking is the check.
    download = Download(folder, ["http://nobody.invalid/"])
    told = Told(download)
    download.start()
    qtbot.waitUntil(lambda: told.is_over, timeout=PATIENCE)
    assert told.finished
    assert len(load_dataset("mnist").train) == 60_000
