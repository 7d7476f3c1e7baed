"""Branches: the courses of events of a run, how changes fork them and how they are undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from core.errors import SettingError
from core.history import Branch, Budget, Change, Segment
from core.quiet import quietly
from core.recipe import Recipe
from core.walker import Walker

# Characters.
LONGEST_NAME = 200


class Branches:
    """All courses of events, and the walker that is on one of them.

    A change at the newest step goes on with the branch; one in the past forks it.

    Parameters
    ----------
    walker : Walker
        On the first branch.
    """

    def __init__(self, walker: Walker) -> None:
        self._walker = walker
        self._all = [walker.branch]
        self._undone: list[Segment] = []

    def __iter__(self) -> Iterator[Branch]:
        """The oldest first."""
        return iter(self._all)

    def adopt(self, branches: list[Branch]) -> None:
        """Have these instead; the walker is to be put on one of them."""
        self._all = branches
        self._undone.clear()
        budget = Budget(self._walker.branch.checkpoints.budget.most)
        for branch in branches:
            branch.checkpoints.share(budget)

    def stand_on(self, branch: Branch, step: int) -> None:
        """Be at a step of another branch that it has a checkpoint of."""
        self._undone.clear()
        self._walker.branch = branch
        quietly(self._walker.restore, step)

    def name(self, branch: Branch, name: str) -> None:
        """Call a branch something; empty for no name."""
        name = " ".join(str(name).split())
        if len(name) > LONGEST_NAME:
            raise SettingError(
                "The branch's name has {length} characters; choose one of at most {most}.",
                length=len(name),
                most=LONGEST_NAME,
            )
        branch.name = name

    def delete(self, branch: Branch) -> None:
        """Forget a branch and the steps that are only its own; those that left it stay."""
        if branch is self._walker.branch:
            raise SettingError("The run is on this branch; go to another one before you delete it.")
        self._all.remove(branch)
        children = [one for one in self._all if one.parent is branch]
        if not children:
            return
        # The oldest takes its place: with it, the others share as much as they did with both.
        heir, *others = children
        left_at = heir.forked_at or 0
        heir.parent = branch.parent
        heir.forked_at = None if branch.parent is None else min(left_at, branch.forked_at or 0)
        for one in others:
            one.parent, one.forked_at = heir, min(one.forked_at or 0, left_at)

    # ---------------------------------------------------------------- changing

    @property
    def undoable(self) -> tuple[Change, ...]:
        """What `undo` would take back from where the walker stands; empty for nothing."""
        newest = self._newest
        return () if newest is None else newest.changes

    @property
    def redoable(self) -> tuple[Change, ...]:
        """What `redo` would make again where the walker stands; empty for nothing."""
        newest = self._undone[-1] if self._undone else None
        return newest.changes if newest and newest.step == self._walker.position else ()

    def change(self, recipe: Recipe, changed: dict[str, Any]) -> None:
        """Go by another recipe from here on.

        Parameters
        ----------
        recipe : Recipe
        changed : dict
            Which of its fields are new, and to what; under ``EDIT`` what becomes of W and B.
        """
        walker, position = self._walker, self._walker.position
        changes = tuple(Change(position, name, value) for name, value in changed.items())
        segment = replace(
            walker.segment, step=position, place=walker.place, recipe=recipe, changes=changes
        )
        if "optimiser" in changed:
            segment = replace(segment, optimiser_since=position)
        if "schedule" in changed:
            segment = replace(segment, schedule_since=walker.epochs_done)
        self._undone.clear()
        self._begin(segment)

    def undo(self) -> tuple[Change, ...]:
        """Take back the newest change up to here, and be at its step.

        The walker may stand anywhere. Steps that were taken since stay in a branch of
        their own.
        """
        walker = self._walker
        newest = self._newest
        if newest is None:
            raise SettingError("There is nothing to undo: nothing was changed up to this step.")
        quietly(walker.replay_to, newest.step)
        self._fork_in_the_past()
        branch = walker.branch
        branch.segments = [s for s in branch.segments if s is not newest]
        self._settle(newest)
        quietly(walker.replay_to, newest.step)
        self._undone.append(newest)
        return newest.changes

    def redo(self) -> tuple[Change, ...]:
        """Make again what was undone last, where nothing has been changed since."""
        if not self.redoable:
            raise SettingError("There is nothing to do again at this step.")
        segment = self._undone.pop()
        self._begin(segment)
        return segment.changes

    # ---------------------------------------------------------------- inside

    @property
    def _newest(self) -> Segment | None:
        """The newest segment up to here that was begun by changes."""
        walker = self._walker
        done = (s for s in reversed(walker.branch.segments) if s.step <= walker.position)
        return next((segment for segment in done if segment.changes), None)

    def _begin(self, segment: Segment) -> None:
        self._fork_in_the_past()
        branch = self._walker.branch
        branch.segments = [*branch.segments, segment]
        self._settle(segment)
        self._walker.stand_at(segment.step)

    def _fork_in_the_past(self) -> None:
        walker = self._walker
        if walker.position < len(walker.branch.costs):
            walker.branch = walker.branch.fork(walker.position)
            self._all.append(walker.branch)

    def _settle(self, segment: Segment) -> None:
        """After a segment came or went: keep nothing that is no longer true or of no use."""
        branch = self._walker.branch
        if any(change.alters_network for change in segment.changes):
            # The network now says something else at this very step.
            branch.evaluations.pop(segment.step, None)
        alike = self._alike(branch)
        if alike is not None:
            self._all.remove(branch)
            # All its steps are its parent's.
            for child in self._all:
                if child.parent is branch:
                    child.parent = branch.parent
                    child.forked_at = min(child.forked_at or 0, branch.forked_at or 0)
            self._walker.branch = alike

    def _alike(self, branch: Branch) -> Branch | None:
        """A branch that this one, still without a step of its own, is the beginning of."""
        if branch.forked_at != len(branch.costs):
            return None
        others = [other for other in self._all if other is not branch and branch.begins(other)]
        if branch.parent in others:
            return branch.parent
        return others[-1] if others else None
