"""Gradients, and 200 steps of every optimiser, against PyTorch in float64."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import COSTS, CosineDecay, Dataset, LinearDecay, Network, Run, Schedule
from core.activations import ACTIVATIONS
from core.network import BiasPlacement
from core.parameters import FloatArray
from core.trace import mean_gradient
from core.trainer import Trainer

torch: Any = pytest.importorskip("torch", reason="PyTorch, of the extra bench, is not installed")

# torch's softplus is a straight line from 20 on, where ours is exact.
SIGMAS: dict[str, Callable[[Any], Any]] = {
    "logistic": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "leaky_relu": lambda s: torch.nn.functional.leaky_relu(s, 0.01),
    "softplus": lambda s: torch.nn.functional.softplus(s, threshold=1000),
    "identity": lambda s: s,
    "softmax": lambda s: torch.softmax(s, dim=1),
}
PAIRS = [
    (output, cost, bias)
    for output in ACTIVATIONS
    for cost in COSTS
    for bias in ("inside", "outside")
    if COSTS[cost].partner is None or (COSTS[cost].partner == output and bias == "inside")
]


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


class Twin:
    """The same network in torch: parameters of its own, examples as rows."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.weights = [torch.tensor(w.copy(), requires_grad=True) for w in network.weights]
        self.biases = [torch.tensor(b.copy(), requires_grad=True) for b in network.biases]

    def cost(self, examples: Any, targets: Any) -> Any:
        a, targets = (torch.tensor(rows.astype(np.float64)) for rows in (examples, targets))
        is_inside = self.network.bias == "inside"
        names = self.network.activation_names
        for w, b, name in zip(self.weights, self.biases, names, strict=True):
            s = a @ w.T + b if is_inside else a @ w.T
            a = SIGMAS[name](s) if is_inside else SIGMAS[name](s) + b
        if self.network.cost.name == "quadratic":
            return ((targets - a) ** 2).sum(dim=1).mean()
        if self.network.cost.name == "cross_entropy":
            entropy = torch.nn.functional.binary_cross_entropy_with_logits
            return entropy(s, targets, reduction="none").sum(dim=1).mean()
        return torch.nn.functional.cross_entropy(s, targets)

    def vector(self, which: Callable[[Any], Any] = lambda tensor: tensor) -> FloatArray:
        """All numbers, or their gradients, in the order of ours."""
        rows = [
            torch.cat([which(w), which(b)[:, None]], dim=1).reshape(-1)
            for w, b in zip(self.weights, self.biases, strict=True)
        ]
        found: FloatArray = torch.cat(rows).detach().numpy()
        return found


def relative_error(found: FloatArray, expected: FloatArray) -> float:
    return float(np.linalg.norm(found - expected) / np.linalg.norm(expected))


@pytest.mark.parametrize(("output", "cost", "bias"), PAIRS)
@settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(
    sizes=st.lists(st.integers(2, 6), min_size=2, max_size=4),
    hidden=st.sampled_from([name for name in ACTIVATIONS if name != "softmax"]),
    examples=st.integers(1, 5),
    seed=st.integers(0, 2**32),
)
def test_gradients(
    make_data: Callable[..., Dataset],
    *,
    output: str,
    cost: str,
    bias: BiasPlacement,
    sizes: list[int],
    hidden: str,
    examples: int,
    seed: int,
) -> None:
    data = make_data(examples, sizes[0], sizes[-1], seed)
    names = (hidden, output)
    network = Network(sizes, names, cost, bias, "standard_normal", seed, dtype=np.float64)
    twin = Twin(network)
    expected_cost = twin.cost(data.train.inputs, data.train.targets)
    expected_cost.backward()
    expected = twin.vector(lambda tensor: tensor.grad)
    found, found_cost = mean_gradient(Trainer(network, data.train), np.arange(examples))
    assert found_cost == pytest.approx(expected_cost.item(), rel=1e-11)
    # ReLU neurons may all be silent: both gradients are then 0. Of a nearly sure softmax
    # PyTorch keeps only what 1 − a does.
    assert np.linalg.norm(found.vector - expected) <= 1e-10 * np.linalg.norm(expected) + 1e-14


# What torch.optim calls each of ours, with the settings that are our usual ones.
OPTIMISERS: dict[str, Callable[..., Any]] = {
    "gradient_descent": torch.optim.SGD,
    "momentum": lambda groups, lr: torch.optim.SGD(groups, lr, momentum=0.9),
    "nesterov": lambda groups, lr: torch.optim.SGD(groups, lr, momentum=0.9, nesterov=True),
    "rmsprop": lambda groups, lr: torch.optim.RMSprop(groups, lr, alpha=0.99, eps=1e-8),
    "adam": lambda groups, lr: torch.optim.Adam(groups, lr, betas=(0.9, 0.999), eps=1e-8),
}
RATES = {"gradient_descent": 1.5, "momentum": 0.2, "nesterov": 0.2, "rmsprop": 0.005, "adam": 0.005}


def clip(tensors: list[Any], limit: float) -> None:
    """Shorten the gradient to ``limit`` where it is longer: no ε, unlike clip_grad_norm_."""
    length = math.sqrt(sum(float((t.grad**2).sum()) for t in tensors))
    if length > limit:
        for tensor in tensors:
            tensor.grad *= limit / length


def check_200_steps(
    run: Run, name: str, share: Callable[[float], float] = lambda _: 1.0, l2: float = 0
) -> None:
    """The same mini-batches, and η by hand where it changes; ``share`` is of the epochs.

    1437 digits make 144 mini-batches an epoch, of which the last is shorter.
    """
    twin, train = Twin(run.network), run.data.train
    groups = [{"params": twin.weights, "weight_decay": l2}, {"params": twin.biases}]
    optimiser = OPTIMISERS[name](groups, RATES[name])
    for step in range(200):
        for group in optimiser.param_groups:
            group["lr"] = RATES[name] * share(step // 144 + step % 144 * 10 / 1437)
        optimiser.zero_grad()
        twin.cost(train.inputs[run.next_batch], train.targets[run.next_batch]).backward()
        if run.recipe.clip:
            clip([*twin.weights, *twin.biases], run.recipe.clip)
        optimiser.step()
        run.step()
    assert relative_error(run.network.parameters.vector, twin.vector()) < 1e-10


@pytest.fixture
def make_run(digits: Dataset) -> Callable[..., Run]:
    def make(name: str, **options: Any) -> Run:
        network = Network((64, 12, 10), ("tanh", "logistic"), dtype=np.float64)
        return Run(network, digits, RATES[name], batch_size=10, optimiser=name, **options)

    return make


@pytest.mark.parametrize("name", OPTIMISERS)
def test_200_steps(make_run: Callable[..., Run], name: str) -> None:
    check_200_steps(make_run(name), name)


@pytest.mark.parametrize("name", OPTIMISERS)
def test_200_steps_with_l2(make_run: Callable[..., Run], name: str) -> None:
    """In torch it is the weight_decay of the weights alone."""
    check_200_steps(make_run(name, l2=1e-3), name, l2=1e-3)


@pytest.mark.parametrize("name", OPTIMISERS)
def test_200_steps_with_clipping(make_run: Callable[..., Run], name: str) -> None:
    """At a length that is at times too long and at times not."""
    run = make_run(name, clip=0.6)
    check_200_steps(run, name)
    lengths = []
    for step in range(0, 200, 10):
        run.go_to(step)
        lengths.append(np.linalg.norm(run.gradient()[0].vector))
    assert min(lengths) < 0.6 < max(lengths)


@pytest.mark.parametrize(
    ("schedule", "share"),
    [
        (LinearDecay(1.2, 0.1), lambda e: 0.1 + 0.9 * max(0, 1 - e / 1.2)),
        (
            CosineDecay(1.2, 0.1),
            lambda e: 0.1 + 0.9 * (1 + math.cos(math.pi * min(1, e / 1.2))) / 2,
        ),
    ],
)
@pytest.mark.parametrize("name", ["momentum", "adam"])
def test_200_steps_with_a_schedule(
    make_run: Callable[..., Run], name: str, schedule: Schedule, share: Callable[[float], float]
) -> None:
    """It ends within the 200 steps."""
    check_200_steps(make_run(name, schedule=schedule), name, share)
