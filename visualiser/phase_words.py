"""What is said of each phase of a step: names, headings, sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.parts import learning_mask
from visualiser.number_format import count, fixed
from visualiser.phase_cost_words import cost_words
from visualiser.phase_focus import Focus
from visualiser.phase_step import PhaseStep
from visualiser.phase_sums import decimals_of
from visualiser.phases import Movement, Phase
from visualiser.recipe_words import is_plain_where_free


def title(phase: Phase) -> str:
    """The name of a phase."""
    match phase.kind:
        case "batch":
            return _tr("Mini-batch")
        case "forward":
            return _tr("Forward {layer}").format(layer=phase.layer)
        case "cost":
            return _tr("Cost")
        case "backward":
            return _tr("Backward {layer}").format(layer=phase.layer)
        case "update":
            return _tr("Update")
        case "done":
            return _tr("Done")


def follower(phase: Phase) -> str:
    """The name beside that of a phase of the same kind: a forward or backward one's layer."""
    return title(phase) if phase.layer is None else str(phase.layer)


def mark(phase: Phase) -> str:
    """The same where there is little room: the letter of what is computed."""
    match phase.kind:
        case "batch":
            return "x"
        case "forward":
            return f"a{_raised(phase.layer)}"
        case "cost":
            return "C"
        case "backward":
            return f"δ{_raised(phase.layer)}"
        case "update":
            return "ΔW"
        case "done":
            return "✓"


def heading(step: PhaseStep, phase: Phase) -> str:
    """What happens in a phase, as the head of what is said of it."""
    match phase.kind:
        case "batch":
            text = _tr("Step {number}: {count} examples")
            number = count(step.snapshot.progress.position + 1)
            return text.format(number=number, count=count(step.count))
        case "forward":
            return _tr("Forward through layer {layer}").format(layer=phase.layer)
        case "cost":
            return _tr("How wrong it is")
        case "backward":
            return _tr("Backward through layer {layer}").format(layer=phase.layer)
        case "update":
            return _tr("The update to come")
        case "done":
            number = count(step.snapshot.progress.position + 1)
            return _tr("Step {number} is taken").format(number=number)


def sentences(step: PhaseStep, phase: Phase) -> str:
    """One or two plain sentences of what is happening."""
    is_mean = step.followed is None
    match phase.kind:
        case "batch":
            return _batch(step)
        case "forward":
            text = (
                _tr(
                    "Every neuron adds up what comes in, W·a, and its bias, and passes the sum S "
                    "through σ. Shown are means over {count} examples; σ is curved, so σ of the "
                    "mean S is not the mean a."
                )
                if is_mean
                else _tr(
                    "Every neuron adds up what comes in, W·a, and its bias, and passes the sum S "
                    "through σ. The lines are W·a, the circles a."
                )
            )
        case "cost":
            text = cost_words(step)
        case "backward":
            text = _backward(step, phase)
        case "update":
            return _update(step)
        case "done":
            return _done(step)
    return text.format(count=count(step.count), layer=(phase.layer or 0) + 1)


def _batch(step: PhaseStep) -> str:
    total = count(step.snapshot.description.train_count)
    if step.count == 1:
        text = _tr("The step learns from this one of {total} training examples.")
    elif step.followed is None:
        text = _tr(
            "The step learns from these of {total} training examples; in the network you see "
            "their mean. Click an example to follow it alone."
        )
    else:
        text = _tr(
            "You follow example {number} of {count}. The step learns from all of them; click it "
            "again for their mean."
        )
    number = count((step.followed or 0) + 1)
    return text.format(total=total, number=number, count=count(step.count))


def _backward(step: PhaseStep, phase: Phase) -> str:
    is_mean = step.followed is None
    if phase.layer == step.last:
        return (
            _tr(
                "The rings are δ, how C rises with a neuron's S; the lines are ∂C/∂W. "
                "Both are means over {count} examples: ∂C/∂W is the mean of δ·a."
            )
            if is_mean
            else _tr(
                "The rings are δ, how C rises with a neuron's S. The lines are ∂C/∂W: "
                "δ times the a that came in."
            )
        )
    return (
        _tr(
            "δ comes back through the weights of layer {layer}, times the slope of σ. Rings and "
            "lines are means over {count} examples: ∂C/∂W is the mean of δ·a."
        )
        if is_mean
        else _tr(
            "δ comes back through the weights of layer {layer}, times the slope of σ. "
            "The lines are ∂C/∂W: δ times the a that came in."
        )
    )


def _update(step: PhaseStep) -> str:
    recipe = step.snapshot.progress.recipe
    if _all_is_frozen(step):
        return _tr("All weights and biases are frozen, so the step will move none.")
    if recipe.frozen and is_plain_where_free(recipe):
        text = _tr(
            "Every weight that is not frozen goes against its slope: by −η times ∂C/∂W, "
            "the mean over {count} examples."
        )
    elif recipe.frozen:
        text = _tr(
            "Every weight that is not frozen moves by what the optimiser makes of ∂C/∂W, "
            "the mean over {count} examples."
        )
    elif is_plain_where_free(recipe):
        text = _tr(
            "Every weight goes against its slope: by −η times ∂C/∂W, the mean over {count} "
            "examples."
        )
    else:
        text = _tr(
            "Every weight moves by what the optimiser makes of ∂C/∂W, the mean over {count} "
            "examples."
        )
    return text.format(count=count(step.count))


def _done(step: PhaseStep) -> str:
    if _all_is_frozen(step):
        return _tr(
            "All weights and biases are frozen, so none has moved, and C of this mini-batch "
            "is what it was."
        )
    if step.snapshot.progress.recipe.frozen:
        return _tr(
            "Every weight that is not frozen has moved. The prediction of ΔC takes its slope as "
            "unchanging; the slope did change on the way, so the actual ΔC is another."
        )
    return _tr(
        "Every weight has moved. The prediction of ΔC takes its slope as unchanging; the "
        "slope did change on the way, so the actual ΔC is another."
    )


def _all_is_frozen(step: PhaseStep) -> bool:
    snapshot = step.snapshot
    parameters = snapshot.parameters
    mask = learning_mask(snapshot.progress.recipe.frozen, snapshot.sizes, parameters.vector.dtype)
    return mask is not None and not mask.any()


# -------------------------------------------------------------------- what numbers are about


def named_neuron(focus: Focus) -> str:
    """Which neuron the formula is worked out for, and why this one."""
    text = (
        _tr("Neuron {to} of layer {layer}, which is selected:")
        if focus.neuron_by == "selected"
        else _tr("Neuron {to} of layer {layer}, whose δ is the largest there:")
    )
    return text.format(to=focus.connection.to, layer=focus.connection.layer)


def named_weight(step: PhaseStep, focus: Focus) -> str:
    """Which weight the formula is worked out for, and why this one."""
    chosen = focus.connection
    is_selected = "selected" in (focus.weight_by, focus.neuron_by)
    shape = step.snapshot.picture_shape if chosen.layer == 1 else None
    if focus.weight_by == focus.neuron_by == "selected":
        text = _tr("The selected weight, to neuron {to} of layer {layer} from {origin}:")
    elif focus.weight_by == "selected":
        text = _tr(
            "Weight from the selected {origin} to neuron {to} of layer {layer}, "
            "whose δ is the largest there:"
        )
    elif is_selected:
        text = _tr(
            "Weight to the selected neuron {to} of layer {layer} from {origin}, "
            "through which most flows:"
        )
    else:
        text = _tr(
            "Weight to neuron {to} of layer {layer} (its δ is the largest there) from {origin} "
            "(most flows here):"
        )
    return text.format(to=chosen.to, layer=chosen.layer, origin=_origin(chosen.origin, shape))


def _origin(origin: int, shape: tuple[int, int] | None) -> str:
    if shape is None:
        return _tr("neuron {index}").format(index=origin)
    row, column = divmod(origin, shape[1])
    return _tr("input row {row}, column {column}").format(row=row, column=column)


# -------------------------------------------------------------------- guessing


def verdict(guess: Movement, truth: Movement, change: float) -> str:
    """What is said to a guess."""
    texts = {
        ("rises", "rises"): _tr("You said it rises. Right: by {size}."),
        ("rises", "falls"): _tr("You said it rises. No, it falls by {size}."),
        ("rises", "hardly"): _tr("You said it rises. No, it hardly moves: by {signed}."),
        ("falls", "rises"): _tr("You said it falls. No, it rises by {size}."),
        ("falls", "falls"): _tr("You said it falls. Right: by {size}."),
        ("falls", "hardly"): _tr("You said it falls. No, it hardly moves: by {signed}."),
        ("hardly", "rises"): _tr("You said it hardly moves. No, it rises by {size}."),
        ("hardly", "falls"): _tr("You said it hardly moves. No, it falls by {size}."),
        ("hardly", "hardly"): _tr("You said it hardly moves. Right: by {signed}."),
    }
    decimals = decimals_of(change)
    size, signed = fixed(abs(change), decimals), fixed(change, decimals, sign=True)
    return texts[guess, truth].format(size=size, signed=signed)


def waiting() -> str:
    """What stands in the place of a heading while the step is worked out."""
    return _tr("The step is being worked out …")


def inputs(step: PhaseStep, a: str) -> str:
    """What the a of the input layer is."""
    text = (
        _tr("{a} of the input layer = the numbers that the network is told of an example")
        if step.snapshot.picture_shape is None
        else _tr("{a} of the input layer = ink: 0 is blank paper, 1 is full ink")
    )
    return text.format(a=a)


def _raised(layer: int | None) -> str:
    return str(layer or 0).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("PhaseWords", text)
