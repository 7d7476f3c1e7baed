"""Mutations of a file as a row of bytes: damage, and lies in whatever stands there."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np

Mutation = Callable[[np.random.Generator, bytes], bytes]

_WIDTHS = (1, 2, 4, 8)
_EXTREMES = (0, 1, 2**7, 2**8 - 1, 2**15, 2**16 - 1, 2**31 - 1, 2**31, 2**32 - 1, 2**63, 2**64 - 1)
# What stands for types and facts in the headers of the formats.
_WORDS = (
    (b"F32", b"F64", b"F16", b"I64", b"BF16", b"BOOL"),
    (b"<f4", b"<f8", b"|O8", b"<U4", b">f4", b"<c8", b"|V4", b"<i4"),
    (b"True", b"False", b"None"),
    (b"float32", b"float64", b"object"),
    (b"inside", b"outside"),
    (b"weight", b"bias", b"wei. ht"),
)
_NUMBERS = (b"0", b"-1", b"1", b"65536", b"2147483648", b"9" * 19, b"9" * 5000, b"1e400", b"NaN")


def damaged(random: np.random.Generator, content: bytes) -> bytes:
    """One to three mutations, of any kind."""
    for _ in range(random.integers(1, 4)):
        content = _ALL[random.integers(len(_ALL))](random, content) or b"\0"
    return content


def _place(random: np.random.Generator, content: bytes) -> int:
    """Anywhere, or (as often) near the beginning or the end, where headers are."""
    length = len(content)
    near = int(min(length, 200))
    chances = (random.integers(length), random.integers(near), length - 1 - random.integers(near))
    return int(chances[random.integers(3)])


def _block(random: np.random.Generator, content: bytes) -> slice:
    start = _place(random, content)
    return slice(start, start + int(random.integers(1, 200)))


def _flip_bits(random: np.random.Generator, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(random.integers(1, 9)):
        changed[_place(random, content)] ^= 1 << random.integers(8)
    return bytes(changed)


def _truncate(random: np.random.Generator, content: bytes) -> bytes:
    return content[: _place(random, content)]


def _extend(random: np.random.Generator, content: bytes) -> bytes:
    count = int(random.choice([1, 7, 100, 5000]))
    return b"".join([content, random.bytes(count) if random.integers(2) else bytes(count)])


def _swap_blocks(random: np.random.Generator, content: bytes) -> bytes:
    first, second = sorted((_place(random, content), _place(random, content)))
    length = int(random.integers(1, 200))
    length = min(length, second - first, len(content) - second)
    changed = bytearray(content)
    changed[first : first + length] = content[second : second + length]
    changed[second : second + length] = content[first : first + length]
    return bytes(changed)


def _repeat_block(random: np.random.Generator, content: bytes) -> bytes:
    block, place = content[_block(random, content)], _place(random, content)
    return content[:place] + block + content[place:]


def _drop_block(random: np.random.Generator, content: bytes) -> bytes:
    block = _block(random, content)
    return content[: block.start] + content[block.stop :]


def _overwrite_block(random: np.random.Generator, content: bytes) -> bytes:
    block = _block(random, content)
    length = len(content[block])
    new = random.bytes(length) if random.integers(2) else bytes(length)
    return b"".join([content[: block.start], new, content[block.stop :]])


def _extreme_number(random: np.random.Generator, content: bytes) -> bytes:
    width, place = int(random.choice(_WIDTHS)), _place(random, content)
    value = _EXTREMES[random.integers(len(_EXTREMES))] % 2 ** (8 * width)
    number: bytes = value.to_bytes(width, "little" if random.integers(2) else "big")
    return content[:place] + number + content[place + width :]


def _written_number(random: np.random.Generator, content: bytes) -> bytes:
    """Another number where one is written in digits, not minding lengths."""
    found = list(re.finditer(rb"\d+", content))
    if not found:
        return _flip_bits(random, content)
    match = found[random.integers(len(found))]
    number = _NUMBERS[random.integers(len(_NUMBERS))]
    return content[: match.start()] + number + content[match.end() :]


def _word(random: np.random.Generator, content: bytes) -> bytes:
    present = [(w, group) for group in _WORDS for w in group if w in content]
    if not present:
        return _overwrite_block(random, content)
    word, group = present[random.integers(len(present))]
    place = content.index(word)
    new = group[random.integers(len(group))]
    return content[:place] + new + content[place + len(word) :]


_ALL: tuple[Mutation, ...] = (
    _flip_bits,
    _flip_bits,
    _truncate,
    _extend,
    _swap_blocks,
    _repeat_block,
    _drop_block,
    _overwrite_block,
    _extreme_number,
    _extreme_number,
    _written_number,
    _word,
)
