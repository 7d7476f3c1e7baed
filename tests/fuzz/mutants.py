"""A mutant is a pure function of kind, seed and number, and can so be made again."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.fuzz.byte_mutations import damaged
from tests.fuzz.data_mutations import mutated_csv, mutated_idx
from tests.fuzz.npz_mutations import mutated_npz
from tests.fuzz.picture_mutations import mutated_pictures
from tests.fuzz.safetensors_mutations import mutated_safetensors
from tests.fuzz.samples import ENDINGS, samples
from tests.fuzz.sql_mutations import mutated_database

KINDS = tuple(ENDINGS)


@dataclass(frozen=True)
class Mutant:
    """Which one.

    Attributes
    ----------
    kind : str
        One of KINDS.
    seed, number : int
    """

    kind: str
    seed: int
    number: int

    def make(self, folder: Path) -> Path:
        """Write it into a folder."""
        random = np.random.default_rng([KINDS.index(self.kind), self.seed, self.number])
        sound = _samples(self.kind)
        if self.kind == "idx":
            return mutated_idx(random, sound, folder)
        if self.kind == "pictures":
            return mutated_pictures(random, sound, folder)
        content = sound[random.integers(len(sound))]
        path = folder / f"mutant{ENDINGS[self.kind]}"
        if self.kind == "safetensors":
            path.write_bytes(mutated_safetensors(random, content))
        elif self.kind in ("npz", "data-npz"):
            path.write_bytes(mutated_npz(random, content))
        elif self.kind == "csv":
            path.write_bytes(mutated_csv(random, content))
        elif random.integers(3) == 0:
            path.write_bytes(damaged(random, content))
        else:
            path.write_bytes(content)
            mutated_database(random, path)
        return path


@functools.cache
def _samples(kind: str) -> list[bytes]:
    return samples(kind)
