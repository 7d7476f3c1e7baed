"""DataRow: which data the new network learns from, and what that asks of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.datasets.finding import Found
from visualiser.data.looking import Looking
from visualiser.data.plane_problems import PlaneSettings, problem_titles
from visualiser.data.source_title import source_title
from visualiser.new_network.facts import DataFacts
from visualiser.number_format import count
from visualiser.widgets.labels import label
from visualiser.widgets.number_field import mark_invalid

_GAP, _PARTS, _BAR_WIDTH, _LONGEST_TITLE = 8, 1000, 120, 26


class DataRow(QWidget):
    """A choice of data; other data than that of the present run is looked at in another process.

    Attributes
    ----------
    facts : DataFacts or None
        What is chosen asks of a network; None while that is not known.
    title : QLabel
        What stands before it.

    Signals
    -------
    changed
        There are other facts, or none.
    choosing_asked
        The dialog of data is wanted.
    """

    changed = Signal()
    choosing_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts: DataFacts | None = None
        self.title = QLabel(self.tr("Data"))
        self._known: dict[str, DataFacts] = {}
        self._present = ""
        self._looking = Looking(self)
        self._box = QComboBox()
        self._told = label("secondary", wrap=True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setToolTip(
            self.tr("What the data are; they decide how many inputs and outputs there are.")
        )
        self._bar = QProgressBar()
        self._refusal = label("refusal", wrap=True)
        self._refusal.setTextFormat(Qt.TextFormat.PlainText)
        self._refusal.setToolTip(self.tr("Why these data cannot be used, and what can be done."))
        self._choose = QPushButton(self.tr("Choose data …"))
        self._assemble()
        self._looking.progressed.connect(self._show_share)
        self._looking.found.connect(self._take_found)
        self._looking.failed.connect(self._fail)
        self._box.activated.connect(self._take_choice)

    @property
    def source(self) -> str:
        """What is chosen, as `core.load_dataset` takes it."""
        return str(self._box.currentData() or "")

    @property
    def is_refused(self) -> bool:
        """Whether what is chosen cannot be had."""
        return not self._refusal.isHidden()

    def begin_with(self, present: DataFacts) -> None:
        """Offer the data of the present run, chosen, and all that come with the program."""
        self._known[present.source] = present
        self._present = present.source
        kept = [self._box.itemData(place) for place in range(self._box.count())]
        self._box.clear()
        problems = (PlaneSettings(name).source for name in problem_titles())
        offered = ("digits", "mnist", *problems)
        for source in dict.fromkeys((present.source, *offered, *kept)):
            self._add(source)
        self.choose(present.source)

    def choose(self, source: str) -> None:
        """Choose data; look at it where it is not known yet."""
        if self._box.findData(source) < 0:
            self._add(source)
        self._box.setCurrentIndex(self._box.findData(source))
        self._box.setToolTip(source)
        self._looking.stop()
        known = self._known.get(source)
        if known is not None:
            self._show(known)
            return
        self.facts = None
        self._refuse("")
        # Without an end until it is known how much is done.
        self._bar.setRange(0, 0)
        self._bar.show()
        self._told.setText(self.tr("Reading …"))
        self._looking.look(source)
        self.changed.emit()

    def take(self, found: Found) -> None:
        """Choose data that was looked at elsewhere."""
        self._known[found.source] = DataFacts.of_found(found)
        self.choose(found.source)

    def stop(self) -> None:
        """Look at nothing that nobody waits for."""
        self._looking.stop()

    # ---------------------------------------------------------------- inside

    def _assemble(self) -> None:
        self.title.setToolTip(self.tr("What the network learns from."))
        self.title.setBuddy(self._box)
        self._box.setAccessibleName(self.tr("Data"))
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How much is read"))
        self._bar.setToolTip(self.tr("How much of the data is read; the run goes on meanwhile."))
        self._bar.hide()
        self._choose.setObjectName("chip")
        self._choose.setAutoDefault(False)
        self._choose.setToolTip(
            self.tr("Look at what there is: get MNIST, open files of your own, make points.")
        )
        self._choose.clicked.connect(self.choosing_asked)
        self._refusal.hide()
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        for widget in (self.title, self._box, self._choose, self._bar):
            row.addWidget(widget)
        row.addWidget(self._told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._refusal)

    def _add(self, source: str) -> None:
        title = source_title(source)
        if len(title) > _LONGEST_TITLE:
            title = f"{title[: _LONGEST_TITLE - 1]}…"
        if source == self._present:
            title = self.tr("{data}, loaded now").format(data=title)
        self._box.addItem(title, source)

    def _show(self, facts: DataFacts) -> None:
        self.facts = facts
        self._bar.hide()
        self._refuse("")
        self._told.setText(
            self.tr("{inputs} inputs, {outputs} outputs, {train} examples to learn from").format(
                inputs=count(facts.inputs),
                outputs=count(facts.outputs),
                train=count(facts.train_count),
            )
        )
        self.changed.emit()

    def _refuse(self, why: str) -> None:
        self._refusal.setText(why)
        self._refusal.setVisible(bool(why))
        self._box.setAccessibleDescription(why)
        mark_invalid(self._box, bool(why))

    @Slot()
    def _take_choice(self) -> None:
        self.choose(self.source)

    @Slot(float)
    def _show_share(self, share: float) -> None:
        self._bar.setRange(0, _PARTS)
        self._bar.setValue(round(_PARTS * min(max(share, 0.0), 1.0)))

    @Slot(object)
    def _take_found(self, found: Found) -> None:
        # Under the name that was asked for, too.
        facts = DataFacts.of_found(found)
        self._known[self.source] = facts
        self._show(facts)

    @Slot(str)
    def _fail(self, why: str) -> None:
        self.facts = None
        self._bar.hide()
        self._told.setText("")
        self._refuse(why)
        self.changed.emit()
