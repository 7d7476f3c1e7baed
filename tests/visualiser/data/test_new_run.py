"""What a new run with other data begins with."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import RunSettings, load_dataset, parameter_count
from core.datasets.finding import Found, find
from core.errors import DataError, SettingError
from visualiser.data.new_run import (
    hidden_text,
    layers_of,
    output_count,
    settings_for,
    usual_hidden,
    weights_and_biases,
)
from visualiser.data.plane_problems import PlaneSettings, is_plane_problem, problem_titles

HIDDEN = st.lists(st.integers(1, 60), max_size=4)


@cache
def digits() -> Found:
    return find("digits")


def on_plane(features: int = 2) -> Found:
    source = PlaneSettings(features=("x1", "x2", "x1^2")[:features]).source
    return replace(
        digits(),
        source=source,
        class_counts=((5, 5), (5, 5)),
        image_shape=(1, features),
        pictures=np.zeros((1, 1, features), np.float32),
    )


@given(HIDDEN, st.sampled_from([",", ", ", " ", ";", " – ", "-"]))
@settings(deadline=None)
def test_layers_are_those_typed_between_what_the_data_needs(
    hidden: list[int], between: str
) -> None:
    layers = layers_of(digits(), between.join(map(str, hidden)))
    assert layers == (64, *hidden, 10)
    assert layers_of(digits(), hidden_text(tuple(hidden))) == layers
    weights, biases = weights_and_biases(layers)
    assert weights + biases == parameter_count(layers)


@pytest.mark.parametrize(
    "typed", ["x", "16,x", "1.5", "0", "16,0", "²", "9" * 12, "1000000,1000000"]
)
def test_what_makes_no_network_is_a_sentence(typed: str) -> None:
    with pytest.raises(SettingError) as refused:
        layers_of(digits(), typed)
    assert "\n" not in str(refused.value)


def test_the_plane_has_one_output_and_smaller_layers() -> None:
    found = on_plane()
    assert output_count(found) == 1
    assert layers_of(found, hidden_text(usual_hidden(found))) == (2, 8, 8, 1)
    assert output_count(digits()) == 10


@given(
    HIDDEN,
    st.sampled_from(
        [
            {},
            {"activation": ("tanh", "relu", "logistic")},
            {"activation": ("tanh", "tanh", "softmax"), "cost": "softmax_cross_entropy"},
            {"activation": "logistic", "cost": "cross_entropy"},
            {"activation": ("softmax",), "cost": "softmax_cross_entropy"},
            {"batch_size": 100_000, "learning_rate": 0.01, "optimiser": "adam"},
        ]
    ),
)
@settings(deadline=None)
def test_the_new_run_can_always_be_made(hidden: list[int], present: dict[str, object]) -> None:
    base = RunSettings(**present)  # type: ignore[arg-type]
    found = digits()
    layers = layers_of(found, hidden_text(tuple(hidden)))
    made = settings_for(base, found, layers)
    run = made.new_run(load_dataset("digits"))
    assert run.network.sizes == layers
    assert run.network.cost.name == base.cost
    assert run.recipe.batch_size <= found.train_count


def test_one_output_alone_is_no_share() -> None:
    base = RunSettings(
        activation=("tanh", "tanh", "softmax"), cost="softmax_cross_entropy", l2=0.01
    )
    made = settings_for(base, on_plane(), (2, 8, 8, 1))
    assert made.activation == ("tanh", "tanh", "logistic")
    assert (made.cost, made.l2) == ("quadratic", 0.01)


@given(
    st.sampled_from(sorted(problem_titles())),
    st.integers(0, 50),
    st.integers(10, 90),
    st.integers(0, 999),
)
@settings(deadline=None)
def test_a_source_on_the_plane_names_its_settings(
    problem: str, noise: int, train: int, seed: int
) -> None:
    source = PlaneSettings(problem, noise, train, ("x1", "sinx2"), seed).source
    name, _, rest = source.partition(":")
    assert name == problem
    assert dict(part.split("=") for part in rest.split(",")) == {
        "noise": str(noise),
        "train": str(train),
        "features": "x1+sinx2",
        "seed": str(seed),
    }
    assert is_plane_problem(source)


def test_other_sources_are_not_on_the_plane() -> None:
    assert not any(map(is_plane_problem, ("digits", "mnist", "/data/circle", "C:\\circle")))
    with pytest.raises(DataError):
        find("/no/such/folder")


def test_what_is_usual_follows_the_data_there_and_back() -> None:
    plane = settings_for(RunSettings(), on_plane(), (2, 8, 8, 1))
    assert plane.activation == ("relu", "relu", "logistic")
    assert plane.learning_rate == 1.0
    back = settings_for(plane, digits(), (64, 16, 16, 10))
    assert back.activation == ("logistic",) * 3
    assert back.learning_rate is None


@given(HIDDEN)
@settings(deadline=None)
def test_a_choice_stays_on_the_plane(hidden: list[int]) -> None:
    base = RunSettings(activation=("tanh", "logistic"))
    found = on_plane()
    made = settings_for(base, found, layers_of(found, hidden_text(tuple(hidden))))
    assert made.activation == ("tanh",) * len(hidden) + ("logistic",)
    # A network without hidden layers is as usual.
    assert made.learning_rate == (None if hidden else 1.0)
