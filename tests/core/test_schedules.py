"""How η changes as a run goes on."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import (
    SCHEDULES,
    ConstantRate,
    CosineDecay,
    Dataset,
    LinearDecay,
    Network,
    Run,
    Schedule,
    StepDecay,
)
from core.errors import SettingError, UserError
from core.schedules import schedule_named

CheckSentence = Callable[[UserError, str, str], None]

epochs = st.floats(0, 1e4)
lengths = st.floats(0.01, 1e4)
shares = st.floats(0, 1)
schedules = st.one_of(
    st.just(ConstantRate()),
    st.builds(StepDecay, lengths, shares),
    st.builds(LinearDecay, lengths, shares),
    st.builds(CosineDecay, lengths, shares),
)


@pytest.mark.parametrize("name", SCHEDULES)
def test_the_table_uses_the_names(name: str) -> None:
    assert SCHEDULES[name].name == name
    assert schedule_named(name) == SCHEDULES[name]()


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (ConstantRate(), {0: 1, 7.5: 1, 1e6: 1}),
        (StepDecay(10, 0.5), {0: 1, 9.99: 1, 10: 0.5, 19.99: 0.5, 20: 0.25, 100: 2**-10}),
        (StepDecay(0.5, 0.1), {0: 1, 0.49: 1, 0.5: 0.1, 1: 0.01}),
        (StepDecay(2, 0), {0: 1, 1: 1, 2: 0, 9: 0}),
        (LinearDecay(30), {0: 1, 7.5: 0.75, 15: 0.5, 30: 0, 31: 0, 1e6: 0}),
        (LinearDecay(8, 0.5), {0: 1, 2: 0.875, 4: 0.75, 8: 0.5, 80: 0.5}),
        # cos 60° = ½, cos 90° = 0, cos 120° = −½.
        (CosineDecay(30), {0: 1, 10: 0.75, 15: 0.5, 20: 0.25, 30: 0, 31: 0}),
        (CosineDecay(6, 0.2), {0: 1, 2: 0.8, 3: 0.6, 4: 0.4, 6: 0.2, 7: 0.2}),
    ],
)
def test_shares_by_hand(schedule: Schedule, expected: dict[float, float]) -> None:
    for gone_by, share in expected.items():
        assert schedule.share(gone_by) == pytest.approx(share, rel=1e-14, abs=1e-15)


@settings(deadline=None, max_examples=200)
@given(schedule=schedules, moments=st.tuples(epochs, epochs))
def test_shares_lie_between_0_and_1_and_never_rise(
    schedule: Schedule, moments: tuple[float, float]
) -> None:
    early, late = (schedule.share(moment) for moment in sorted(moments))
    assert 0 <= late <= early <= 1
    assert schedule.share(0) == 1


@pytest.mark.parametrize(
    "schedule", [LinearDecay(2, 0.25), CosineDecay(2, 0.25), StepDecay(0.5, 0.5)]
)
def test_a_run_counts_epochs_in_parts(tiny: Dataset, schedule: Schedule) -> None:
    """Seven examples in mini-batches of 3, 3 and 1: three steps an epoch."""
    run = Run(Network((4, 3, 3)), tiny, learning_rate=0.5, batch_size=3, schedule=schedule)
    for gone_by in (0, 3 / 7, 6 / 7, 1, 10 / 7, 13 / 7, 2, 17 / 7):
        assert run.next_learning_rate == 0.5 * schedule.share(gone_by)
        assert run.trace().learning_rate == run.next_learning_rate
        assert run.learning_rate == 0.5
        run.step()


@pytest.mark.parametrize("count", [1, 4])
def test_each_step_uses_the_rate_of_its_moment(tiny: Dataset, count: int) -> None:
    """Taken one by one and several at once, against a rate set by hand before each."""
    schedule = CosineDecay(2, 0.1)
    run, by_hand = (Run(Network((4, 3, 3)), tiny, 0.5, batch_size=3) for _ in range(2))
    run.change(schedule=schedule)
    for _ in range(2):
        for _ in range(4):
            by_hand.set_learning_rate(0.5 * schedule.share(by_hand.epochs_done))
            by_hand.step()
        for _ in range(4 // count):
            run.steps(count)
        assert (
            run.network.parameters.vector.tobytes() == by_hand.network.parameters.vector.tobytes()
        )


def test_a_schedule_begins_where_it_was_chosen(tiny: Dataset) -> None:
    run = Run(Network((4, 3, 3)), tiny, 0.5, batch_size=3)
    run.steps(4)
    run.change(schedule=LinearDecay(2))
    assert run.next_learning_rate == 0.5
    run.steps(3)
    assert run.next_learning_rate == pytest.approx(0.25, rel=1e-12)
    run.set_learning_rate(1.0)
    assert run.next_learning_rate == pytest.approx(0.5, rel=1e-12)


@pytest.mark.parametrize("name", SCHEDULES)
def test_going_back_repeats_the_rates_bit_for_bit(digits: Dataset, name: str) -> None:
    network = Network((64, 8, 10))
    run = Run(network, digits, batch_size=100, optimiser="momentum", schedule=name)
    run.steps(40)
    then, rate = network.parameters.vector.tobytes(), run.next_learning_rate
    run.go_to(3)
    run.go_to(40)
    assert run.next_learning_rate == rate
    assert network.parameters.vector.tobytes() == then


def test_a_rate_of_0_moves_nothing(tiny: Dataset) -> None:
    network = Network((4, 3, 3))
    run = Run(network, tiny, batch_size=3, optimiser="adam", schedule=LinearDecay(1))
    run.steps(3)
    before = network.parameters.vector.copy()
    run.steps(5)
    assert run.next_learning_rate == 0
    assert np.array_equal(network.parameters.vector, before)


@pytest.mark.parametrize(
    ("name", "options", "bad", "remedy"),
    [
        ("exponential", {}, "'exponential'", "constant, step, linear, cosine"),
        ("linear", {"every": 3.0}, "'every'", "epochs, end"),
        ("constant", {"end": 0.0}, "'end'", "none"),
        ("step", {"every": 0.0}, "step lasts 0 epochs", "30"),
        ("step", {"factor": 1.5}, "factor of the schedule step is 1.5", "0 to 1"),
        ("linear", {"epochs": -1.0}, "linear lasts -1 epochs", "30"),
        ("linear", {"end": -0.5}, "end of the schedule linear is -0.5", "0 to 1"),
        ("cosine", {"epochs": math.inf}, "cosine lasts inf epochs", "30"),
        ("cosine", {"end": math.nan}, "nan", "0 to 1"),
    ],
)
def test_a_bad_setting_gets_one_sentence(
    check_sentence: CheckSentence, name: str, options: Any, bad: str, remedy: str
) -> None:
    with pytest.raises(SettingError) as caught:
        schedule_named(name, **options)
    check_sentence(caught.value, bad, remedy)
