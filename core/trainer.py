"""Trainer: one gradient step on one mini-batch."""

from __future__ import annotations

import math

import numpy as np

from core.batch_pass import BatchPass
from core.datasets.dataset import Examples
from core.network import Network, checked_activations
from core.parameters import FloatArray, IntArray, Parameters
from core.parts import learning_mask
from core.recipe import Recipe
from core.symmetry import alike_layers, keep_alike


class Trainer:
    """Takes gradient steps as a `Recipe` says.

    Parameters
    ----------
    network : Network
        Its parameters are changed in place.
    examples : Examples
        What mini-batches are taken from.
    recipe : Recipe

    Attributes
    ----------
    memory : ndarray
        What the optimiser remembers, as one flat vector.
    """

    def __init__(self, network: Network, examples: Examples, recipe: Recipe | None = None) -> None:
        self.network = network
        vector = network.parameters.vector
        self._take_inputs = examples.with_ones.astype(vector.dtype, copy=False).take
        # Columns, as the outputs are: arrays of two orders take three times as long.
        self._take_targets = np.ascontiguousarray(examples.targets.T, vector.dtype).take
        self._vector = vector
        # The newest step's, in whichever array the optimiser left it.
        self._update = self._scratch = np.empty_like(vector)
        self._passes: dict[int, BatchPass] = {}
        self.memory: FloatArray = np.empty(0, vector.dtype)
        # Started alike, or never: then there is no need to look at every step.
        self._may_be_alike = bool(alike_layers(network.parameters))
        self.use(recipe or Recipe(held=network.held))

    def use(self, recipe: Recipe, keeps_memory: bool = False) -> None:
        """Take steps by this recipe from now on; the optimiser begins anew or goes on."""
        self.recipe = recipe
        vector = self.network.parameters.vector
        self._optimiser = recipe.optimiser
        length = recipe.optimiser.memory_count * vector.size
        if not keeps_memory or self.memory.size != length:
            self.memory = np.zeros(length, vector.dtype)
        self._memories = tuple(self.memory.reshape(-1, vector.size))
        self._mask = learning_mask(recipe.frozen, self.network.sizes, vector.dtype)
        self._is_adjusted = bool(recipe.l1 or recipe.l2 or recipe.clip or recipe.frozen)
        network = self.network
        names = recipe.activation or network.activation_names
        if network.held != recipe.held or network.activation_names != names:
            network.held = recipe.held
            network.activation_functions = checked_activations(names, len(names))
            self._passes.clear()

    def step(self, indices: IntArray, learning_rate: float, taken: int = 0) -> float:
        """Take one gradient step on the examples ``indices``.

        Parameters
        ----------
        indices : ndarray of int
        learning_rate : float
            η of this step; the recipe's, times what its schedule says.
        taken : int
            Steps taken by this optimiser before.

        Returns
        -------
        float
            C of the mini-batch, the mean of its examples', before the step. Where it is
            not finite, nothing was changed.
        """
        batch_pass, cost = self.compute(indices)
        if math.isfinite(cost):
            gradient, share = batch_pass.gradient.vector, batch_pass.share
            if self._is_adjusted:
                self._adjust(gradient, share)
            update = self._optimiser.update(
                gradient, share, learning_rate, taken, self._memories, self._scratch
            )
            if self._mask is not None:
                # What is frozen now may have been set moving before.
                np.multiply(update, self._mask, update)
            np.subtract(self._vector, update, self._vector)
            self._update = update
        return cost

    def compute(self, indices: IntArray) -> tuple[BatchPass, float]:
        """All that a step on these examples computes, and C, without the update."""
        batch_pass = self._filled(indices)
        cost = batch_pass.compute() / batch_pass.batch_size
        if self._may_be_alike:
            keep_alike(batch_pass.gradient, self._alike_layers())
        return batch_pass, cost

    def update(self, indices: IntArray, learning_rate: float, taken: int = 0) -> Parameters:
        """What a step on these examples would subtract from W and B; nothing is changed."""
        vector = self.network.parameters.vector
        before, memory = vector.copy(), self.memory.copy()
        self._update = np.zeros_like(vector)
        self.step(indices, learning_rate, taken)
        vector[:], self.memory[:] = before, memory
        return Parameters(self.network.sizes, self._update.copy())

    def cost(self, indices: IntArray) -> float:
        """C of the mini-batch, by the arithmetic of `step`; nothing is changed."""
        return self._filled(indices).compute_cost() / len(indices)

    def penalty(self) -> float:
        """l1 · Σ|W| + l2 / 2 · ΣW² of the network as it is; no part of C."""
        total = 0.0
        for weights in self.network.weights:
            exact = weights.astype(np.float64)
            total += self.recipe.l1 * float(np.abs(exact).sum())
            total += self.recipe.l2 / 2 * float(np.square(exact).sum())
        return total

    def _alike_layers(self) -> list[int]:
        """The layers whose neurons are alike, and not told apart by what is held or frozen."""
        layers = alike_layers(self.network.parameters)
        held = {one.layer for one in self.recipe.held}
        if self._mask is not None:
            layers_of_mask = alike_layers(Parameters(self.network.sizes, self._mask))
            layers = [layer for layer in layers if layer in layers_of_mask]
        return [layer for layer in layers if layer not in held]

    def _adjust(self, gradient: FloatArray, share: float) -> None:
        """Add the penalty's gradient, leave out what is frozen, and clip.

        All as parts of a sum: times ``share``, it is the mean.
        """
        recipe, kind = self.recipe, gradient.dtype.type
        if recipe.l1 or recipe.l2:
            blocks = Parameters(self.network.sizes, gradient).weights
            for slopes, weights in zip(blocks, self.network.weights, strict=True):
                if recipe.l1:
                    np.add(slopes, kind(recipe.l1 / share) * np.sign(weights), slopes)
                if recipe.l2:
                    np.add(slopes, kind(recipe.l2 / share) * weights, slopes)
        if self._mask is not None:
            np.multiply(gradient, self._mask, gradient)
        if recipe.clip is not None:
            # In float64: the square of a long one is more than float32 can hold.
            exact = gradient.astype(np.float64)
            length = share * math.sqrt(float(exact.dot(exact)))
            if length > recipe.clip:
                np.multiply(gradient, kind(recipe.clip / length), gradient)

    def _filled(self, indices: IntArray) -> BatchPass:
        size = len(indices)
        batch_pass = self._passes.get(size)
        if batch_pass is None:
            # An epoch's mini-batches have two sizes at most; others are of the past.
            if len(self._passes) > 2:
                self._passes.clear()
            batch_pass = self._passes[size] = BatchPass(self.network, size)
        # The mode "clip" copies without a buffer between; no index is out of range.
        self._take_inputs(indices, 0, batch_pass.inputs, "clip")
        self._take_targets(indices, 1, batch_pass.targets, "clip")
        return batch_pass
