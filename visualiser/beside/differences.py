"""What is different between two runs, in words, as it is at the step where both stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple, dataclass, fields
from itertools import groupby
from typing import Any

from PySide6.QtCore import QCoreApplication

from core.history import EDIT, Change
from visualiser.change_words import change_text
from visualiser.data.source_title import source_title
from visualiser.number_format import count, plain
from visualiser.recipe_words import readable
from visualiser.training.snapshot import Snapshot

# Changes that no setting tells of.
_BY_HAND = (EDIT, "frozen", "held")


def differences(left: Snapshot, right: Snapshot) -> tuple[str, ...]:
    """What the right run has instead of the left one's, a few words each; () for nothing.

    Settings that changed on the way count as they are at the step that is shown; of what was
    edited, what had been by then.
    """
    found = [one.words(left, right) for one in _settings()]
    by_hand = [_change_words(right, change) for change in _only_in(right, left)]
    missing = [_missing_words(left, change) for change in _only_in(left, right)]
    return (*filter(None, found), *by_hand, *missing)


def facts(snapshot: Snapshot) -> tuple[str, ...]:
    """What a run is, the most telling first, a few words each."""
    recipe = snapshot.progress.recipe
    rate, batch = plain(recipe.learning_rate), count(recipe.batch_size)
    return (
        layers_text(snapshot.sizes),
        _tr("η = {rate}").format(rate=rate),
        _tr("mini-batch {size}").format(size=batch),
        with_settings(recipe.optimiser),
    )


@dataclass(frozen=True)
class _Setting:
    """A setting of a run: where it is found, how it is written, and what is said of two."""

    value: Callable[[Snapshot], Any]
    written: Callable[[Any], str]
    template: str

    def words(self, left: Snapshot, right: Snapshot) -> str:
        """What the right run has instead; empty where it has the same."""
        here, there = self.value(left), self.value(right)
        if here == there:
            return ""
        return self.template.format(here=self.written(here), there=self.written(there))


def _settings() -> tuple[_Setting, ...]:
    return (
        _Setting(_of("data"), _data, _tr("data {there} instead of {here}")),
        _Setting(lambda s: s.sizes, layers_text, _tr("layers {there} instead of {here}")),
        _Setting(_activations, ", ".join, _tr("σ = {there} instead of {here}")),
        _Setting(_of("cost"), readable, _tr("cost = {there} instead of {here}")),
        _Setting(_of("bias"), readable, _tr("bias {there} σ instead of {here}")),
        _Setting(_of("initialiser"), readable, _tr("start values = {there} instead of {here}")),
        _Setting(_of("seed"), str, _tr("seed = {there} instead of {here}")),
        _Setting(_by("optimiser"), with_settings, _tr("optimiser = {there} instead of {here}")),
        _Setting(_by("learning_rate"), plain, _tr("η = {there} instead of {here}")),
        _Setting(_by("schedule"), with_settings, _tr("schedule = {there} instead of {here}")),
        _Setting(_by("batch_size"), count, _tr("mini-batch = {there} instead of {here}")),
        _Setting(_by("l1"), plain, _tr("L1 = {there} instead of {here}")),
        _Setting(_by("l2"), plain, _tr("L2 = {there} instead of {here}")),
        _Setting(_by("clip"), _limit, _tr("‖g‖ at most {there} instead of {here}")),
    )


def layers_text(sizes: tuple[int, ...]) -> str:
    """Layer sizes as they are written: 64-16-16-10."""
    return "-".join(str(size) for size in sizes)


def with_settings(choice: Any) -> str:
    """An optimiser or a schedule, with the settings that are not the usual ones."""
    usual = {field.name: field.default for field in fields(choice)}
    values = zip(usual, astuple(choice), strict=True)
    own = [f"{readable(name)} {plain(value)}" for name, value in values if value != usual[name]]
    name = readable(choice.name)
    if not own:
        return name
    return _tr("{name} ({settings})").format(name=name, settings=", ".join(own))


def _of(name: str) -> Callable[[Snapshot], Any]:
    return lambda snapshot: getattr(snapshot.description.settings, name)


def _by(name: str) -> Callable[[Snapshot], Any]:
    return lambda snapshot: getattr(snapshot.progress.recipe, name)


def _data(name: str) -> str:
    return _tr("embedded digits") if name == "digits" else source_title(name)


def _activations(snapshot: Snapshot) -> tuple[str, ...]:
    """The names of σ from layer to layer, each as often as it changes."""
    names = [sigma.name for sigma in snapshot.activation_functions]
    return tuple(readable(name) for name, _ in groupby(names))


def _limit(clip: float | None) -> str:
    return _tr("anything") if clip is None else plain(clip)


def _only_in(one: Snapshot, other: Snapshot) -> list[Change]:
    """What was changed by hand in one run up to the step that is shown, and not in the other."""
    made = [c for c in one.progress.changes if c.step <= one.progress.position]
    return [c for c in made if c.name in _BY_HAND and c not in other.progress.changes]


def _change_words(snapshot: Snapshot, change: Change) -> str:
    return _tr("at step {step} {change}").format(
        step=count(change.step), change=change_text(change, snapshot.progress.changes)
    )


def _missing_words(snapshot: Snapshot, change: Change) -> str:
    return _tr("only in the run at the left: at step {step} {change}").format(
        step=count(change.step), change=change_text(change, snapshot.progress.changes)
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Differences", text)
