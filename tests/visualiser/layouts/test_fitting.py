"""A window is brought to where it is seen, whatever screens there were and are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from visualiser.layouts.fitting import Box, fitted

quick = hypothesis_settings(deadline=None, max_examples=80)
PLACES, SIDES = st.integers(-6000, 6000), st.integers(1, 5000)
BOXES = st.builds(Box, PLACES, PLACES, SIDES, SIDES)


@st.composite
def screens_side_by_side(draw: st.DrawFn) -> list[Box]:
    """One to three screens in a row, as people have them."""
    left, made = draw(st.integers(-3000, 0)), []
    for _ in range(draw(st.integers(1, 3))):
        width = draw(st.integers(640, 3840))
        made.append(Box(left, draw(st.integers(-500, 500)), width, draw(st.integers(480, 2160))))
        left += width
    return made


def is_within(box: Box, screen: Box) -> bool:
    return (
        screen.x <= box.x
        and box.x + box.width <= screen.x + screen.width
        and screen.y <= box.y
        and box.y + box.height <= screen.y + screen.height
    )


@quick
@given(BOXES, screens_side_by_side())
def test_it_is_seen_as_a_whole_and_no_larger_than_before(box: Box, screens: list[Box]) -> None:
    found = fitted(box, screens)
    seen = sum(found.shared(screen) for screen in screens)
    assert seen == found.area
    assert found.width <= box.width
    assert found.height <= box.height
    if found != box:
        assert any(is_within(found, screen) for screen in screens)


@quick
@given(BOXES, screens_side_by_side(), st.tuples(st.integers(1, 640), st.integers(1, 480)))
def test_twice_is_the_same_as_once(box: Box, screens: list[Box], least: tuple[int, int]) -> None:
    once = fitted(box, screens, least)
    assert fitted(once, screens, least) == once


@quick
@given(screens_side_by_side(), st.data())
def test_what_is_on_a_screen_stays(screens: list[Box], data: st.DataObject) -> None:
    screen = data.draw(st.sampled_from(screens))
    width = data.draw(st.integers(1, screen.width))
    height = data.draw(st.integers(1, screen.height))
    x = data.draw(st.integers(screen.x, screen.x + screen.width - width))
    y = data.draw(st.integers(screen.y, screen.y + screen.height - height))
    assert fitted(Box(x, y, width, height), screens) == Box(x, y, width, height)


def test_across_two_screens_it_stays() -> None:
    two = [Box(0, 0, 1920, 1080), Box(1920, 0, 1920, 1080)]
    assert fitted(Box(1500, 100, 1000, 800), two) == Box(1500, 100, 1000, 800)


def test_from_a_screen_that_is_gone_it_comes_to_the_main_one() -> None:
    assert fitted(Box(2500, 100, 1280, 800), [Box(0, 0, 1920, 1080)]) == Box(640, 100, 1280, 800)


def test_a_smaller_screen_makes_it_smaller_but_never_less_than_the_least() -> None:
    box, projector = Box(100, 50, 1920, 1080), [Box(0, 0, 1024, 768)]
    assert fitted(box, projector) == Box(0, 0, 1024, 768)
    assert fitted(box, projector, (1100, 640)) == Box(0, 0, 1100, 768)


def test_without_a_screen_nothing_moves() -> None:
    assert fitted(Box(5, 6, 7, 8), []) == Box(5, 6, 7, 8)


def test_one_too_large_for_its_screen_does_not_wander_to_the_next() -> None:
    screens = [Box(0, 0, 100, 400), Box(100, 0, 1000, 400)]
    once = fitted(Box(10, 10, 2000, 50), screens[:1], (640, 1))
    assert fitted(once, screens, (640, 1)) == once
