"""What is said of settings beforehand, and the settings that many begin with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core import Network, RunSettings
from core.initialisers import INITIALISERS
from core.optimisers import Adam
from tests.visualiser.states import describe, new_run, progress_of
from visualiser.data.new_run import present_settings
from visualiser.new_network.choice_words import initialiser_notes
from visualiser.new_network.known import known_facts
from visualiser.new_network.presets import Preset, in_full, presets, rate_of, usual_settings

USUAL = RunSettings(layers=(64, 16, 16, 10), activation=("logistic",) * 3)


@pytest.mark.parametrize(
    ("changes", "rate", "told"),
    [
        ({"bias": "outside"}, 1.0, "With B outside σ"),
        ({}, 3.5, "steady up to η = 3"),
        ({"initialiser": "standard_normal"}, 1.5, "784-100-10"),
        ({"initialiser": "zeros"}, 1.5, "All W of a layer start alike"),
        ({"initialiser": "constant"}, 1.5, "All W of a layer start alike"),
        ({"activation": ("identity", "identity", "logistic")}, 0.1, "the identity"),
        ({"layers": (2, 1), "activation": ("softmax",)}, 0.1, "One output alone"),
        ({"layers": (784, 6000, 60, 10)}, 1.5, "more than 5,000,000 connections"),
    ],
)
def test_what_is_known_is_said(changes: dict[str, object], rate: float, told: str) -> None:
    [sentence] = known_facts(replace(USUAL, **changes), rate)  # type: ignore[arg-type] # by name
    assert told in sentence


@pytest.mark.parametrize(
    ("changes", "rate"),
    [
        ({}, 3.0),
        ({"bias": "outside"}, 0.5),
        # Measured with gradient descent, logistic σ and the quadratic C alone.
        ({"bias": "outside", "optimiser": Adam()}, 1.0),
        ({"activation": ("tanh", "tanh", "logistic")}, 5.0),
        ({"initialiser": "zeros", "layers": (64, 10), "activation": ("logistic",)}, 1.5),
    ],
)
def test_what_is_not_known_is_not_said(changes: dict[str, object], rate: float) -> None:
    assert known_facts(replace(USUAL, **changes), rate) == []  # type: ignore[arg-type] # by name


@pytest.mark.parametrize("preset", presets(), ids=lambda preset: preset.id)
def test_a_preset_is_a_network_and_knows_itself(preset: Preset) -> None:
    settings = preset.settings("digits")
    Network((3, *preset.hidden, 2), settings.activation, settings.cost, settings.bias)
    assert preset.is_chosen(
        replace(settings, seed=5, learning_rate=rate_of(settings)), preset.hidden
    )
    assert not preset.is_chosen(replace(settings, batch_size=77), preset.hidden)
    assert not preset.is_chosen(settings, (*preset.hidden, 4))


def test_usual_settings_are_those_of_a_new_run() -> None:
    run = new_run()
    usual = usual_settings("digits", 2)
    assert in_full(RunSettings(), 2) == usual
    assert rate_of(usual) == run.recipe.learning_rate


def test_every_way_to_start_has_words_of_its_own() -> None:
    notes = initialiser_notes()
    assert notes.keys() == INITIALISERS.keys()
    assert all(title and told for title, told in notes.values())


def test_present_settings_are_what_the_run_has_become() -> None:
    run = new_run()
    described = describe(run)
    run.change(learning_rate=0.25, activation="tanh", l2=0.001)
    settings = present_settings(described, progress_of(run))
    assert settings == RunSettings.of(run)
    assert settings.activation == ("tanh",) * 3
    assert present_settings(None, None) == RunSettings()
