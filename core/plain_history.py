"""The segments and changes of a branch as JSON can hold them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from core.batches import Place
from core.edits import edit_from_plain, plain_edit
from core.history import EDIT, Change, Segment
from core.network import Network
from core.recipe import from_plain, plain_recipe, recipe_from_plain, to_plain

_LARGEST = 2**53
# Fields of a recipe that may have as many entries as the network has weights.
_LONG = ("frozen", "held")


def plain_segments(segments: Iterable[Segment]) -> list[dict[str, Any]]:
    """Segments, one after the other, as JSON can hold them.

    What is frozen and held may be long, and is told only where it is other than just before.
    """
    found, before = [], None
    for segment in segments:
        plain = _plain_segment(segment)
        if before is not None:
            for name in _LONG:
                if getattr(segment.recipe, name) == getattr(before.recipe, name):
                    del plain["recipe"][name]
        found.append(plain)
        before = segment
    return found


def _plain_segment(segment: Segment) -> dict[str, Any]:
    return {
        "step": segment.step,
        "place": segment.place,
        "recipe": plain_recipe(segment.recipe),
        "changes": [
            {"name": change.name, "value": _plain_value(change)} for change in segment.changes
        ],
        "optimiser_since": segment.optimiser_since,
        "schedule_since": segment.schedule_since,
    }


def segments_from_plain(
    described: Mapping[str, Any], network: Network, example_count: int
) -> list[Segment]:
    """The segments of a branch, or the last of them; ValueError where they cannot be.

    Parameters
    ----------
    described : mapping
        The branch; before format 3 it had its changes in one list.
    network : Network
    example_count : int
        Examples to train with.
    """
    older = described.get("changes", ())
    segments: list[Segment] = []
    for plain in described["segments"]:
        changes = [c for c in older if c["step"] == plain["step"]]
        segment = _segment(plain, changes, network, example_count)
        if segments:
            # Checked there already, once for all segments that have the same.
            recipe, known = segments[-1].recipe, plain.get("recipe", {})
            same = {name: getattr(recipe, name) for name in _LONG if name not in known}
            segment = replace(segment, recipe=replace(segment.recipe, **same))
        segments.append(segment)
    if not all(_is_sound(segment, example_count) for segment in segments):
        raise ValueError("its settings are out of range")
    return segments


def _segment(
    plain: Mapping[str, Any],
    older_changes: Iterable[Mapping[str, Any]],
    network: Network,
    example_count: int,
) -> Segment:
    recipe = plain.get("recipe")
    if recipe is None:
        recipe = {name: plain[name] for name in ("learning_rate", "batch_size")}
    step, changes = int(plain["step"]), plain.get("changes", older_changes)
    return Segment(
        step,
        Place(*map(int, plain["place"])),
        recipe_from_plain(recipe, network, example_count),
        tuple(_change(step, str(c["name"]), c["value"], network) for c in changes),
        int(plain.get("optimiser_since", 0)),
        float(plain.get("schedule_since", 0.0)),
    )


def _change(step: int, name: str, value: Any, network: Network) -> Change:
    if name == EDIT:
        return Change(step, name, edit_from_plain(value).checked(network))
    return Change(step, name, from_plain(name, value))


def _plain_value(change: Change) -> object:
    if change.name == EDIT:
        return plain_edit(change.value)
    return to_plain(change.name, change.value)


def _is_sound(segment: Segment, example_count: int) -> bool:
    epoch, offset = segment.place
    if not (0 <= segment.step <= _LARGEST and 0 <= epoch <= _LARGEST):
        return False
    if not (0 <= offset < example_count and 0 <= segment.optimiser_since <= segment.step):
        return False
    # Neither it nor the optimiser began later than this.
    return 0 <= segment.schedule_since <= epoch + offset / example_count
