"""Recipe: what a gradient step does, as plain values that a run can remember."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, TypedDict, TypeVar, Unpack

from core.activations import Activation
from core.checks import is_number, is_whole, shown
from core.costs import check_partner
from core.errors import SettingError
from core.network import Network, checked_activations, checked_seed
from core.optimisers import OPTIMISERS, PLAIN, Optimiser, optimiser_named
from core.parts import Held, Part, checked_held, checked_parts
from core.schedules import SCHEDULES, STEADY, Schedule, schedule_named

Made = TypeVar("Made")

DEFAULT_BATCH_SIZE = 10
LARGEST_LEARNING_RATE = 1000.0


class MoreOptions(TypedDict, total=False):
    """The fields of a `Recipe` but for η and the mini-batch.

    An optimiser or a schedule may be given by its name.
    """

    optimiser: Optimiser | str
    schedule: Schedule | str
    l1: float
    l2: float
    clip: float | None
    frozen: Iterable[Part]
    held: Iterable[Held]
    activation: str | Sequence[str]
    order: int | None


class RecipeOptions(MoreOptions, total=False):
    """The fields of a `Recipe`; a learning rate of None is what suits the optimiser."""

    learning_rate: float | None
    batch_size: int


@dataclass(frozen=True)
class Recipe:
    """What a gradient step does.

    With g the gradient of the mini-batch's C, plus that of the penalty, and clipped, the
    optimiser makes a step of it, with η from the schedule.

    Attributes
    ----------
    learning_rate : float
        η before the schedule.
    batch_size : int
    optimiser : Optimiser
    schedule : Schedule
        It counts epochs from where it was chosen.
    l1, l2 : float
        The penalty l1 · Σ|W| + l2 / 2 · ΣW² pulls weights, not biases, towards 0. It is no
        part of C. Source: M. Nielsen, Neural Networks and Deep Learning, chapter 3, eq. (86)
        and (95), with l1 = l2 = λ/n.
    clip : float or None
        The longest g may be, ‖g‖; a longer one is shortened. None for no limit. Source:
        R. Pascanu, T. Mikolov, Y. Bengio, On the difficulty of training recurrent neural
        networks, ICML 2013, algorithm 1.
    frozen : tuple of Part
        What learning leaves alone.
    held : tuple of Held
        Neurons that are knocked out.
    activation : tuple of str
        The name of σ of every layer but the input; `changed` takes it from the network where
        it is not given.
    order : int or None
        Another seed of the order in which examples are used; None for the run's. Chosen in
        the middle of an epoch, it holds for what is left of it, where an example may then
        come a second time.
    """

    learning_rate: float = PLAIN.usual_rate
    batch_size: int = DEFAULT_BATCH_SIZE
    optimiser: Optimiser = PLAIN
    schedule: Schedule = STEADY
    l1: float = 0.0
    l2: float = 0.0
    clip: float | None = None
    frozen: tuple[Part, ...] = ()
    held: tuple[Held, ...] = ()
    activation: tuple[str, ...] = ()
    order: int | None = None

    def changed(
        self, network: Network, example_count: int, **options: Unpack[RecipeOptions]
    ) -> Recipe:
        """The same recipe with other values, checked; SettingError where one cannot be used.

        A learning rate that is the usual one follows the optimiser; one that was set stays.
        """
        new: dict[str, Any] = dict(options)
        if "optimiser" in new:
            new["optimiser"] = _made(OPTIMISERS, new["optimiser"], optimiser_named)
        if "schedule" in new:
            new["schedule"] = _made(SCHEDULES, new["schedule"], schedule_named)
        new["learning_rate"] = self._rate(new, network)
        new.setdefault("activation", self.activation)
        checks: dict[str, Callable[[Any], object]] = {
            "batch_size": lambda value: checked_batch_size(value, example_count),
            "l1": lambda value: _checked_penalty("l1", value),
            "l2": lambda value: _checked_penalty("l2", value),
            "clip": lambda value: None if value is None else _checked_clip(value),
            "frozen": lambda value: checked_parts(value, network.sizes),
            "held": lambda value: checked_held(value, network.sizes),
            "activation": lambda value: _checked_names(value, network),
            "order": lambda value: None if value is None else checked_seed(value),
        }
        for name in checks.keys() & new.keys():
            new[name] = checks[name](new[name])
        return replace(self, **new)

    def _rate(self, new: Mapping[str, Any], network: Network) -> float:
        rate = new.get("learning_rate", self.learning_rate)
        was_usual = rate == usual_rate(self.optimiser, network.activation_functions)
        follows = "optimiser" in new and "learning_rate" not in new and was_usual
        if rate is None or follows:
            optimiser = new.get("optimiser", self.optimiser)
            return usual_rate(optimiser, network.activation_functions)
        return checked_learning_rate(rate)

    @property
    def is_plain(self) -> bool:
        """Whether a step is W ← W − η ∂C/∂W and no more."""
        plain = Recipe(self.learning_rate, self.batch_size, schedule=self.schedule)
        return self == replace(plain, held=self.held, activation=self.activation, order=self.order)


def _checked_names(names: str | Sequence[str], network: Network) -> tuple[str, ...]:
    """The name of σ of every layer; SettingError where the network's C does not go with it."""
    if not names:
        return network.activation_names
    functions = checked_activations(names, len(network.sizes) - 1)
    check_partner(network.cost, functions[-1], network.bias)
    return tuple(sigma.name for sigma in functions)


def usual_rate(optimiser: Optimiser, functions: Iterable[Activation]) -> float:
    """A learning rate that suits the optimiser and the σ of all layers."""
    if optimiser.is_scale_free:
        return optimiser.usual_rate
    share = min(sigma.rate_share for sigma in functions)
    # Without the last digit of a product of two that are no binary fractions.
    return round(optimiser.usual_rate * share, 9)


def _made(table: Mapping[str, type[Made]], value: Any, named: Callable[[str], Made]) -> Made:
    """One of the table's things, as it is or made from its name."""
    made = table.get(str(getattr(value, "name", None)))
    return value if made is not None and type(value) is made else named(value)


def to_plain(name: str, value: object) -> object:
    """The value of a recipe's field as JSON can hold it."""
    if name in ("optimiser", "schedule"):
        return {"name": value.name, **asdict(value)}  # type: ignore[attr-defined, call-overload]
    if name in ("frozen", "held"):
        return [asdict(part) for part in value]  # type: ignore[attr-defined]
    return value


def from_plain(name: str, value: Any) -> Any:
    """The value of a recipe's field that `to_plain` made this of."""
    if name in ("optimiser", "schedule"):
        options = {key: float(option) for key, option in value.items() if key != "name"}
        make = optimiser_named if name == "optimiser" else schedule_named
        return make(value["name"], **options)
    if name in ("frozen", "held"):
        kind = Part if name == "frozen" else Held
        return tuple(kind(**part) for part in value)
    if name == "activation":
        return tuple(map(str, value))
    return value


def plain_recipe(recipe: Recipe) -> dict[str, object]:
    """A recipe as JSON can hold it."""
    return {
        field.name: to_plain(field.name, getattr(recipe, field.name)) for field in fields(recipe)
    }


def recipe_from_plain(plain: Mapping[str, Any], network: Network, example_count: int) -> Recipe:
    """The recipe that `plain_recipe` made this of, checked."""
    values = {name: from_plain(name, value) for name, value in plain.items()}
    return Recipe().changed(network, example_count, **values)


def checked_learning_rate(value: float) -> float:
    """η; SettingError where it is not above 0 and at most LARGEST_LEARNING_RATE."""
    if not (is_number(value, 0, LARGEST_LEARNING_RATE) and value > 0):
        raise SettingError(
            "The learning rate η is {value}; choose a number above 0 and up to {largest:g}, "
            "for instance {default:g}.",
            value=shown(value),
            largest=LARGEST_LEARNING_RATE,
            default=PLAIN.usual_rate,
        )
    return float(value)


def checked_batch_size(value: int, example_count: int) -> int:
    """Examples in a mini-batch; SettingError where it is not 1 to ``example_count``."""
    if not is_whole(value, 1, example_count):
        raise SettingError(
            "The mini-batch has {value} examples; choose a whole number from 1 to {count}, "
            "the number of training examples.",
            value=shown(value),
            count=example_count,
        )
    return int(value)


def _checked_penalty(name: str, value: float) -> float:
    if not is_number(value, 0, LARGEST_LEARNING_RATE):
        raise SettingError(
            "The penalty {name} is {value}; choose 0 for none, or a small number, "
            "for instance 0.0001.",
            name=name,
            value=shown(value),
        )
    return float(value)


def _checked_clip(value: float) -> float:
    if not (is_number(value, 0) and value > 0):
        raise SettingError(
            "The gradient cannot be clipped to a length of {value}; choose a number above 0, "
            "for instance 1.",
            value=shown(value),
        )
    return float(value)
