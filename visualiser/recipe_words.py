"""What a gradient step does, in sentences: the optimiser, η, penalties, what is left alone."""

from __future__ import annotations

from dataclasses import fields, replace

from PySide6.QtCore import QCoreApplication

from core.parts import Part
from core.recipe import Recipe
from visualiser.marking import QT_TRANSLATE_NOOP
from visualiser.number_format import count, plain
from visualiser.training.messages import Progress
from visualiser.widgets.labels import symbol

# Names from `core` that stand in no table of it: settings of optimisers and schedules, and where
# a bias is added.
MORE_NAMES = (
    QT_TRANSLATE_NOOP("Names", "decay"),
    QT_TRANSLATE_NOOP("Names", "end"),
    QT_TRANSLATE_NOOP("Names", "epochs"),
    QT_TRANSLATE_NOOP("Names", "epsilon"),
    QT_TRANSLATE_NOOP("Names", "every"),
    QT_TRANSLATE_NOOP("Names", "factor"),
    QT_TRANSLATE_NOOP("Names", "inside"),
    QT_TRANSLATE_NOOP("Names", "outside"),
    QT_TRANSLATE_NOOP("Names", "squares decay"),
)
# A list of frozen and held parts is no longer than this.
_MOST_PARTS = 4


def frozen_weights(recipe: Recipe, layer: int, neuron: int) -> set[int] | None:
    """From which neurons of the layer before its weights are frozen; None for all, and B too."""
    here = [part for part in recipe.frozen if _holds_neuron(part, layer, neuron)]
    origins = {part.origin for part in here if part.origin is not None}
    return None if any(part.origin is None for part in here) else origins


def is_plain_where_free(recipe: Recipe) -> bool:
    """Whether what is not frozen changes by −η ∂C/∂W and no more."""
    return replace(recipe, frozen=()).is_plain


def what_made_it(progress: Progress) -> list[str]:
    """How the next step comes from the gradient, where it is not just −η ∂C/∂W: sentences."""
    recipe = progress.recipe
    sentences = [
        _tr("The optimiser {name} subtracts {formula}.").format(
            name=readable(recipe.optimiser.name), formula=formula_text(recipe.optimiser.formula)
        ),
        _gradient_sentence(recipe),
    ]
    if recipe.clip is not None:
        text = _tr("Where ‖g‖ of the whole network is above {clip}, g is clipped to that length.")
        sentences.append(text.format(clip=plain(recipe.clip)))
    return sentences


def present_rate(progress: Progress) -> str:
    """η of the next step, as a sentence."""
    return _tr("Here η is {rate}.").format(rate=plain(progress.next_learning_rate))


def recipe_facts(progress: Progress) -> list[str]:
    """What every step does, a sentence for each thing that there is to know."""
    recipe = progress.recipe
    if is_plain_where_free(recipe):
        w, b = symbol("W"), symbol("B")
        facts = [f"{w} ← {w} − η · ∂C/∂{w}", f"{b} ← {b} − η · ∂C/∂{b}"]
    else:
        facts = what_made_it(progress)
        settings = settings_of(recipe.optimiser)
        if settings:
            text = _tr("Its settings: {settings}.").format(settings=settings)
            facts[0] = f"{facts[0]} {text}"
    return [*facts, _rate_fact(progress), *_part_facts(recipe)]


def readable(name: str) -> str:
    """A name from one of the tables of `core` as it can be read: gradient descent."""
    return QCoreApplication.translate("Names", name.replace("_", " "))


def _gradient_sentence(recipe: Recipe) -> str:
    """What g is."""
    if recipe.l1 and recipe.l2:
        text = _tr(
            "Here g is ∂C/∂W + {l1} · sign W + {l2} · W, with an L1 and an L2 penalty, "
            "and for a bias ∂C/∂B."
        )
    elif recipe.l1:
        text = _tr("Here g is ∂C/∂W + {l1} · sign W, with an L1 penalty, and for a bias ∂C/∂B.")
    elif recipe.l2:
        text = _tr("Here g is ∂C/∂W + {l2} · W, with an L2 penalty, and for a bias ∂C/∂B.")
    else:
        text = _tr("Here g is ∂C/∂W, and for a bias ∂C/∂B.")
    return text.format(l1=plain(recipe.l1), l2=plain(recipe.l2))


def formula_text(formula: str) -> str:
    """A formula of an optimiser or a schedule, with its few words in the user's language."""
    return QCoreApplication.translate("Core", formula)


def _rate_fact(progress: Progress) -> str:
    recipe = progress.recipe
    settings = settings_of(recipe.schedule)
    if not settings:
        return _tr("{eta} is {rate} in every step.").format(
            eta=symbol("η"), rate=plain(progress.next_learning_rate)
        )
    return _tr(
        "{eta} is {now} in the next step: set to {rate}, it follows the schedule {schedule}, "
        "{formula}, with {settings}; e is the epochs gone by."
    ).format(
        eta=symbol("η"),
        now=plain(progress.next_learning_rate),
        rate=plain(recipe.learning_rate),
        schedule=readable(recipe.schedule.name),
        formula=formula_text(recipe.schedule.formula),
        settings=settings,
    )


def settings_of(choice: object) -> str:
    """The settings of an optimiser or a schedule, each as name = value."""
    names = [field.name for field in fields(choice)]  # type: ignore[arg-type] # a dataclass
    return ", ".join(f"{readable(name)} = {plain(getattr(choice, name))}" for name in names)


def _part_facts(recipe: Recipe) -> list[str]:
    facts = [
        _tr("Neuron {neuron} of layer {layer} is held at a = {value}.").format(
            neuron=one.neuron, layer=one.layer, value=plain(one.value)
        )
        for one in recipe.held
    ]
    facts += [_frozen_fact(part) for part in recipe.frozen]
    more = len(facts) - _MOST_PARTS
    if more > 1:
        rest = _tr("{count} more parts are frozen or held.").format(count=count(more))
        return [*facts[:_MOST_PARTS], rest]
    return facts


def _frozen_fact(part: Part) -> str:
    if part.neuron is None:
        return _tr("Layer {layer} is frozen: learning leaves it alone.").format(layer=part.layer)
    if part.origin is None:
        return _tr("Neuron {neuron} of layer {layer} is frozen: learning leaves it alone.").format(
            neuron=part.neuron, layer=part.layer
        )
    return _tr(
        "The weight to neuron {neuron} of layer {layer} from neuron {origin} is frozen: "
        "learning leaves it alone."
    ).format(neuron=part.neuron, layer=part.layer, origin=part.origin)


def _holds_neuron(part: Part, layer: int, neuron: int) -> bool:
    return part.layer == layer and part.neuron in (None, neuron)


def _tr(text: str) -> str:
    return QCoreApplication.translate("RecipeWords", text)
