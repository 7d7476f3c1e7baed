"""A new run with other data in the training process: loaded, given up, or refused."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core import Dataset, RunSettings, load_dataset
from tests.visualiser.data.idx import idx_folder
from tests.visualiser.training.owners import WAIT, Begin, Owner, send
from visualiser.training import loading
from visualiser.training import messages as m
from visualiser.training.loading import GivenUpError, Inbox, LoadingWatch, begun_with_data


class _Pipe:
    """A connection of which both ends are here."""

    def __init__(self, *commands: m.Command) -> None:
        self.commands, self.sent = list(commands), list[object]()

    def poll(self, _: float | None = 0) -> bool:
        return bool(self.commands)

    def recv(self) -> m.Command:
        return self.commands.pop(0)

    def send(self, message: object) -> None:
        self.sent.append(message)


def watch_on(pipe: _Pipe) -> tuple[Inbox, LoadingWatch]:
    inbox = Inbox(pipe)  # type: ignore[arg-type] # a pipe of the test
    return inbox, LoadingWatch(pipe, inbox, "large")  # type: ignore[arg-type]


def begun(qtbot: QtBot, owner: Owner, command: m.Begin) -> RunSettings:
    with qtbot.waitSignal(owner.session.begun, timeout=WAIT) as told:
        owner.session.send(command)
    qtbot.waitUntil(lambda: owner.newest.description.settings.data == command.settings.data)
    qtbot.waitUntil(lambda: owner.stands_at(0), timeout=WAIT)
    assert told.args is not None
    settings: RunSettings = told.args[0].settings
    return settings


def test_a_new_run_begins_and_the_one_before_can_be_brought_back(
    qtbot: QtBot, owner: Owner, tmp_path: Path
) -> None:
    folder = str(idx_folder(tmp_path / "data"))
    send(qtbot, owner, m.Play(40), 40)
    # The last of the digits: no example of the new data has its place.
    owner.session.send(m.ShowExample("stay", "test", index=359))
    qtbot.waitUntil(lambda: owner.progress.example.index == 359, timeout=WAIT)
    wanted = RunSettings(folder, (36, 5, 3), batch_size=7)
    assert begun(qtbot, owner, m.Begin(wanted)) == wanted
    described = owner.newest.description
    assert described.sizes == (36, 5, 3)
    assert (described.train_count, described.test_count, described.image_shape) == (60, 24, (6, 6))
    assert described.can_bring_back
    assert owner.progress.example.index == 0
    send(qtbot, owner, m.Play(10), 10)
    owner.session.send(m.BringBack())
    qtbot.waitUntil(lambda: owner.stands_at(40), timeout=WAIT)
    assert owner.newest.description.settings.data == "digits"
    assert owner.progress.example.index == 0


@pytest.mark.parametrize(
    "settings",
    [
        RunSettings("/no/such/data"),
        RunSettings("digits", (64, 4, 9)),
        RunSettings("digits", (63, 10)),
        RunSettings("digits", activation="nothing"),
        RunSettings("digits", batch_size=100_000),
    ],
    ids=str,
)
def test_where_there_is_no_such_run_the_present_one_goes_on(
    qtbot: QtBot, owner: Owner, settings: RunSettings
) -> None:
    before = send(qtbot, owner, m.Play(30), 30)
    command = m.Begin(settings)
    owner.session.send(command)
    qtbot.waitUntil(lambda: bool(owner.refusals), timeout=WAIT)
    assert owner.refusals[0][1] == command
    after = send(qtbot, owner, m.Play(5), 35)
    assert after.description.identity == before.description.identity


def test_a_dead_process_is_followed_by_one_with_the_same_data(
    qtbot: QtBot, owner: Owner, tmp_path: Path
) -> None:
    folder = str(idx_folder(tmp_path / "data"))
    begun(qtbot, owner, m.Begin(RunSettings(folder, (36, 5, 3))))
    before = send(qtbot, owner, m.Play(20), 20)
    count = len(owner.snapshots)
    owner.kill()
    qtbot.waitUntil(lambda: len(owner.snapshots) > count and owner.stands_at(20), timeout=WAIT)
    assert owner.newest.description.settings.data == folder
    assert (owner.newest.parameters.vector == before.parameters.vector).all()


def test_loading_tells_how_far_it_is_and_reads_no_command_twice() -> None:
    pipe = _Pipe(m.Play(), m.Pause())
    inbox, watch = watch_on(pipe)
    watch(0.25)
    assert pipe.sent == [m.Loading("large", 0.25)]
    # What came meanwhile comes next, in its order, before what comes later.
    pipe.commands.append(m.Undo())
    assert inbox.poll(0)
    assert [inbox.next() for _ in range(3)] == [m.Play(), m.Pause(), m.Undo()]
    assert not inbox.poll(0)


def test_shares_are_told_no_more_than_twenty_times_a_second(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    pipe = _Pipe()
    _, watch = watch_on(pipe)
    for step in range(100):
        now[0] = 100 + step / 100
        watch(step / 100)
    assert 15 <= len(pipe.sent) <= 20


@pytest.mark.parametrize("last", [m.StopLoading(), m.Quit()], ids=str)
def test_loading_is_given_up_on_request(monkeypatch: pytest.MonkeyPatch, last: m.Command) -> None:
    pipe = _Pipe(m.Play(), last)
    inbox, watch = watch_on(pipe)

    def load(source: str, told: LoadingWatch) -> Dataset:
        told(0.5)
        return load_dataset(source)

    monkeypatch.setattr(loading, "load_dataset", load)
    with pytest.raises(GivenUpError):
        begun_with_data(RunSettings(), watch)
    # Quit is obeyed after it.
    assert [inbox.next(), inbox.next()] == [m.Play(), last]


def test_stopping_when_nothing_is_loaded_does_nothing(qtbot: QtBot, begin: Begin) -> None:
    owner = begin()
    owner.session.send(m.StopLoading())
    send(qtbot, owner, m.Play(5), 5)
    assert not owner.refusals
