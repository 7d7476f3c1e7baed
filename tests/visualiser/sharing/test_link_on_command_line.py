"""``visualiser FILE.nnlink``: the window begins with the settings of the set-up."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.run_settings import RunSettings
from visualiser import app, command_line
from visualiser.sharing.link_file import read_link
from visualiser.sharing.set_up import SetUp


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What a training process, and then a window, would be opened with."""
    found: list[object] = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(command_line, "_trainer", found.append)

    def open_window(
        _: object, theme: str | None, language: str | None, set_up: SetUp | None
    ) -> int:
        assert language is None
        found.extend((theme, set_up))
        return 0

    monkeypatch.setattr(app, "open_window", open_window)
    return found


def test_a_link_gives_the_settings_and_what_is_shown(tmp_path: Path, opened: list[object]) -> None:
    path = tmp_path / "a.nnlink"
    path.write_text("nnv1:layers=64-5-10;step=30")
    assert command_line.run([str(path), "--theme", "dark"]) == 0
    set_up = read_link(path)
    assert opened == [set_up.settings, "dark", set_up]


def test_without_a_link_nothing_else_is_shown(opened: list[object]) -> None:
    assert command_line.run([]) == 0
    assert isinstance(opened[0], RunSettings)
    assert opened[1:] == [None, None]


@pytest.mark.parametrize(
    ("text", "says"),
    [("nnv1:layers=1", "at least an input"), ("nnv1:data=file:marks.csv", "“marks.csv”")],
)
def test_what_is_wrong_is_one_sentence_and_the_status_2(
    tmp_path: Path,
    opened: list[object],
    capsys: pytest.CaptureFixture[str],
    text: str,
    says: str,
) -> None:
    path = tmp_path / "a.nnlink"
    path.write_text(text)
    assert command_line.run([str(path)]) == 2
    said = capsys.readouterr().err
    assert says in said
    assert said.count("\n") == 1
    assert not opened
