"""Mutations of a picture that lies in a folder of sound ones."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from tests.fuzz.byte_mutations import damaged

_KINDS = ("PNG", "JPEG", "GIF", "BMP", "PPM")
_SIDES = (0, 1, 2**15, 2**16 - 1, 2**24, 2**31 - 1, 2**32 - 1)


def sound_pictures() -> list[bytes]:
    """A picture of each kind, in grey, in colours and with few bits."""
    random = np.random.default_rng(1)
    pale = random.integers(0, 256, (40, 30)) * (random.random((40, 30)) < 0.3)
    grey = Image.fromarray(pale.astype(np.uint8))
    contents = [_as_file(grey.convert(mode), kind) for kind in _KINDS for mode in ("L", "RGB", "1")]
    contents += [_as_file(grey.convert(mode), "PNG") for mode in ("P", "LA", "RGBA", "I;16")]
    contents.append(_as_file(grey.convert("RGB"), "JPEG", progressive=True))
    contents.append(_as_file(grey, "GIF", save_all=True, append_images=[grey.rotate(90)]))
    return contents


def mutated_pictures(random: np.random.Generator, contents: list[bytes], folder: Path) -> Path:
    """Write two classes of sound pictures and one mutant, which is given back."""
    for number in range(4):
        path = folder / "ab"[number % 2] / f"{number}.png"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(contents[0])
    content = contents[random.integers(len(contents))]
    path = folder / "a" / "mutant.png"
    is_png = content.startswith(b"\x89PNG")
    lies = is_png and random.integers(3) == 0
    path.write_bytes(_lying(random, content) if lies else damaged(random, content))
    return path


def _as_file(picture: Image.Image, kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def _lying(random: np.random.Generator, content: bytes) -> bytes:
    """A PNG with another width, height or depth in a header whose checksum is right."""
    header = bytearray(content[16:29])
    place = int(random.integers(4))
    if place < 2:
        side = _SIDES[random.integers(len(_SIDES))]
        header[4 * place : 4 * place + 4] = struct.pack(">I", side)
    else:
        header[6 + place] = random.integers(256)
    checked = struct.pack(">I", zlib.crc32(b"IHDR" + header))
    return content[:16] + bytes(header) + checked + content[33:]
