"""What is said where the run in progress cannot be kept on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import RunFileError
from tests.visualiser.states import new_run
from visualiser.training.alterations import Alterations
from visualiser.training.keeping import Keeping
from visualiser.training.opened_run import OpenedRun


def test_a_place_where_no_file_can_be_is_told_of_once_and_each_new_one_anew(
    tmp_path: Path,
) -> None:
    run = new_run()
    opened, keeping = OpenedRun(run, Alterations(run)), Keeping()
    (tmp_path / "file").write_text("no folder")
    for name in ("a.nnrun", "b.nnrun"):
        with pytest.raises(RunFileError):
            keeping.begin(tmp_path / "file" / name)
        wait = keeping.wait()
        assert wait is not None
        assert wait > 1
        assert keeping.write(opened) is None
    # Once it can be, it is kept.
    keeping.begin(tmp_path / "c.nnrun")
    assert keeping.write(opened) == tmp_path / "c.nnrun"
    keeping.close()
