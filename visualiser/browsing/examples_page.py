"""ExamplesPage: all examples of a split as thumbnails, filtered and in order."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from visualiser.browsing.filter_row import FilterRow
from visualiser.browsing.gallery import Gallery
from visualiser.browsing.knowledge import Known
from visualiser.browsing.sieve import Wish, chosen
from visualiser.browsing.words import as_of, example_count, no_classes
from visualiser.number_format import count
from visualiser.sentences import in_a_row
from visualiser.theme import Theme
from visualiser.training.messages import RunDescription
from visualiser.training.shown_example import Split
from visualiser.widgets.labels import label

_SEPARATOR = " · "


class ExamplesPage(QWidget):
    """The filters, how many examples fit, and the thumbnails.

    While training plays the list stays as it is, as of its step, until it is asked for anew.

    Attributes
    ----------
    gallery : Gallery
    filters : FilterRow

    Signals
    -------
    picked (int)
        The number of an example in its split: the network is to be shown it.
    """

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._description: RunDescription | None = None
        self._split: Split = "test"
        self._newest: Known | None = None
        self._listed: Known | None = None
        self.filters = FilterRow()
        self.filters.changed.connect(self._list_newest)
        self._again = QPushButton(self.tr("Refresh"))
        self._again.setObjectName("chip")
        self._again.setToolTip(
            self.tr("List them as the network reads them now; at rest, that is done by itself.")
        )
        self._again.clicked.connect(self._list_newest)
        self._summary = label("secondary", wrap=True)
        self._summary.setToolTip(
            self.tr("How many examples fit, and which step's network has read them.")
        )
        self.gallery = Gallery()
        self.gallery.picked.connect(self.picked)
        top = QHBoxLayout()
        top.addWidget(self.filters, 1)
        top.addWidget(self._again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._summary)
        column.addWidget(self.gallery, 1)

    def show_run(self, description: RunDescription, split: Split) -> None:
        """Show the examples of these data, of which nothing else is known yet."""
        self._description, self._split = description, split
        self._newest = self._listed = None
        self.filters.show_run(description)
        self._again.setVisible(description.has_classes)
        self.gallery.store.clear(split)
        self.gallery.show_run(description)
        self._list()

    def show_split(self, split: Split, known: Known | None) -> None:
        """Show the examples of the other split, with the same wishes."""
        self._split, self._newest, self._listed = split, known, known
        self.gallery.store.clear(split)
        self._list()

    def show_known(self, known: Known, is_playing: bool) -> None:
        """Note how they are read now; list them anew unless someone looks while it plays."""
        self._newest = known
        if not is_playing or self._listed is None:
            self._listed = known
            self._list()
        self._again.setEnabled(self._listed is not known)

    def show_only(self, wish: Wish) -> None:
        """List these."""
        self.filters.set_wish(wish)
        self._list_newest()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self.gallery.set_theme(theme)

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        self._list()

    @Slot()
    def _list_newest(self) -> None:
        self._listed = self._newest
        self._again.setEnabled(False)
        self._list()

    def _list(self) -> None:
        if self._description is None:
            return
        total, wish = example_count(self._description, self._split), self.filters.wish
        known = self._listed
        if known is not None:
            found = chosen(wish, known.judged)
        else:
            found = np.arange(total if wish.is_for_all else 0)
        self.gallery.show_examples(found, None if known is None else known.judged)
        self._summary.setText(self._text(len(found), total))

    def _text(self, found: int, total: int) -> str:
        if self._description is not None and not self._description.has_classes:
            all_of_them = self.tr("{count} examples.").format(count=count(total))
            return in_a_row((all_of_them, no_classes()))
        if self._listed is None:
            return self.tr("{count} examples; the network is reading them.").format(
                count=count(total)
            )
        parts = [
            self.tr("{found} of {total} examples").format(found=count(found), total=count(total)),
            as_of(self._listed.step),
            self.tr("“7 → 3” is a 7 that is misread as 3")
            if not self._description or not self._description.class_names
            else self.tr("after the arrow, what it is misread as"),
        ]
        if not found:
            parts[-1] = self.tr("none is as you want it: choose something else above")
        return _SEPARATOR.join(parts)
