"""Sessions on real training processes, ended after each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core import RunSettings
from tests.visualiser.spare_trainer import SpareTrainer
from tests.visualiser.training.owners import WAIT, Begin, Owner
from visualiser.training.session import TrainingProcess


@pytest.fixture
def begin(qtbot: QtBot, spare_trainer: SpareTrainer) -> Iterator[Begin]:
    owners = []

    def begin_one(source: RunSettings | Path | None = None) -> Owner:
        owner = Owner(TrainingProcess(source) if source else spare_trainer.take())
        owners.append(owner)
        qtbot.waitUntil(lambda: bool(owner.snapshots), timeout=WAIT)
        return owner

    yield begin_one
    for owner in owners:
        owner.session.close()
        owner.deleteLater()


@pytest.fixture
def owner(begin: Begin) -> Owner:
    return begin()
