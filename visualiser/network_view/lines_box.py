"""LinesBox: the choice of what the lines show."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QStyleOptionComboBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from visualiser.network_view.phase_look import PhaseLook
from visualiser.network_view.quantities import Quantity, quantities
from visualiser.resources import icon
from visualiser.theme import Theme
from visualiser.widgets.fitting_label import FittingLabel
from visualiser.widgets.key_tip import KeyTip

# Pixels: room for the longest symbol; the heading is level with the names of the layers.
_WIDTH, _MARGIN, _TOP, _ICON = 94, 8, 18, 14


class LinesBox(QWidget):
    """A heading and a box at the top right, beside the names of the layers.

    Signals
    -------
    chosen (Quantity)
    options_asked
        How else the network is drawn is to be chosen.
    """

    chosen = Signal(object)
    options_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_wanted = True
        self._table = quantities()
        self._box = _SymbolBox(self._table)
        self._box.setAccessibleName(self.tr("Lines show"))
        heading = FittingLabel()
        heading.set_texts(self.tr("Lines show"), self.tr("Lines"))
        heading.setToolTip(self.tr("What the colour of the lines shows is chosen below."))
        heading.setObjectName("secondary")
        heading.setBuddy(self._box)
        self._phase_says = QLabel()
        self._phase_says.hide()
        self._options = QToolButton()
        self._options.setIconSize(QSize(_ICON, _ICON))
        self._options.setFixedSize(_ICON + 6, _ICON + 6)
        self._options.setStyleSheet("QToolButton { padding: 0; border-radius: 4px; }")
        self._options.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._options.setAccessibleName(self.tr("How the network is drawn"))
        drawn = self.tr("How the network is drawn: scale, rings, layers, zoom, picture.")
        KeyTip(self._options, drawn, "options")
        self._options.clicked.connect(self.options_asked)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(heading, 1)
        top.addWidget(self._options)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self._box)
        column.addWidget(self._phase_says)
        self._box.currentIndexChanged.connect(self._tell)
        self._explain()
        self.hide()

    @property
    def quantity(self) -> Quantity:
        """What is chosen."""
        return self._table[self._box.currentIndex()]

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._options.setIcon(icon("sliders", theme.secondary))

    def choose(self, name: str) -> None:
        """Choose the quantity of this id, where there is one."""
        ids = [one.id for one in self._table]
        if name in ids:
            self._box.setCurrentIndex(ids.index(name))

    @Slot()
    def choose_next(self) -> None:
        """Choose the next one, after the last the first; not while a phase has its own."""
        if self._box.isHidden():
            return
        self._box.setCurrentIndex((self._box.currentIndex() + 1) % len(self._table))

    def show_phase(self, look: PhaseLook | None) -> None:
        """Name what the lines of a phase of a step show; with None, let it be chosen again."""
        self._box.setVisible(look is None)
        self._phase_says.setVisible(look is not None)
        if look is not None:
            self._name(look)

    def _name(self, look: PhaseLook) -> None:
        if all(gap is None for gap in look.lines):
            symbol, title = self.tr("nothing"), self.tr("The lines show nothing in this phase.")
        else:
            symbol = look.quantity.symbol
            title = self.tr("What the lines show in this phase of the step. {sentence}").format(
                sentence=look.quantity.sentence
            )
        # As large as the box, so that nothing moves.
        self._phase_says.setFixedSize(self._box.sizeHint())
        self._phase_says.setText(symbol)
        self._phase_says.setToolTip(title)
        self._phase_says.setAccessibleName(title)

    def stand_in(self, width: int) -> None:
        """Stand at the top right of a picture of this width."""
        size = self.sizeHint()
        left = width - _MARGIN - size.width()
        self.setGeometry(QRect(left, _TOP, size.width(), size.height()))
        self.setVisible(self._is_wanted)

    def set_wanted(self, is_wanted: bool) -> None:
        """Be there, or not."""
        self._is_wanted = is_wanted
        self.setVisible(is_wanted)

    @Slot()
    def _tell(self) -> None:
        self._explain()
        self.chosen.emit(self.quantity)

    def _explain(self) -> None:
        self._box.setToolTip(
            self.tr("What the colour of the lines shows. {sentence}").format(
                sentence=self.quantity.sentence
            )
        )
        self._box.setAccessibleDescription(self.quantity.sentence)


class _SymbolBox(QComboBox):
    """A box that names all its entries fully, and the chosen one by its symbol."""

    def __init__(self, table: tuple[Quantity, ...]) -> None:
        super().__init__()
        self._symbols = [one.symbol for one in table]
        for index, one in enumerate(table):
            self.addItem(one.title)
            self.setItemData(index, one.sentence, Qt.ItemDataRole.ToolTipRole)
        self.view().setTextElideMode(Qt.TextElideMode.ElideNone)

    def sizeHint(self) -> QSize:
        """As wide as the longest symbol needs, not the longest title."""
        return QSize(_WIDTH, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """No smaller than that."""
        return self.sizeHint()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Write the symbol."""
        super().initStyleOption(option)
        option.currentText = self._symbols[self.currentIndex()]

    def showPopup(self) -> None:
        """Show all names, which are wider than the box."""
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + 16)
        super().showPopup()
