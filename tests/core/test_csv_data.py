"""Examples in tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import Dataset, load_dataset
from core.errors import DataError, UserError

CheckSentence = Callable[[UserError, str, str], None]


def written(folder: Path, text: str, name: str = "data.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def table(rows: list[list[object]], separator: str = ",") -> str:
    return "".join(separator.join(map(str, row)) + "\n" for row in rows)


def all_of(data: Dataset) -> dict[str, list[tuple[float, ...]]]:
    """The examples of each class, sorted, wherever they are."""
    found: dict[str, list[tuple[float, ...]]] = {}
    for part in (data.train, data.test):
        for row, label in zip(part.inputs.tolist(), part.labels.tolist(), strict=True):
            name = data.class_names[label] if data.class_names else str(label)
            found.setdefault(name, []).append(tuple(row))
    return {name: sorted(rows) for name, rows in sorted(found.items())}


def sentence_of(path: Path) -> DataError:
    with pytest.raises(DataError) as caught:
        load_dataset(path)
    return caught.value


# ------------------------------------------------------------------------ what is read


@settings(deadline=None, max_examples=60)
@given(
    seed=st.integers(0, 999),
    count=st.integers(12, 50),
    side=st.integers(7, 9),
    form=st.tuples(
        st.sampled_from([",", ";", "\t", " "]),
        st.sampled_from(["\n", "\r\n"]),
        st.booleans(),
        st.booleans(),
    ),
    words=st.sampled_from([("0", "1", "2"), ("4", "5", "7"), ("bee", "cat", "zoo")]),
)
def test_pictures_are_found_however_the_table_is_made(
    tmp_path_factory: pytest.TempPathFactory,
    seed: int,
    count: int,
    side: int,
    form: tuple[str, str, bool, bool],
    words: tuple[str, str, str],
) -> None:
    separator, ending, is_last, has_header = form
    random = np.random.default_rng(seed)
    pixels = random.integers(0, 256, (count, side * side))
    pixels[0, 10], pixels[:, [0, -1]] = 255, 0
    labels = [words[n % 3] for n in range(count)]
    rows: list[list[object]] = [
        [*p, label] if is_last else [label, *p]
        for p, label in zip(pixels.tolist(), labels, strict=True)
    ]
    names: list[object] = [f"p{n}" for n in range(side * side)]
    if has_header:
        rows.insert(0, [*names, "label"] if is_last else ["label", *names])
    text = table(rows, separator).replace("\n", ending)
    data = load_dataset(written(tmp_path_factory.getbasetemp(), text, "pictures.csv"))
    assert data.image_shape == (side, side)
    assert data.input_names == ()
    assert data.class_names == (() if words[0] == "0" else words)
    scaled = (pixels / np.float32(255)).astype(np.float32)
    expected = {
        word: sorted(tuple(row) for row in scaled[place::3].tolist())
        for place, word in enumerate(words)
    }
    found = all_of(data)
    assert list(found) == list(words)
    for word in words:
        assert np.allclose(found[word], expected[word], atol=1e-7)


FLOWERS = table(
    [["long", "wide", "kind"], *([n / 7, n % 4 + 0.5, "abc"[n % 3]] for n in range(30))]
)


def test_names_of_columns_and_classes(tmp_path: Path) -> None:
    data = load_dataset(written(tmp_path, FLOWERS))
    assert data.input_names == ("long", "wide")
    assert data.class_names == ("a", "b", "c")
    assert data.image_shape == (1, 2)


def test_each_column_has_a_scale_of_its_own(tmp_path: Path) -> None:
    data = load_dataset(written(tmp_path, FLOWERS))
    found = np.array([row for rows in all_of(data).values() for row in rows])
    expected = np.array([(n / 29, (n % 4) / 3) for kind in range(3) for n in range(kind, 30, 3)])
    assert np.allclose(sorted(map(tuple, found)), sorted(map(tuple, expected)), atol=1e-6)


def test_numbers_from_minus_1_to_1_are_taken_as_they_are(tmp_path: Path) -> None:
    text = table([[n % 2, n / 20 - 0.5, -n / 20] for n in range(20)])
    found = all_of(load_dataset(written(tmp_path, text)))
    assert np.allclose(found["0"], [(n / 20 - 0.5, -n / 20) for n in range(0, 20, 2)])


@pytest.mark.parametrize(("first", "name"), [(0, "id"), (1, "Id"), (0, ""), (0, "Unnamed: 0")])
def test_a_column_that_numbers_the_rows_is_no_input(tmp_path: Path, first: int, name: str) -> None:
    rows: list[list[object]] = [[n + first, n * 0.5, -n, n % 2] for n in range(12)]
    data = load_dataset(written(tmp_path, table([[name, "x", "y", "kind"], *rows])))
    assert data.input_names == ("x", "y")
    assert data.class_count == 2


@pytest.mark.parametrize("label", ["label", "Class", "target"])
def test_a_header_says_which_column_is_the_label(tmp_path: Path, label: str) -> None:
    """The other has even fewer whole numbers."""
    rows: list[list[object]] = [[n % 5, n * 0.5, n % 2] for n in range(20)]
    first = load_dataset(written(tmp_path, table([[label, "x", "y"], *rows])))
    assert (first.class_count, first.input_names) == (5, ("x", "y"))
    last = load_dataset(written(tmp_path, table([["x", "y", label], *rows])))
    assert (last.class_count, last.input_names) == (2, ("x", "y"))


def test_quotes_blank_lines_and_a_mark_at_the_beginning(tmp_path: Path) -> None:
    text = '\ufeff"x","kind"\n\n1.5,"a, b"\n2.5,"c"\n   \n3.5,"a, b"\n4.5,"c"\n\n'
    data = load_dataset(written(tmp_path, text))
    assert data.input_names == ("x",)
    assert data.class_names == ("a, b", "c")
    assert len(data.train) + len(data.test) == 4


def test_names_are_fit_to_be_shown(tmp_path: Path) -> None:
    text = table([["x", "kind"], [1.5, "\x1b[1m"], [2.5, "y" * 500]])
    data = load_dataset(written(tmp_path, text))
    assert all(name.isprintable() and len(name) <= 40 for name in data.class_names)


def test_whole_numbers_beyond_all_integers_are_numbers(tmp_path: Path) -> None:
    text = table([[n % 2, 0, 10**25 * n, n] for n in range(8)])
    found = all_of(load_dataset(written(tmp_path, text)))
    assert np.allclose([row[1] for row in found["1"]], [1 / 7, 3 / 7, 5 / 7, 1])


@pytest.mark.parametrize("name", ["a.CSV", "a.tsv", "a.txt"])
def test_names_of_tables(tmp_path: Path, name: str) -> None:
    assert load_dataset(written(tmp_path, FLOWERS, name)).class_count == 3


# ------------------------------------------------------------------------ what is refused

SOUND = table([[n % 2, n * 0.5, n, n + 0.5, n / 3] for n in range(9)])


@pytest.mark.parametrize(
    ("line", "text", "bad"),
    [
        (4, "1,2,word,4,5", "'word' in column 3"),
        (4, "1,2,,4,5", "'' in column 3"),
        (4, "1,2,1_0,4,5", "'1_0' in column 3"),
        (4, "1,2,3,4", "(4)"),
        (4, "1,2,3,4,5,6", "(6)"),
        (4, "1", "(1)"),
        (1, "1,2,3", "(5)"),
        (4, '1,2,"3,4,5', "columns"),
        (4, "1,nan,3,4,5", "'nan' in column 2"),
        (4, "1,2,inf,4,5", "not finite"),
        (4, "1,2,1e39,4,5", "not finite"),
        (4, "1,2,3,4,x", "'x' in column 5"),
        (4, ",2,3,4,5", "no label"),
        (4, "1,2,\0,4,5", "zero byte"),
        (9, "1,2,3,4," + "5" * 5_000_000, "longer than"),
    ],
)
def test_a_bad_line_is_named(
    tmp_path: Path, check_sentence: CheckSentence, line: int, text: str, bad: str
) -> None:
    lines = ["class,a,b,c,d", "", *SOUND.splitlines()] if line != 1 else SOUND.splitlines()
    # Behind a header and a blank line.
    place = line + 1 if line != 1 else 0
    lines[place] = text
    number = place + 1 if line != 1 else 2
    path = written(tmp_path, "\n".join(lines))
    error = sentence_of(path)
    check_sentence(error, bad, "; ")
    assert f"ine {number} of {path}" in str(error)


def test_text_that_is_not_utf_8(tmp_path: Path, check_sentence: CheckSentence) -> None:
    path = tmp_path / "data.csv"
    path.write_bytes(SOUND.encode() + b"1,2,3,4,\xff\n")
    check_sentence(sentence_of(path), "Line 10", "save it anew as UTF-8")
    path.write_bytes(SOUND.encode("utf-16"))
    check_sentence(sentence_of(path), "Line 1 ", "save it anew as UTF-8")


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("", "choose another file"),
        ("\n\n  \n", "choose another file"),
        ("1\n2\n3\n", "one column"),
        ("a,b\n1,2\n" * 1, "no column of labels"),
        ("x,y\n", "which is no number"),
        (table([[n + 0.5, n * 1.5] for n in range(9)]), "no column of labels"),
        (table([[7, n * 1.5] for n in range(9)]), "no column of labels"),
        (table([["a", n * 1.5] for n in range(9)]), "two classes at least"),
    ],
)
def test_no_examples(tmp_path: Path, check_sentence: CheckSentence, text: str, remedy: str) -> None:
    path = written(tmp_path, text)
    check_sentence(sentence_of(path), str(path), remedy)


def test_many_columns_in_a_small_file_take_little(
    tmp_path: Path, allocated: Callable[[Callable[[], object]], int]
) -> None:
    row = ",0" * 100_000
    path = written(tmp_path, "".join(f"{n % 2}{row}\n" for n in range(5)))
    assert allocated(lambda: load_dataset(path)) < 60 * path.stat().st_size


def test_one_long_label_does_not_make_all_long(
    tmp_path: Path, allocated: Callable[[Callable[[], object]], int]
) -> None:
    text = "".join(f"{n}.5,{'ab'[n % 2]}\n" for n in range(5000)) + f"1.5,{'c' * 100_000}\n"
    path = written(tmp_path, text)
    assert allocated(lambda: load_dataset(path)) < 10**7


@settings(deadline=None, max_examples=200)
@given(text=st.text(st.sampled_from('01.5e-,;\t\n\r "aé\ufeff\0'), max_size=60))
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = written(tmp_path_factory.getbasetemp(), text, "any.csv")
    try:
        data = load_dataset(path)
    except DataError as error:
        text = str(error)
        assert str(path) in text
        assert text.isprintable()
    else:
        assert data.class_count >= 2
        assert np.isfinite(data.train.inputs).all()
