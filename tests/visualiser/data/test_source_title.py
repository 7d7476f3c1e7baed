"""What data is called on the screen."""

from __future__ import annotations

import pytest

from visualiser.data.source_title import source_title


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("digits", "Embedded digits"),
        ("mnist", "MNIST"),
        ("spiral:noise=10,train=50,features=x1+x2,seed=1", "Two spirals"),
        ("xor", "XOR"),
        ("/home/me/fashion-mnist", "fashion-mnist"),
        ("/home/me/spiral", "spiral"),
        ("/home/me/iris.csv", "iris.csv"),
        ("/", "/"),
    ],
)
def test_a_source_is_called_by_its_name_or_its_file(source: str, title: str) -> None:
    assert source_title(source) == title
