"""What is remembered is found again, and a broken file only forgets."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray

from visualiser.network_view.options import ViewOptions
from visualiser.number_format import NumberStyle
from visualiser.settings import PROGRAM, ForgetfulSettings, Settings


def read_all(path: Path) -> tuple[str, float | None, QByteArray, QByteArray]:
    found = Settings(path)
    return found.theme, found.speed, found.geometry, found.docks


def test_the_first_time_there_is_nothing_to_remember(tmp_path: Path) -> None:
    assert read_all(tmp_path / "none.ini") == ("system", None, QByteArray(), QByteArray())


@pytest.mark.parametrize("theme", ["system", "light", "dark"])
@pytest.mark.parametrize("speed", [None, 1.0, 1000.0])
def test_what_is_saved_is_found(tmp_path: Path, theme: str, speed: float | None) -> None:
    path = tmp_path / "folder" / "settings.ini"
    saved = Settings(path)
    saved.theme, saved.speed = theme, speed
    saved.geometry, saved.docks = QByteArray(b"\x00geo\xff\n"), QByteArray(b"docks=;,")
    saved.save()
    assert path.is_file()
    assert read_all(path) == (
        theme,
        speed,
        QByteArray(b"\x00geo\xff\n"),
        QByteArray(b"docks=;,"),
    )


@pytest.mark.parametrize("is_locked", [False, True])
def test_how_the_network_is_drawn_is_found_but_never_locked(
    tmp_path: Path, is_locked: bool
) -> None:
    path = tmp_path / "settings.ini"
    chosen = ViewOptions("ends", "ends", "slope", True, "common", 0.25, is_locked, 0.2, True)
    saved = Settings(path)
    assert saved.view == ViewOptions()
    saved.view = chosen
    saved.save()
    assert Settings(path).view == replace(chosen, is_locked=False)


def test_a_lock_in_the_file_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_text("[General]\n" + r'view="{\"is_locked\": true, \"ring\": \"bias\"}"')
    assert Settings(path).view == ViewOptions(ring="bias")


def test_who_forgets_draws_as_usual() -> None:
    forgetful = ForgetfulSettings()
    forgetful.view = ViewOptions(ring="bias")
    assert forgetful.view == ViewOptions()


@pytest.mark.parametrize("decimals", range(2, 9))
@pytest.mark.parametrize(("name", "mark"), [("point", "."), ("comma", ","), ("system", ",")])
def test_the_style_of_numbers_is_found_again(
    tmp_path: Path, decimals: int, name: str, mark: str
) -> None:
    saved = Settings(tmp_path / "settings.ini", system_mark=",")
    assert saved.number_style == NumberStyle(4, ",")
    saved.decimals, saved.mark = decimals, name
    saved.save()
    found = Settings(tmp_path / "settings.ini", system_mark=",")
    assert (found.decimals, found.mark) == (decimals, name)
    assert found.number_style == NumberStyle(decimals, mark)


@pytest.mark.parametrize("nonsense", ["", "9", "1", "-4", "4.0", "many", "4, 5", "@Invalid()"])
def test_nonsense_about_numbers_is_as_good_as_nothing(tmp_path: Path, nonsense: str) -> None:
    path = tmp_path / "settings.ini"
    path.write_text(f"[numbers]\ndecimals={nonsense}\nmark={nonsense}\n")
    assert Settings(path).number_style == NumberStyle()


def test_who_forgets_writes_as_usual() -> None:
    forgetful = ForgetfulSettings()
    forgetful.decimals, forgetful.mark = 8, "comma"
    assert forgetful.number_style == NumberStyle()


keys = st.sampled_from(
    [
        "numbers/decimals",
        "numbers/mark",
        "[numbers]\ndecimals",
        "theme",
        "speed",
        "view",
        "recent",
        "window/geometry",
        "window\\docks",
        "[window]\ngeometry",
    ]
)
values = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [
            "@ByteArray(",
            "@Invalid()",
            "@Size(1 2)",
            "dark, light",
            "nan",
            "-1",
            "1e999",
            "[[",
            "{}, {}",
        ]
    ),
)


@hypothesis_settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(keys, values), max_size=5), st.binary(max_size=40))
def test_a_broken_file_never_raises(
    tmp_path_factory: pytest.TempPathFactory, lines: list[tuple[str, str]], noise: bytes
) -> None:
    path = tmp_path_factory.mktemp("broken") / "settings.ini"
    text = "\n".join(f"{key}={value}" for key, value in lines)
    path.write_bytes(text.encode(errors="replace") + noise)
    theme, speed, _, _ = read_all(path)
    assert theme in ("system", "light", "dark")
    assert speed is None or isinstance(speed, float)
    assert isinstance(Settings(path).view, ViewOptions)
    assert isinstance(Settings(path).number_style, NumberStyle)
    assert isinstance(Settings(path).recent, tuple)


def test_where_nothing_can_be_written_nothing_is_raised(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for path in (tmp_path, tmp_path / "file" / "settings.ini"):
        found = Settings(path)
        found.theme = "dark"
        found.save()
        assert found.theme in ("system", "dark")


def test_a_person_s_settings_lie_in_their_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr("platformdirs.user_config_path", lambda name: tmp_path / name)
    mine = Settings()
    mine.theme = "dark"
    mine.save()
    assert (tmp_path / PROGRAM / "settings.ini").is_file()


def test_recent_files_are_found_again(tmp_path: Path) -> None:
    saved = Settings(tmp_path / "settings.ini")
    assert saved.recent == ()
    paths = tuple(tmp_path / name for name in ("a, b.nnrun", "σ [1].nnrun", '"c\\d".nnrun'))
    saved.recent = paths
    saved.save()
    assert Settings(tmp_path / "settings.ini").recent == paths


def test_no_more_than_eight_recent_files_are_kept(tmp_path: Path) -> None:
    saved = Settings(tmp_path / "settings.ini")
    saved.recent = tuple(tmp_path / str(n) for n in range(12))
    assert saved.recent == tuple(tmp_path / str(n) for n in range(8))


@pytest.mark.parametrize("nonsense", ["", "a.nnrun", "[1, null]", "{}", "[[", "[" * 5000, '[""]'])
def test_nonsense_about_recent_files_is_as_good_as_nothing(tmp_path: Path, nonsense: str) -> None:
    path = tmp_path / "settings.ini"
    quoted = nonsense.replace('"', r"\"")
    path.write_text(f'[General]\nrecent="{quoted}"\n')
    assert Settings(path).recent == ()


def test_who_forgets_knows_no_recent_files() -> None:
    forgetful = ForgetfulSettings()
    forgetful.recent = (Path("a.nnrun"),)
    assert len(forgetful.recent) == 0


@pytest.mark.parametrize(("language", "scale"), [("system", 75), ("en", 100), ("zh_CN", 250)])
def test_language_and_scale_are_found(tmp_path: Path, language: str, scale: int) -> None:
    saved = Settings(tmp_path / "settings.ini")
    assert (saved.language, saved.scale) == ("system", 100)
    saved.language, saved.scale = language, scale
    saved.save()
    found = Settings(tmp_path / "settings.ini")
    assert (found.language, found.scale) == (language, scale)


@pytest.mark.parametrize("scale", ["74", "251", "-100", "large", "1e2", ""])
def test_a_language_or_a_scale_that_is_not_offered_does_not_count(
    tmp_path: Path, scale: str
) -> None:
    path = tmp_path / "settings.ini"
    path.write_text(f"[General]\nlanguage=tlh\nscale={scale}\n")
    assert (Settings(path).language, Settings(path).scale) == ("system", 100)
