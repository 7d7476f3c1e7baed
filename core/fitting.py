"""Whether a network and data go together."""

from __future__ import annotations

import math

from core.datasets.dataset import Dataset, Examples
from core.errors import SettingError
from core.network import Network


def check_fit(network: Network, data: Dataset) -> None:
    """SettingError where layers do not fit the data, or no a can ever be a target."""
    if not (len(data.train) and len(data.test)):
        raise SettingError(
            "The data has {train} training examples and {test} test examples; give at least one "
            "of each.",
            train=len(data.train),
            test=len(data.test),
        )
    needed = (data.input_count, data.class_count)
    if (network.sizes[0], network.sizes[-1]) != needed:
        raise SettingError(
            "The layers {sizes} do not fit the data: its examples have {inputs} numbers and "
            "{classes} classes, so the first layer needs {inputs} neurons and the last "
            "{classes}, as in {example}.",
            sizes=",".join(map(str, network.sizes)),
            inputs=needed[0],
            classes=needed[1],
            example=",".join(map(str, (needed[0], *network.sizes[1:-1], needed[1]))),
        )
    _check_test(data)
    _check_targets(network, data)


def check_examples(network: Network, examples: Examples) -> None:
    """SettingError where there are none, or they are not for this network."""
    if not len(examples):
        raise SettingError("There is no example to ask the network about; give at least one.")
    needed = network.sizes[0], network.sizes[-1]
    found = examples.inputs.shape[1], examples.targets.shape[1]
    if needed != found:
        raise SettingError(
            "The examples have {inputs} numbers and {targets} targets, and the network has "
            "{first} inputs and {last} outputs; give examples that fit it.",
            inputs=found[0],
            targets=found[1],
            first=needed[0],
            last=needed[1],
        )


def _check_test(data: Dataset) -> None:
    train, test = (
        (examples.inputs.shape[1], examples.targets.shape[1])
        for examples in (data.train, data.test)
    )
    if train != test:
        raise SettingError(
            "The training examples have {train} numbers and targets, the test examples {test}; "
            "give both the same, with the number of classes where some do not occur.",
            train=f"{train[0]} + {train[1]}",
            test=f"{test[0]} + {test[1]}",
        )


def _check_targets(network: Network, data: Dataset) -> None:
    sigma = network.activation_functions[-1]
    lowest, highest = data.target_range
    # A bias outside σ moves a anywhere.
    if network.bias == "inside" and not (sigma.lowest <= lowest and highest <= sigma.highest):
        reachable = (
            "The targets of the data lie between {lowest:g} and {highest:g}, which outputs "
            "that are {name} never reach; choose identity for the output layer, or targets "
            "from {least:g} to {most:g}."
        )
        if math.isinf(sigma.highest):
            reachable = (
                "The targets of the data lie between {lowest:g} and {highest:g}, which outputs "
                "that are {name} never reach; choose identity for the output layer, or targets "
                "from {least:g} up."
            )
        raise SettingError(
            reachable,
            lowest=lowest,
            highest=highest,
            name=sigma.name,
            least=sigma.lowest,
            most=sigma.highest,
        )
    if network.cost.partner == "softmax" and not data.targets_add_up:
        raise SettingError(
            "The cost {cost} needs targets that add up to 1 for every example, and those of "
            "the data do not; choose the cost cross_entropy or quadratic.",
            cost=network.cost.name,
        )
