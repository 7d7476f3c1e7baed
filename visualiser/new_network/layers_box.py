"""LayersBox: the drawing of the layers, what can be done with it, and why they make no network."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.errors import SettingError
from core.network import checked_sizes
from visualiser.errors import sentence
from visualiser.new_network.layers_drawing import LayersDrawing
from visualiser.widgets.labels import label

_GAP, _WIDE_GAP = 6, 16


class LayersBox(QWidget):
    """The drawing with a heading above and, where it is needed, a refusal below.

    Attributes
    ----------
    drawing : LayersDrawing
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawing = LayersDrawing()
        self.drawing.setObjectName("panel")
        self.drawing.told.connect(self._tell_drag)
        self._hint = label("secondary", wrap=True)
        self._hint.setToolTip(self.tr("How layers are added, resized and taken out."))
        self._refusal = label("refusal", wrap=True)
        # What was typed is never to be read as HTML.
        self._refusal.setTextFormat(Qt.TextFormat.PlainText)
        self._refusal.setToolTip(self.tr("Why no network can be made with these layers."))
        self._refusal.hide()
        title = label("heading", self.tr("Layers"))
        title.setToolTip(
            self.tr("Neurons in each layer; the data decide how many inputs and outputs there are.")
        )
        above = QHBoxLayout()
        above.setSpacing(_WIDE_GAP)
        above.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
        above.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addLayout(above)
        column.addWidget(self._scrolled(), 1)
        column.addWidget(self._refusal)
        self._tell_drag("")

    @property
    def is_refused(self) -> bool:
        """Whether the layers make no network, as far as is known."""
        return not self._refusal.isHidden()

    def layers(self, is_known: bool) -> tuple[int, ...] | None:
        """All layers, or None where they make no network: then why is said, too.

        Parameters
        ----------
        is_known : bool
            Whether the data that decides those at both ends is known.
        """
        why = self.drawing.refusal
        layers: tuple[int, ...] | None = None
        if not why and is_known:
            try:
                layers = checked_sizes(self.drawing.sizes)
            except SettingError as error:
                why = sentence(error)
        self._refusal.setText(why)
        self._refusal.setVisible(bool(why))
        return layers

    def _scrolled(self) -> QScrollArea:
        """The drawing, which is wider than its place where there are many layers."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.drawing)
        bar = area.horizontalScrollBar().sizeHint().height()
        area.setMinimumHeight(self.drawing.minimumSizeHint().height() + bar)
        self.drawing.focused.connect(area.ensureWidgetVisible)
        return area

    @Slot(str)
    def _tell_drag(self, text: str) -> None:
        usual = self.tr(
            "Drag to resize; drag sideways to take out. Keys: ↑\u00a0↓, Insert, Delete."
        )
        self._hint.setText(text or usual)
