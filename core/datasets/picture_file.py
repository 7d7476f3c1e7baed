"""One picture from a file, as grey values of a given size; through Pillow, kept within limits."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps, ImageStat, UnidentifiedImageError

from core.claims import in_short
from core.errors import DataError

Bytes = npt.NDArray[np.uint8]
# Kinds whose decoders take no more memory than the size in their header says.
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "PPM")
KINDS = "PNG, JPEG, GIF, BMP or PGM"
# Of one picture while it is decoded and made grey.
_MOST_BYTES = 2**26
# For each pixel; of a progressive JPEG, which is kept as a whole before it is made smaller, for
# each one in the file.
_GREY, _COLOUR, _TRANSPARENT, _DEEP, _PROGRESSIVE = 1, 6, 12, 16, 6
_DEEP_MODES = ("I", "F")
_WHITE, _DEEP_WHITE = 255, 65535
_ORIENTATION = 0x0112  # as EXIF numbers it


def picture_size(path: Path) -> tuple[int, int]:
    """Rows and columns, from the file's header.

    Raises
    ------
    DataError
        Where it is no picture, or one too large.
    """
    with _told_of(path), Image.open(path, formats=_FORMATS) as image:
        return image.height, image.width


def grey_picture(path: Path, shape: tuple[int, int]) -> tuple[Bytes, float]:
    """A picture brought to a size: grey, 255 where it is white.

    A picture of another size is scaled in proportion, antialiased, and stands in the middle of
    what is the median of its border.

    Parameters
    ----------
    path : Path
    shape : tuple of int
        Rows and columns.

    Returns
    -------
    ndarray, shape (rows, columns), uint8
    float
        The median of its border: what the paper is like.

    Raises
    ------
    DataError
        Where it is no picture, a broken one, or one too large.
    """
    with _told_of(path), Image.open(path, formats=_FORMATS) as image:
        before = image.width * image.height
        # A large JPEG is decoded at a half to an eighth of its size.
        image.draft("L", (2 * shape[1], 2 * shape[0]))
        if _bytes_to_decode(image, before) <= _MOST_BYTES:
            image.load()
            return _fitted(_upright(image, _grey(image)), shape)
    raise _too_large(path)


def _bytes_to_decode(image: Image.Image, pixels: int) -> int:
    """How much memory it takes to decode a picture, which had so many pixels before its draft."""
    if image.mode.startswith(_DEEP_MODES):
        each = _DEEP
    elif image.has_transparency_data:
        each = _TRANSPARENT
    else:
        each = _GREY if image.mode == "L" else _COLOUR
    kept = _PROGRESSIVE * pixels if image.info.get("progressive") else 0
    return image.width * image.height * each + kept


@contextmanager
def _told_of(path: Path) -> Iterator[None]:
    """Turn whatever Pillow says of a file into a sentence that names it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except (Image.DecompressionBombWarning, Image.DecompressionBombError, MemoryError):
            raise _too_large(path) from None
        except UnidentifiedImageError:
            raise DataError(
                "{path} is no picture that can be read; give {kinds} files only, in one "
                "sub-folder for each class.",
                path=path,
                kinds=KINDS,
            ) from None
        except Exception as error:  # a decoder raises anything where a file is broken
            raise DataError(
                "{path} cannot be read as a picture ({reason}); get a fresh copy or take it away.",
                path=path,
                reason=in_short(error),
            ) from error


def _too_large(path: Path) -> DataError:
    return DataError(
        "{path} is too large a picture (it takes more than {most} MB); make it smaller.",
        path=path,
        most=_MOST_BYTES >> 20,
    )


def _grey(image: Image.Image) -> Image.Image:
    """Mode L; what is transparent becomes what stands out from the ink."""
    if image.mode.startswith(_DEEP_MODES):
        deep = np.nan_to_num(np.asarray(image, np.float32)) * np.float32(_WHITE / _DEEP_WHITE)
        return Image.fromarray(np.clip(deep, 0, _WHITE, out=deep).astype(np.uint8))
    if not image.has_transparency_data:
        return image if image.mode == "L" else image.convert("L")
    light, cover = image.convert("LA").split()
    is_seen = cover.getbbox() is not None
    is_light = is_seen and ImageStat.Stat(light, cover).mean[0] > _WHITE / 2
    paper = Image.new("L", light.size, 0 if is_light else _WHITE)
    paper.paste(light, mask=cover)
    return paper


def _upright(image: Image.Image, grey: Image.Image) -> Image.Image:
    """A picture turned as its camera says; not copied where it says nothing."""
    is_turned = image.getexif().get(_ORIENTATION, 1) != 1
    return ImageOps.exif_transpose(grey) if is_turned else grey


def _fitted(grey: Image.Image, shape: tuple[int, int]) -> tuple[Bytes, float]:
    rows, columns = shape
    paper = _border(grey)
    if (grey.height, grey.width) == shape:
        return np.asarray(grey), paper
    scale = min(rows / grey.height, columns / grey.width)
    height, width = (max(1, round(scale * side)) for side in (grey.height, grey.width))
    small = np.asarray(grey.resize((width, height), Image.Resampling.BILINEAR))
    made = np.full(shape, round(paper), np.uint8)
    top, left = (rows - height) // 2, (columns - width) // 2
    made[top : top + height, left : left + width] = small
    return made, paper


def _border(grey: Image.Image) -> float:
    """The median of a picture's border."""
    right, bottom = grey.size
    sides = (
        (0, 0, right, 1),
        (0, bottom - 1, right, bottom),
        (0, 0, 1, bottom),
        (right - 1, 0, right, bottom),
    )
    return float(np.median(np.concatenate([np.asarray(grey.crop(s)).ravel() for s in sides])))
