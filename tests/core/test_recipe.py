"""What a gradient step does, as values that are checked and that JSON can hold."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core import (
    OPTIMISERS,
    SCHEDULES,
    Adam,
    ConstantRate,
    CosineDecay,
    Dataset,
    GradientDescent,
    Held,
    LinearDecay,
    Momentum,
    Nesterov,
    Network,
    Part,
    Recipe,
    RmsProp,
    Run,
    StepDecay,
)
from core.errors import SettingError, UserError
from core.recipe import plain_recipe, recipe_from_plain

CheckSentence = Callable[[UserError, str, str], None]
SIZES = (4, 3, 5, 2)
COUNT = 20


def numbers(lowest: float, highest: float) -> st.SearchStrategy[float]:
    return st.floats(lowest, highest, exclude_max=highest == 1)


@st.composite
def parts(draw: st.DrawFn) -> Part:
    layer = draw(st.integers(1, 3))
    neuron = draw(st.none() | st.integers(0, SIZES[layer] - 1))
    origins = st.none() if neuron is None else st.none() | st.integers(0, SIZES[layer - 1] - 1)
    return Part(layer, neuron, draw(origins))


@st.composite
def held_neurons(draw: st.DrawFn) -> Held:
    layer = draw(st.integers(1, 2))
    return Held(layer, draw(st.integers(0, SIZES[layer] - 1)), draw(st.floats(-1e6, 1e6)))


optimisers = st.one_of(
    st.just(GradientDescent()),
    st.builds(Momentum, numbers(0, 1)),
    st.builds(Nesterov, numbers(0, 1)),
    st.builds(RmsProp, numbers(0, 1), numbers(1e-12, 0.1)),
    st.builds(Adam, numbers(0, 1), numbers(0, 1), numbers(1e-12, 0.1)),
)
schedules = st.one_of(
    st.just(ConstantRate()),
    *(
        st.builds(kind, st.floats(0.01, 1e6), st.floats(0, 1))
        for kind in (StepDecay, LinearDecay, CosineDecay)
    ),
)
recipes = st.builds(
    Recipe,
    learning_rate=st.floats(1e-300, 1000),
    batch_size=st.integers(1, COUNT),
    optimiser=optimisers,
    schedule=schedules,
    l1=st.floats(0, 1000),
    l2=st.floats(0, 1000),
    clip=st.none() | st.floats(1e-300, 1e300),
    frozen=st.lists(parts(), max_size=3).map(tuple),
    held=st.lists(held_neurons(), max_size=3).map(tuple),
    activation=st.tuples(*[st.sampled_from(["logistic", "tanh", "relu"])] * 3),
    order=st.none() | st.integers(0, 2**63 - 1),
)


@settings(deadline=None, max_examples=100)
@given(recipe=recipes)
def test_json_gives_the_same_recipe_back(recipe: Recipe) -> None:
    text = json.dumps(plain_recipe(recipe), allow_nan=False)
    assert recipe_from_plain(json.loads(text), Network(SIZES), COUNT) == recipe


def test_plain_values_are_the_fields() -> None:
    recipe = Recipe(optimiser=Momentum(0.5), frozen=(Part(1, 2),), held=(Held(1, 0, 0.5),))
    assert plain_recipe(recipe) == {
        "learning_rate": 1.5,
        "batch_size": 10,
        "optimiser": {"name": "momentum", "momentum": 0.5},
        "schedule": {"name": "constant"},
        "l1": 0.0,
        "l2": 0.0,
        "clip": None,
        "frozen": [{"layer": 1, "neuron": 2, "origin": None}],
        "held": [{"layer": 1, "neuron": 0, "value": 0.5}],
        "activation": (),
        "order": None,
    }


@settings(deadline=None, max_examples=50)
@given(recipe=recipes, other=recipes)
def test_changed_takes_what_is_given_and_keeps_the_rest(recipe: Recipe, other: Recipe) -> None:
    # The usual rate is no value that was set: it follows the optimiser.
    assume(recipe.learning_rate != recipe.optimiser.usual_rate)
    found = recipe.changed(
        Network(SIZES), COUNT, l2=other.l2, optimiser=other.optimiser, clip=other.clip
    )
    for name in ("l2", "optimiser", "clip"):
        assert getattr(found, name) == getattr(other, name)
    for name in ("learning_rate", "batch_size", "schedule", "l1", "frozen", "held"):
        assert getattr(found, name) == getattr(recipe, name)


@pytest.mark.parametrize("name", OPTIMISERS)
def test_no_learning_rate_means_the_usual_one_of_the_optimiser(name: str) -> None:
    usual = OPTIMISERS[name].usual_rate
    plain, network = Recipe(), Network(SIZES)
    assert plain.changed(network, COUNT, optimiser=name).learning_rate == usual
    assert plain.changed(network, COUNT, optimiser=name, learning_rate=0.7).learning_rate == 0.7
    slow = Recipe(0.3).changed(network, COUNT, optimiser=OPTIMISERS[name]())
    assert slow.learning_rate == 0.3
    assert slow.changed(network, COUNT, learning_rate=None).learning_rate == usual


def test_steeper_neurons_get_a_smaller_usual_rate() -> None:
    network = Network(SIZES, "relu")
    assert Recipe().changed(network, COUNT, learning_rate=None).learning_rate == 0.15
    adam = Recipe().changed(network, COUNT, optimiser="adam", learning_rate=None)
    assert adam.learning_rate == OPTIMISERS["adam"].usual_rate


@pytest.mark.parametrize("name", SCHEDULES)
def test_names_stand_for_the_usual_settings(name: str) -> None:
    found = Recipe().changed(Network(SIZES), COUNT, schedule=name, optimiser="adam")
    assert (found.schedule, found.optimiser) == (SCHEDULES[name](), Adam())


def test_parts_may_be_any_iterable() -> None:
    found = Recipe().changed(Network(SIZES), COUNT, frozen=[Part(1)], held=iter([Held(1, 0)]))
    assert (found.frozen, found.held) == ((Part(1),), (Held(1, 0),))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, True),
        ({"learning_rate": 0.1, "batch_size": 3, "schedule": "linear"}, True),
        ({"held": [Held(1, 0)]}, True),
        ({"optimiser": "momentum"}, False),
        ({"optimiser": "gradient_descent"}, True),
        ({"l1": 1e-4}, False),
        ({"l2": 1e-4}, False),
        ({"clip": 1.0}, False),
        ({"frozen": [Part(1)]}, False),
    ],
)
def test_is_plain(options: Any, *, expected: bool) -> None:
    assert Recipe().changed(Network(SIZES), COUNT, **options).is_plain is expected


BAD: list[tuple[dict[str, Any], str, str]] = [
    ({"learning_rate": 0}, "η is 0", "above 0"),
    ({"learning_rate": -0.5}, "-0.5", "above 0"),
    ({"learning_rate": 1000.5}, "1000.5", "1000"),
    ({"learning_rate": math.nan}, "nan", "1.5"),
    ({"learning_rate": math.inf}, "inf", "1.5"),
    ({"learning_rate": "fast"}, "fast", "1.5"),
    ({"batch_size": 0}, "0 examples", "1 to 20"),
    ({"batch_size": 21}, "21 examples", "1 to 20"),
    ({"batch_size": 2.5}, "2.5 examples", "whole number"),
    ({"batch_size": True}, "True", "whole number"),
    ({"batch_size": math.nan}, "nan", "whole number"),
    ({"optimiser": "sgd"}, "'sgd'", "gradient_descent"),
    ({"optimiser": None}, "None", "gradient_descent"),
    ({"schedule": "steps"}, "'steps'", "constant, step, linear, cosine"),
    ({"schedule": 3}, "3", "constant, step, linear, cosine"),
    ({"l1": -1e-5}, "l1 is -1e-05", "0.0001"),
    ({"l1": math.nan}, "l1 is nan", "0.0001"),
    ({"l2": math.inf}, "l2 is inf", "0.0001"),
    ({"l2": None}, "l2 is None", "0.0001"),
    ({"clip": 0}, "length of 0", "above 0"),
    ({"clip": -1.0}, "length of -1", "above 0"),
    ({"clip": math.nan}, "length of nan", "above 0"),
    ({"clip": math.inf}, "length of inf", "above 0"),
    ({"frozen": [Part(0)]}, "no layer 0 that learns", "1 to 3"),
    ({"frozen": [Part(1), Part(4)]}, "no layer 4 that learns", "1 to 3"),
    ({"frozen": [Part(2, 5)]}, "no neuron 5 in layer 2", "0 to 4"),
    ({"frozen": [Part(2, -1)]}, "no neuron -1 in layer 2", "0 to 4"),
    ({"frozen": [Part(2, 4, 3)]}, "no weight from neuron 3 of layer 1", "0 to 2"),
    ({"frozen": [Part(1, None, 0)]}, "from neuron 0 needs", "core.Part(1, 0, 0)"),
    ({"held": [Held(0, 0)]}, "no layer 0 that learns", "1 to 3"),
    ({"held": [Held(1, 3)]}, "no neuron 3 in layer 1", "0 to 2"),
    ({"held": [Held(3, 0)]}, "Neuron 0 of layer 3 is an output", "hidden layer"),
    ({"held": [Held(1, 0, math.nan)]}, "held at nan", "for instance 0"),
    ({"held": [Held(1, 0, math.inf)]}, "held at inf", "for instance 0"),
]


@pytest.mark.parametrize(("options", "bad", "remedy"), BAD)
def test_what_cannot_be_used_gets_one_sentence(
    check_sentence: CheckSentence, options: Any, bad: str, remedy: str
) -> None:
    with pytest.raises(SettingError) as caught:
        Recipe().changed(Network(SIZES), COUNT, **options)
    check_sentence(caught.value, bad, remedy)


@pytest.mark.parametrize("options", [options for options, _, _ in BAD])
def test_a_refusal_changes_nothing(
    make_data: Callable[..., Dataset], options: dict[str, Any]
) -> None:
    """Also where something that could be used stands beside it."""
    run = Run(Network(SIZES), make_data(COUNT, 4, 2), batch_size=3, optimiser="momentum")
    run.steps(4)
    recipe, state = run.recipe, run.network.parameters.vector.tobytes()
    memory = run._trainer.memory.tobytes()
    for position in (4, 2):
        run.go_to(position)
        with pytest.raises(SettingError):
            run.change(**{"l2": 0.5, "clip": 1.0, **options})
    run.go_to(4)
    assert (run.recipe, run.changes, run.network.held) == (recipe, (), ())
    assert (len(run.branches), run.length) == (1, 4)
    assert (run.network.parameters.vector.tobytes(), run._trainer.memory.tobytes()) == (
        state,
        memory,
    )


@pytest.mark.parametrize("options", [options for options, _, _ in BAD])
def test_a_run_does_not_begin_with_it(
    make_data: Callable[..., Dataset], options: dict[str, Any]
) -> None:
    network = Network(SIZES)
    with pytest.raises(SettingError):
        Run(network, make_data(COUNT, 4, 2), **options)
    assert network.held == ()
