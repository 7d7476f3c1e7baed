"""FilterRow: which examples are wanted, in which order."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from visualiser.browsing.sieve import Wish
from visualiser.browsing.words import as_tip, class_count, class_name
from visualiser.training.messages import RunDescription

_LONGEST = 110  # pixels of a class


class FilterRow(QWidget):
    """Boxes for the true class, the answer, right or wrong, and the order.

    Signals
    -------
    changed
        By hand.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = self._box(
            self.tr("True class"), self.tr("Show only examples that truly are of this class.")
        )
        self._answer = self._box(
            self.tr("Read as"), self.tr("Show only examples that the network reads as this class.")
        )
        self._truth = self._box(
            self.tr("Right or wrong"),
            self.tr("Show only examples that the network reads right, or only those it misreads."),
        )
        for title, truth in (
            (self.tr("right and wrong"), "all"),
            (self.tr("only right"), "right"),
            (self.tr("only wrong"), "wrong"),
        ):
            self._truth.addItem(title, truth)
        self._order = self._box(
            self.tr("Order"),
            self.tr("In which order they stand; how sure an answer is, is the largest a."),
        )
        for title, order in (
            (self.tr("as in the data"), "data"),
            (self.tr("most confident mistakes first"), "mistakes"),
            (self.tr("least sure first"), "unsure"),
        ):
            self._order.addItem(title, order)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for box in (self._label, self._answer, self._truth, self._order):
            row.addWidget(box)
        row.addStretch(1)

    @property
    def wish(self) -> Wish:
        """What is chosen."""
        boxes = (self._label, self._answer, self._truth, self._order)
        return Wish(*(box.currentData() for box in boxes))

    def set_wish(self, wish: Wish) -> None:
        """Choose this."""
        chosen = (wish.label, wish.answer, wish.truth, wish.order)
        for box, data in zip(
            (self._label, self._answer, self._truth, self._order), chosen, strict=True
        ):
            box.setCurrentIndex(max(0, box.findData(data)))

    def show_run(self, description: RunDescription) -> None:
        """Offer the classes of these data, and choose all of them."""
        for box, every, only in (
            (self._label, self.tr("any class"), self.tr("only {name}")),
            (self._answer, self.tr("read as anything"), self.tr("read as {name}")),
        ):
            with QSignalBlocker(box):
                box.clear()
                box.addItem(every, None)
                for label in range(class_count(description)):
                    _add(box, only.format(name=class_name(description, label)), label)
        self.set_wish(Wish())
        self.setVisible(description.has_classes)

    def _box(self, name: str, tip: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setToolTip(tip)
        box.activated.connect(self._tell)
        return box

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


def _add(box: QComboBox, text: str, label: int) -> None:
    """Offer a class; a long name is cut, and stands in full in its tooltip."""
    elided = box.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _LONGEST)
    box.addItem(elided, label)
    box.setItemData(box.count() - 1, as_tip(text), Qt.ItemDataRole.ToolTipRole)
