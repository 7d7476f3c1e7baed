"""Files of weights that lie: each lie is refused in one sentence, before it costs anything."""

from __future__ import annotations

import io
import json
import pickle
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import core
from core import Network, errors
from core.exchange import FORMATS

CheckSentence = Callable[[errors.UserError, str, str], None]
Refused = Callable[[str, bytes, str], None]
READABLE = [ending for ending, format_ in FORMATS.items() if format_.read]
MEGABYTE = 2**20


@pytest.fixture
def refused(tmp_path: Path, check_sentence: CheckSentence) -> Refused:
    """Check that a file is refused for a reason, in little memory, and stays as it was."""

    def check(ending: str, content: bytes, reason: str) -> None:
        path = tmp_path / f"w{ending}"
        path.write_bytes(content)
        tracemalloc.start()
        try:
            with pytest.raises(errors.UserError) as caught:
                core.import_weights(path)
            most = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        check_sentence(caught.value, reason, "")
        again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 (our own)
        assert str(again) == str(caught.value)
        assert most < 40 * MEGABYTE + len(content)
        assert [p.name for p in tmp_path.iterdir()] == [path.name]
        assert path.read_bytes() == content

    return check


# ------------------------------------------------------------------------ safetensors


def entry(*shape: int, start: int = 0, dtype: str = "F32") -> dict[str, Any]:
    width = {"F16": 2, "F32": 4, "F64": 8}.get(dtype, 4)
    end = start + width * int(np.prod(shape))
    return {"dtype": dtype, "shape": list(shape), "data_offsets": [start, end]}


def safetensors(header: object, numbers: int = 60, length: int | None = None) -> bytes:
    """A file of such a header and so many bytes of zeros."""
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text) if length is None else length) + text + bytes(numbers)


def layer(**changed: Any) -> dict[str, Any]:
    """A header of one layer, 4-3, with entries changed."""
    return {"layer.1.weight": entry(3, 4), "layer.1.bias": entry(3, start=48)} | changed


def test_the_sound_ones_are_read(tmp_path: Path) -> None:
    (tmp_path / "w.safetensors").write_bytes(safetensors(layer()))
    assert core.import_weights(tmp_path / "w.safetensors").network.sizes == (4, 3)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "too short"),
        (b"\1\0\0", "too short"),
        (safetensors(layer(), length=2**63), "header cannot be"),
        (safetensors(layer(), length=10**6), "header cannot be"),
        (safetensors(b" " * 2 * MEGABYTE), "header cannot be"),
        (safetensors(b"[" * 100_000), "recursion"),
        (safetensors(b'{"a": ' + b"9" * 9999 + b"}"), "digits"),
        (safetensors(b"\xff\xfe"), "can't decode"),
        (safetensors([1]), "no names"),
        (safetensors(b'{"0.bias": 1, "0.bias": 2}'), "twice"),
        (safetensors({"__metadata__": {"a": 1}}), "metadata"),
        (safetensors({}, 0), "holds no weights"),
        (safetensors({"0.weight": 7}), "does not say where '0.weight' is"),
        (safetensors(layer(), 61), "bytes long"),
        (safetensors(layer(), 59), "bytes long"),
        (safetensors(layer(**{"layer.1.bias": entry(3, start=44)})), "does not lie where"),
        (safetensors(layer(**{"layer.1.bias": entry(3, start=0)})), "does not lie where"),
        (safetensors(layer(**{"layer.1.bias": entry(3, start=52)}), 64), "does not lie where"),
        (safetensors({"0.weight": {**entry(3, 4), "shape": [2**40, 2**40]}}), "sound shape"),
        (safetensors({"0.weight": {**entry(3, 4), "shape": [-3, -4]}}), "sound shape"),
        (safetensors({"0.weight": {**entry(3, 4), "shape": [True, 12]}}), "sound shape"),
        (safetensors({"0.weight": {**entry(3, 4), "shape": [2**30, 2**30]}}), "does not lie where"),
        (safetensors({"0.weight": {**entry(3, 4), "shape": None}}), "has no shape"),
        (safetensors({"0.weight": {**entry(3, 4), "dtype": "BF16"}}), "F16, F32, F64"),
        (safetensors({"0.weight": {**entry(3, 4), "dtype": ["F32"]}}), "F16, F32, F64"),
        (safetensors({"0.weight": entry(3, 4)}, 48), "alone"),
        (safetensors(layer(**{"5.weight": entry(0, start=60)})), "several networks"),
        (safetensors({"a.1.running_mean": entry(3, 5)}), "neither a weight nor a bias"),
        (safetensors({"x. " * 9999 + "1": entry(3, 5)}), "neither a weight nor a bias"),
        (safetensors({"1.weight": entry(15), "01.weight": entry(0, start=60)}), "there twice"),
        (safetensors({"1.weight": entry(12), "1.bias": entry(3, start=48)}), "(12,)"),
        (safetensors({"1.weight": entry(3, 4), "1.bias": entry(4, start=48)}, 64), "(4,)"),
        (safetensors({"1.weight": entry(*[1] * 8), "1.bias": entry(1, start=4)}, 8), "8 dim"),
        (safetensors({"1.weight": entry(0, 4), "1.bias": entry(0)}, 0), "has 0 neurons"),
        (safetensors({"1.weight": entry(1, 0), "1.bias": entry(1)}, 4), "has 0 neurons"),
        (safetensors(layer(__metadata__={"activation": "gelu"})), "Expecting value"),
        (safetensors(layer(__metadata__={"activation": '["gelu"]'})), "no activation function"),
        (safetensors(layer(__metadata__={"activation": "[]"})), "says of the activation"),
        (safetensors(layer(__metadata__={"activation": "[" * 10**5})), "recursion"),
        (safetensors(layer(__metadata__={"cost": "x. Y" * 999})), "says of the cost"),
        (safetensors(layer(__metadata__={"bias": "beside"})), "beside"),
        (safetensors(layer(__metadata__={"held": "[[1, 0, 0.5]]"})), "is an output"),
        (safetensors(layer(__metadata__={"held": "[[1, 0, NaN]]"})), "held neurons"),
        (safetensors(layer(__metadata__={"held": f"[[{'9' * 400}, 0, 1]]"})), "held neurons"),
    ],
)
def test_safetensors_that_lie(refused: Refused, content: bytes, reason: str) -> None:
    refused(".safetensors", content, reason)


def test_layers_that_do_not_fit_each_other(refused: Refused) -> None:
    header = layer(**{"layer.2.weight": entry(2, 4, start=60), "layer.2.bias": entry(2, start=92)})
    refused(
        ".safetensors", safetensors(header, 100), "takes 4 numbers, and the layer before gives 3"
    )


def test_layers_that_are_wider_than_any(refused: Refused) -> None:
    header = {"0.weight": entry(1, 100_001), "0.bias": entry(1, start=400_004)}
    refused(".safetensors", safetensors(header, 400_008), "100001")


# ------------------------------------------------------------------------ npz


def npy(text: str, numbers: int, version: bytes = b"\1\0") -> bytes:
    """An array of zeros under such a header."""
    written = text.encode()
    count = 2 if version == b"\1\0" else 4
    return (
        b"\x93NUMPY" + version + len(written).to_bytes(count, "little") + written + bytes(numbers)
    )


def header_of(shape: str, descr: str = "'<f4'", order: str = "False") -> str:
    return f"{{'descr': {descr}, 'fortran_order': {order}, 'shape': {shape}, }}"


def npz(weight: bytes, method: int = zipfile.ZIP_STORED, name: str = "0.weight.npy") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        archive.writestr(name, weight)
        archive.writestr("0.bias.npy", npy(header_of("(3,)"), 12))
    return made.getvalue()


SOUND = npy(header_of("(3, 4)"), 48)


@pytest.mark.parametrize("version", [b"\1\0", b"\2\0", b"\3\0"])
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize(
    "header",
    [
        header_of("(3, 4)"),
        "{'descr':'<f4','fortran_order':False,'shape':(3,4)}  \n",
        "{'shape': (3, 4), 'descr': '<f4', 'fortran_order': True}",
    ],
)
def test_headers_as_numpy_and_others_write_them(
    tmp_path: Path, header: str, method: int, version: bytes
) -> None:
    (tmp_path / "w.npz").write_bytes(npz(npy(header, 48, version), method))
    assert core.import_weights(tmp_path / "w.npz").network.sizes == (4, 3)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not a zip file"),
        (npz(SOUND)[:-30], "not a zip file"),
        (npz(SOUND, zipfile.ZIP_LZMA), "unusual way"),
        (npz(SOUND, zipfile.ZIP_BZIP2), "unusual way"),
        (npz(SOUND, name="0.weight"), "no array of numpy"),
        (npz(b""), "no array of numpy"),
        (npz(b"PK" + SOUND[2:]), "no array of numpy"),
        (npz(npy(header_of("(3, 4)"), 48, b"\7\0")), "no array of numpy"),
        (npz(npy(" " * 5000, 0)), "header that is too long"),
        (npz(npy("__import__('os')", 0)), "no sound header"),
        (npz(npy(header_of("(3, 4)").replace("shape", "form"), 48)), "no sound header"),
        (npz(npy(header_of("(3, 4)") + "x", 48)), "no sound header"),
        (npz(npy(header_of("(3, 2**9)"), 48)), "no sound header"),
        (npz(npy(header_of("(3, -4)"), 48)), "no sound header"),
        (npz(npy(header_of("(3, 4)", "[('a', '<f4')]"), 48)), "no sound header"),
        (npz(npy(header_of("(3, 4)", order="1"), 48)), "no sound header"),
        (npz(npy(header_of("(3, 4)", "'|O'"), 48)), "not in float16"),
        (npz(npy(header_of("(3, 4)", "'<i4'"), 48)), "not in float16"),
        (npz(npy(header_of("(3, 4)", "'<f16'"), 192)), "not in float16"),
        (npz(npy(header_of("(3, 4)"), 47)), "not as long as its shape"),
        (npz(npy(header_of("(3, 4)"), 49)), "not as long as its shape"),
        (npz(npy(header_of("(99999, 99999)"), 48)), "not as long as its shape"),
        (npz(npy(header_of("(99999999999, 4)"), 48)), "sound shape"),
        (npz(npy(header_of(f"({'9' * 1000},)"), 48)), "sound shape"),
        (npz(SOUND, name="0.bias_npy").replace(b"bias_npy", b"bias.npy"), "twice"),
        (npz(SOUND, name="metadata.npy"), "metadata"),
        (npz(SOUND, name="../0.weight.npy"), "several networks"),
        (npz(SOUND).replace(bytes(48), bytes(47) + b"\1"), "CRC"),
    ],
)
def test_npz_that_lie(refused: Refused, content: bytes, reason: str) -> None:
    refused(".npz", content, reason)


def test_arrays_of_objects_are_never_unpickled(refused: Refused) -> None:
    made = io.BytesIO()
    weights: Any = np.array([[print, 1]], object)
    np.savez(made, **{"0.weight": weights})
    refused(".npz", made.getvalue(), "not in float16")


def test_a_bomb_with_a_small_shape(refused: Refused) -> None:
    content = npz(SOUND + bytes(30 * MEGABYTE), zipfile.ZIP_DEFLATED)
    assert len(content) < MEGABYTE
    refused(".npz", content, "not as long as its shape")


def test_a_bomb_with_its_true_shape(refused: Refused) -> None:
    content = npz(npy(header_of("(3000, 4000)"), 48 * 10**6), zipfile.ZIP_DEFLATED)
    refused(".npz", content, "biases of shape (3,)")


def test_a_list_of_arrays_that_is_longer_than_any(refused: Refused) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for number in range(16):
            archive.writestr(f"{number}{'x' * 65_000}", b"")
        archive.writestr("y" * 65_000, b"")
    refused(".npz", made.getvalue(), "list of arrays is too long")


def test_an_encrypted_array(refused: Refused) -> None:
    content = bytearray(npz(SOUND))
    # Its flags, in the directory.
    content[content.index(b"PK\1\2") + 8] |= 1
    refused(".npz", bytes(content), "encrypted")


# ------------------------------------------------------------------------ numbers


@pytest.mark.parametrize("ending", READABLE)
@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e300])
def test_numbers_that_are_not_finite_as_float32(
    refused: Refused, tmp_path: Path, ending: str, value: float
) -> None:
    network = Network((4, 3), dtype=np.float64)
    network.biases[0][1] = value
    path = tmp_path / f"w{ending}"
    core.export_weights(network, path)
    refused(ending, path.read_bytes(), "'layer.1.bias' is not finite")


@pytest.mark.parametrize("ending", READABLE)
def test_a_file_that_is_cut_anywhere(refused: Refused, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"w{ending}"
    core.export_weights(Network((4, 3, 2)), path)
    content = path.read_bytes()
    for length in range(0, len(content), 37):
        refused(ending, content[:length], f"w{ending} cannot be read as weights")
