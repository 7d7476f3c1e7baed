"""Mutations of safetensors that know the format: a lying header of the right length."""

from __future__ import annotations

import struct

import numpy as np

from tests.fuzz.byte_mutations import damaged
from tests.fuzz.json_mutations import mutated_json


def mutated_safetensors(random: np.random.Generator, content: bytes) -> bytes:
    """A mutant of a safetensors file."""
    choice = random.integers(5)
    if choice < 2:
        return damaged(random, content)
    (length,) = struct.unpack("<Q", content[:8])
    header, numbers = content[8 : 8 + length].decode(), content[8 + length :]
    if choice == 2:
        lies = (0, 1, length - 1, length + 1, len(content), 2**20, 2**32, 2**63, 2**64 - 1)
        return struct.pack("<Q", lies[random.integers(len(lies))]) + content[8:]
    if choice == 3:
        written = damaged(random, header.encode())
    else:
        written = mutated_json(random, header).encode()
    # Sometimes with as many numbers as anything could ask for.
    numbers += bytes(int(random.choice([0, 0, 0, 64, 100_000])))
    return struct.pack("<Q", len(written)) + written + numbers
