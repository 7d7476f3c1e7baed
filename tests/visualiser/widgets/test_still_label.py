"""A label's new text moves what stands around it only where it needs other room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from visualiser.widgets.labels import label
from visualiser.widgets.still_label import StillLabel


class Watch(QObject):
    """Counts how often a page places its widgets anew."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


class Page(QWidget):
    """Two labels, one below the other."""

    def __init__(self, first: StillLabel) -> None:
        super().__init__()
        self.first, self.second = first, StillLabel("below")
        self.watch = Watch()
        self.installEventFilter(self.watch)
        column = QVBoxLayout(self)
        column.addWidget(self.first)
        column.addWidget(self.second)
        column.addStretch(1)


def page_of(qtbot: QtBot, first: StillLabel) -> Page:
    page = Page(first)
    qtbot.addWidget(page)
    page.resize(200, 300)
    page.show()
    for _ in range(4):
        QApplication.processEvents()
    page.watch.count = 0
    return page


def say(page: Page, text: str) -> int:
    """Show a text; how often the page is laid out for it."""
    page.watch.count = 0
    page.first.setText(text)
    for _ in range(4):
        QApplication.processEvents()
    assert page.first.text() == text
    assert page.first.height() >= page.first.heightForWidth(page.first.width())
    assert page.second.y() > page.first.geometry().bottom()
    return page.watch.count


@pytest.mark.parametrize("is_rich", [False, True])
def test_a_text_that_fits_moves_nothing(qtbot: QtBot, is_rich: bool) -> None:
    start = "<b>S</b> = 1.2345" if is_rich else "S = 1.2345"
    made = label("plain", start, wrap=True)
    assert isinstance(made, StillLabel)
    page = page_of(qtbot, made)
    assert say(page, start.replace("1", "7")) == 0
    assert say(page, " ".join([start] * 12)) > 0
    assert say(page, " ".join([start] * 12).replace("2", "3")) == 0
    tall = page.first.height()
    # A line less moves nothing at once: the next text may need it again.
    assert say(page, start) == 0
    assert page.first.height() == tall
    qtbot.waitUntil(lambda: page.first.height() < tall)


def test_a_line_that_grows_gets_its_width(qtbot: QtBot) -> None:
    page = page_of(qtbot, StillLabel("1.0"))
    assert say(page, "2.0") == 0
    assert say(page, "a much longer line than all that was there before: 12345.678901") > 0
    assert page.first.width() >= page.first.sizeHint().width()


def test_what_is_said_while_hidden_has_its_room_when_it_comes_back(qtbot: QtBot) -> None:
    page = page_of(qtbot, label("plain", "short", wrap=True))  # type: ignore[arg-type] # it is one
    page.hide()
    page.first.setText(" ".join(["longer"] * 40))
    page.show()
    for _ in range(4):
        QApplication.processEvents()
    assert page.first.height() >= page.first.heightForWidth(page.first.width())


def test_it_is_not_hidden_by_it(qtbot: QtBot) -> None:
    page = page_of(qtbot, StillLabel("1.0"))
    before = page.grab().toImage()
    say(page, "8.0")
    assert page.first.isVisible()
    assert not page.first.isHidden()
    assert page.grab().toImage() != before
