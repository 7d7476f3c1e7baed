"""What is remembered is found again, and a broken file only forgets."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray

from core.program import PROGRAM
from visualiser.cost_plot.choices import WINDOWS, PlotChoices
from visualiser.hiding.groups import GROUPS
from visualiser.network_view.options import ViewOptions
from visualiser.number_format import NumberStyle
from visualiser.settings import ForgetfulSettings, Settings
from visualiser.settings_file import VERSION
from visualiser.training.conditions import CostBelow


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
    found = Settings(tmp_path / "file" / "settings.ini")
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


def test_no_more_than_fifteen_recent_files_are_kept(tmp_path: Path) -> None:
    saved = Settings(tmp_path / "settings.ini")
    saved.recent = tuple(tmp_path / str(n) for n in range(20))
    assert saved.recent == tuple(tmp_path / str(n) for n in range(15))


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


# -------------------------------------------------------------------- values


def put(settings: Settings, name: str, value: object) -> None:
    setattr(settings, name, value)


SCALES = (75, 90, 100, 110, 125, 150, 175, 200, 225, 250)
WORDS = st.text("abc-σ", min_size=1, max_size=6)
VALUES: dict[str, st.SearchStrategy[object]] = {
    "theme": st.sampled_from(["system", "light", "dark"]),
    "language": st.sampled_from(["system", "en", "zh_CN"]),
    "scale": st.sampled_from(SCALES),
    "colours": st.sampled_from(["blue_orange", "blue_red", "violet_orange"]),
    "reduced_motion": st.sampled_from(["desktop", "yes", "no"]),
    "decimals": st.integers(2, 8),
    "mark": st.sampled_from(["system", "point", "comma"]),
    "autosave": st.booleans(),
    "history_memory": st.integers(16, 16_384),
    "speed": st.none() | st.floats(1e-3, 1e6),
    "lines": st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=9),
    "until": st.just((CostBelow(0.25), CostBelow(0.5))),
    "view": st.builds(ViewOptions, ring=st.sampled_from(["none", "bias", "slope"])),
    "recent": st.lists(st.sampled_from([Path("a"), Path("b, c"), Path("σ")])).map(tuple),
    "geometry": st.binary().map(QByteArray),
    "docks": st.binary().map(QByteArray),
    "keys": st.dictionaries(WORDS, st.lists(WORDS, max_size=2).map(tuple), max_size=2),
    "recent_commands": st.lists(WORDS, max_size=3).map(tuple),
    "cost_plot": st.builds(PlotChoices, window=st.sampled_from(WINDOWS)),
    "panels_locked": st.booleans(),
    "layouts": st.dictionaries(WORDS, WORDS, max_size=2),
    "hidden": st.lists(st.sampled_from(sorted(GROUPS)), unique=True).map(tuple),
    "tour_offered": st.booleans(),
    "tour_place": WORDS,
    "tour_marks": st.lists(WORDS, max_size=3).map(tuple),
}


def test_every_setting_is_tried() -> None:
    assert set(VALUES) == set(Settings.table())


@hypothesis_settings(deadline=None, max_examples=15)
@given(st.fixed_dictionaries({}, optional=VALUES))
def test_whatever_is_chosen_is_found_again_and_the_rest_is_as_at_first(
    tmp_path_factory: pytest.TempPathFactory, chosen: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("chosen") / "settings.ini"
    saved = Settings(path)
    for name, value in chosen.items():
        put(saved, name, value)
    saved.save()
    found = Settings(path)
    assert found.trouble is None
    for name, setting in Settings.table().items():
        expected = chosen.get(name, setting.default)
        if name == "recent":
            assert isinstance(expected, tuple)
            expected = expected[:15]
        assert getattr(found, name) == expected


@hypothesis_settings(deadline=None, max_examples=50)
@given(st.sampled_from(sorted(VALUES)), st.text() | st.floats() | st.integers() | st.none())
def test_what_is_stored_is_read_as_a_value_or_refused(name: str, stored: object) -> None:
    """Whatever is taken can be written, and is then the same."""
    setting = Settings.table()[name]
    if setting.takes(stored):
        value = setting.kind.read(stored)
        assert setting.kind.read(setting.kind.write(value)) == value


@pytest.mark.parametrize(
    ("name", "nonsense"),
    [
        ("theme", "pink"),
        ("scale", 101),
        ("decimals", 9),
        ("history_memory", 0),
        ("speed", -1.0),
        ("speed", float("nan")),
        ("colours", ""),
    ],
)
def test_nonsense_cannot_be_chosen(tmp_path: Path, name: str, nonsense: object) -> None:
    settings = Settings(tmp_path / "settings.ini")
    before = getattr(settings, name)
    with pytest.raises(ValueError, match="cannot be used"):
        put(settings, name, nonsense)
    assert getattr(settings, name) == before


def test_a_reset_puts_back_those_that_are_named(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    settings = Settings(path)
    settings.theme, settings.decimals, settings.speed = "dark", 8, 5.0
    settings.reset(["theme", "decimals"])
    settings.save()
    for one in (settings, Settings(path)):
        assert (one.theme, one.decimals, one.speed) == ("system", 4, 5.0)


@pytest.mark.parametrize("end", ["another", "the same", "reset"])
def test_a_value_for_now_holds_until_one_is_chosen_and_is_not_remembered(
    tmp_path: Path, end: str
) -> None:
    path = tmp_path / "settings.ini"
    settings = Settings(path)
    settings.theme = "light"
    settings.use_for_now("theme", "dark")
    settings.save()
    assert settings.theme == "dark"
    assert settings.is_for_now("theme")
    assert Settings(path).theme == "light"
    if end == "reset":
        settings.reset(["theme"])
    else:
        settings.theme = "system" if end == "another" else "light"
    assert not settings.is_for_now("theme")
    assert settings.theme == Settings(path).theme == ("light" if end == "the same" else "system")


def test_who_forgets_has_a_value_for_now_all_the_same() -> None:
    settings = ForgetfulSettings()
    settings.use_for_now("theme", "dark")
    assert settings.theme == "dark"
    assert not settings.is_for_now("language")


# -------------------------------------------------------------------- broken files


@pytest.mark.parametrize(
    "content",
    [
        b"hello",
        b"theme=dark\nhello\n",
        b"=3\n",
        b"[General\ntheme=dark\n",
        b"theme=\xff\n",
        b"theme=\0dark\n",
        b"\x89PNG\r\n\x1a\n\0\0",
        b'{"theme": "dark"}',
        b"a=1\n" * 2**21,
    ],
    ids=["word", "line", "no key", "bracket", "no utf-8", "zero", "picture", "json", "huge"],
)
def test_a_file_that_is_none_of_ours_is_put_aside_with_a_sentence(
    tmp_path: Path, content: bytes
) -> None:
    path, aside = tmp_path / "settings.ini", tmp_path / "settings.ini.broken-1"
    path.write_bytes(content)
    found = Settings(path)
    assert all(getattr(found, n) == one.default for n, one in Settings.table().items())
    assert aside.read_bytes() == content
    assert found.trouble is not None
    assert found.trouble.sentence().startswith(f"The settings in {path} could not be read; all")
    assert found.trouble.sentence().endswith("the file is now settings.ini.broken-1.")
    # What is chosen from then on is remembered, and nothing more is said.
    found.theme = "dark"
    found.save()
    again = Settings(path)
    assert (again.theme, again.trouble) == ("dark", None)


def test_a_folder_in_its_place_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.mkdir()
    (path / "thesis.txt").write_text("mine")
    found = Settings(path)
    found.theme = "dark"
    found.save()
    assert Settings(path).theme == "dark"
    assert (tmp_path / "settings.ini.broken-1" / "thesis.txt").read_text() == "mine"


def test_each_broken_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    for number in (1, 2, 3):
        path.write_text(f"broken {number}")
        Settings(path)
    for number in (1, 2, 3):
        aside = tmp_path / f"settings.ini.broken-{number}"
        assert aside.read_text() == f"broken {number}"


def test_one_that_cannot_be_put_aside_is_left_alone_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.ini"
    path.write_text("broken")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "rename", refuse)
    found = Settings(path)
    found.theme = "dark"
    found.save()
    assert found.theme == "system"
    assert path.read_text() == "broken"
    assert found.trouble is not None
    assert "cannot be renamed" in found.trouble.sentence()


def test_one_that_cannot_be_read_is_put_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.ini"
    path.write_text("[appearance]\ntheme=dark\n")
    whole = Path.open

    def refuse(self: Path, *given: object, **named: object) -> object:
        if self == path:
            raise PermissionError
        return whole(self, *given, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    assert Settings(path).theme == "system"
    assert (tmp_path / "settings.ini.broken-1").is_file()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("[appearance]\ntheme=pink\n", "One of the settings in {path} made no sense"),
        ("[appearance]\ntheme=pink\nscale=7\n", "2 of the settings in {path} made no sense"),
    ],
)
def test_of_a_few_bad_values_the_rest_is_kept(tmp_path: Path, content: str, sentence: str) -> None:
    path = tmp_path / "settings.ini"
    path.write_text(content + "[numbers]\ndecimals=6\n[General]\nversion=2\n")
    before = path.read_text()
    found = Settings(path)
    assert (found.theme, found.scale, found.decimals) == ("system", 100, 6)
    assert found.trouble is not None
    assert found.trouble.sentence().startswith(sentence.format(path=path))
    assert (tmp_path / "settings.ini.broken-1").read_text() == before
    # Told once.
    again = Settings(path)
    assert (again.trouble, again.decimals) == (None, 6)


# -------------------------------------------------------------------- versions


def test_a_file_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_text(
        "[General]\ntheme=dark\nspeed=5.0\nlines=gradient\n"
        r'recent="[\"/a.nnrun\"]"' + "\n" + r'view="{\"ring\": \"bias\"}"' + "\n"
        "[numbers]\ndecimals=6\n"
    )
    for _ in range(2):
        found = Settings(path)
        assert (found.theme, found.speed, found.lines) == ("dark", 5.0, "gradient")
        assert found.recent == (Path("/a.nnrun"),)
        assert found.view == ViewOptions(ring="bias")
        assert (found.decimals, found.trouble) == (6, None)
    text = path.read_text()
    assert "[appearance]\ntheme=dark" in text
    assert f"version={VERSION}" in text
    assert text.count("theme=") == 1


def test_a_new_file_has_the_present_version(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    Settings(path).save()
    assert f"version={VERSION}" in path.read_text()


def test_a_later_version_is_read_as_far_as_it_is_understood_and_not_altered(
    tmp_path: Path,
) -> None:
    path = tmp_path / "settings.ini"
    path.write_text(
        "[General]\nversion=99\n[appearance]\ntheme=dark\ncolours=rainbow\nsmell=rose\n"
    )
    found = Settings(path)
    assert (found.theme, found.colours, found.trouble) == ("dark", "blue_orange", None)
    found.decimals = 6
    found.save()
    for line in ("version=99", "colours=rainbow", "smell=rose", "decimals=6"):
        assert line in path.read_text()


@pytest.mark.parametrize("version", ["many", "-3", "0", "", "2.5", "1, 2"])
def test_a_version_that_is_none_is_as_the_first(tmp_path: Path, version: str) -> None:
    path = tmp_path / "settings.ini"
    path.write_text(f"[General]\nversion={version}\ntheme=dark\n")
    assert Settings(path).theme == "dark"
    assert Settings(path).theme == "dark"
