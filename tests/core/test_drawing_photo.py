"""The ink in a photo is found, whether it is dark or bright."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from core.drawing import SIDE, ink_of_photo, threshold_of_photo
from core.drawing.sampling import resample


def photo(
    rows: int = 300, columns: int = 200, paper: int = 210, ink: int = 60
) -> npt.NDArray[np.uint8]:
    """A thick line on paper that gets darker to the right, with noise."""
    random = np.random.default_rng(1)
    made = paper + random.normal(0, 6, (rows, columns)) - np.linspace(0, 20, columns)
    made[rows // 4 : 3 * rows // 4, 2 * columns // 5 : 3 * columns // 5] = ink
    return np.clip(made, 0, 255).astype(np.uint8)


def expected(rows: int = 300, columns: int = 200) -> npt.NDArray[np.bool_]:
    """Where there is ink, from the shape alone."""
    scale = SIDE / max(rows, columns)
    left = (SIDE - round(columns * scale)) // 2
    top = (SIDE - round(rows * scale)) // 2
    made = np.zeros((SIDE, SIDE), bool)
    made[
        top + round(rows / 4 * scale) : top + round(3 * rows / 4 * scale),
        left + round(2 * columns / 5 * scale) : left + round(3 * columns / 5 * scale),
    ] = True
    return made


@pytest.mark.parametrize("shape", [(300, 200), (90, 400), (112, 112), (40, 40)])
@pytest.mark.parametrize("is_dark", [True, False])
def test_the_ink_is_found(shape: tuple[int, int], is_dark: bool) -> None:
    picture = photo(*shape)
    found = ink_of_photo(picture if is_dark else 255 - picture, SIDE) > 0.5
    wrong = np.count_nonzero(found != expected(*shape))
    assert wrong < 0.03 * SIDE * SIDE


def test_a_lower_threshold_gives_more_ink() -> None:
    amounts = [float(ink_of_photo(photo(), SIDE, t).sum()) for t in (0.1, 0.3, 0.6, 0.95)]
    assert amounts == sorted(amounts, reverse=True)


def test_inverted_it_is_the_paper_that_is_ink() -> None:
    usual, inverted = (
        ink_of_photo(photo(), SIDE, inverts=inverts) > 0.5 for inverts in (False, True)
    )
    assert not (usual & inverted).any()
    assert inverted.sum() > usual.sum()


@pytest.mark.parametrize("shape", [(1, 1), (1, 5000), (7, 3)])
@pytest.mark.parametrize("brightness", [0, 130, 255])
def test_a_picture_of_one_colour_has_no_ink(shape: tuple[int, int], brightness: int) -> None:
    assert not ink_of_photo(np.full(shape, brightness, np.uint8), SIDE).any()


@pytest.mark.parametrize("is_chalk", [False, True])
def test_a_pen_on_lined_paper_in_uneven_light(is_chalk: bool) -> None:
    """Ink and thin pale lines on paper that is a third darker in one corner than in another."""
    random = np.random.default_rng(5)
    rows, columns = np.mgrid[:600, :600]
    light = 1 - 0.35 * (rows + columns) / 1200
    paper = np.full((600, 600), 225.0)
    paper[::40] = paper[1::40] = 185
    distance = np.abs(np.hypot(rows - 300, columns - 300) - 150)
    is_ink = distance < 11
    made = np.where(is_ink, 70, paper) * light + random.normal(0, 5, paper.shape)
    grey = np.clip(255 - made if is_chalk else made, 0, 255).astype(np.uint8)
    found = ink_of_photo(grey, SIDE) > 0.5
    truth = resample(is_ink.astype(np.float32), SIDE, SIDE) > 0.5
    assert np.count_nonzero(found & ~truth) < 0.01 * SIDE * SIDE
    assert np.count_nonzero(truth & ~found) < 0.05 * np.count_nonzero(truth)
    bar = threshold_of_photo(grey)
    assert np.array_equal(ink_of_photo(grey, SIDE, bar) > 0.5, found)
