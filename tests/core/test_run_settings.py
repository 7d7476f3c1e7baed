from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core import Dataset, RunSettings
from core.errors import DataError, SettingError


def test_the_defaults_are_two_hidden_layers_of_16() -> None:
    settings = RunSettings()
    run = settings.new_run(settings.load_data())
    assert run.data.name == "digits"
    assert run.network.sizes == (64, 16, 16, 10)
    assert run.network.activation_names == ("logistic",) * 3
    assert (run.position, run.learning_rate, run.batch_size, run.seed) == (0, 1.5, 10, 7)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("layers", (64, 3, 10)),
        ("activation", "relu"),
        ("bias", "outside"),
        ("initialiser", "standard_normal"),
        ("learning_rate", 0.25),
        ("batch_size", 3),
        ("seed", 1),
    ],
)
def test_each_setting_takes_effect(digits: Dataset, name: str, value: Any) -> None:
    changed: dict[str, Any] = {name: value}
    run, usual = RunSettings(**changed).new_run(digits), RunSettings().new_run(digits)
    run.steps(3)
    usual.steps(3)
    assert run.network.parameters.vector.tobytes() != usual.network.parameters.vector.tobytes()


def test_the_seed_decides_the_start_values_and_the_order(digits: Dataset) -> None:
    one, two = (RunSettings(seed=seed).new_run(digits) for seed in (1, 2))
    assert not np.array_equal(one.network.parameters.vector, two.network.parameters.vector)
    assert not np.array_equal(one.next_batch, two.next_batch)


def test_the_layers_between_follow_the_data(tiny: Dataset) -> None:
    assert RunSettings(batch_size=2).new_run(tiny).network.sizes == (4, 16, 16, 3)


def test_equal_settings_give_equal_runs(digits: Dataset) -> None:
    runs = [RunSettings(seed=3).new_run(digits) for _ in range(2)]
    for run in runs:
        run.steps(20)
    first, second = (run.network.parameters.vector.tobytes() for run in runs)
    assert first == second


def test_bad_settings_are_refused(digits: Dataset) -> None:
    with pytest.raises(SettingError, match="fit the data"):
        RunSettings(layers=(65, 10)).new_run(digits)
    with pytest.raises(DataError, match="no_such_data"):
        RunSettings(data="no_such_data").load_data()
