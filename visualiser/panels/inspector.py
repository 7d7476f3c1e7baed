"""InspectorPanel: what is selected, and why its numbers are what they are."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from visualiser.selection import Connection, Neuron, Selection
from visualiser.theme import DARK, Theme
from visualiser.training.messages import Answered
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.asking import Asking
from visualiser.widgets.focus_ring import FocusRing
from visualiser.widgets.labels import label
from visualiser.widgets.late_scroll import LateScroll
from visualiser.widgets.tab_order import keep_content_in_turn

if TYPE_CHECKING:
    from visualiser.widgets.comparison import Comparison
    from visualiser.widgets.connection_page import ConnectionPage
    from visualiser.widgets.input_page import InputPage
    from visualiser.widgets.network_page import NetworkPage
    from visualiser.widgets.neuron_page import NeuronPage

    _Page = NetworkPage | InputPage | NeuronPage | ConnectionPage

# Milliseconds after the panel is first seen, when the pages are made that nobody has asked for
# yet: they take as long to make as all else in the window, but a click should not wait for them.
_LATER = 1_500
_AnyPage = TypeVar("_AnyPage", "NetworkPage", "InputPage", "NeuronPage", "ConnectionPage")


class InspectorPanel(QScrollArea):
    """Shows the selection as it is in the newest snapshot.

    Its pages are made when they are first wanted, which none is before there are numbers.

    Attributes
    ----------
    late_scroll : LateScroll
        For a window that takes another one's place.

    Signals
    -------
    question_asked (Question)
        The page that is shown wants to know something of the run.
    example_chosen (int)
        A test example is to be shown.
    selection_asked (Neuron or Connection)
        Something else was chosen inside the panel.
    step_chosen (int)
        A step is to be gone to.
    unpin_asked ()
        The pinned neuron is to be let go of.
    menu_asked (Neuron or Connection; QPoint)
        What can be done to it is to be offered, at this point of the screen.
    edit_asked (SetParameter or GiveUp)
        A weight or a bias is to be another, or what it was.
    reference_asked (int)
        The step whose network is to be the snapshots' reference.
    lines_asked
        The lines of the network are to show the change since that step.
    told (str, bool)
        A sentence about what was saved, or, with True, about what went wrong.
    """

    question_asked = Signal(object)
    example_chosen = Signal(int)
    selection_asked = Signal(object)
    step_chosen = Signal(int)
    unpin_asked = Signal()
    edit_asked = Signal(object)
    menu_asked = Signal(object, QPoint)
    reference_asked = Signal(int)
    lines_asked = Signal()
    told = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAccessibleName(self.tr("Inspector"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(372)
        FocusRing(self)
        self._snapshot: Snapshot | None = None
        self._selection: Selection = None
        self._pinned: Neuron | None = None
        self._theme = DARK
        self._pages: list[_Page] = []
        self._note = label("note", wrap=True)
        self._note.setToolTip(self.tr("What is shown here while a step is gone through."))
        self._note.hide()
        self._is_kept_back = False
        pages = QWidget()
        pages.setObjectName("panel")
        self._column = QVBoxLayout(pages)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._note)
        self.setWidget(pages)
        # What comes into view may not have been brought up to date while it was out of it.
        self.verticalScrollBar().valueChanged.connect(self._show)
        self.late_scroll = LateScroll(self)
        self._asking = Asking(self)
        self._asking.asked.connect(self.question_asked)
        self._page: _Page | None = None
        self._lines_show_change = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER)
        self._later.timeout.connect(self._make_pages)

    # ---------------------------------------------------------------- the pages

    @cached_property
    def _network(self) -> NetworkPage:
        from visualiser.widgets.network_page import NetworkPage  # noqa: PLC0415 (loaded when wanted)

        page = self._added(NetworkPage())
        page.changed.show_lines(self._lines_show_change)
        page.part_chosen.connect(self.selection_asked)
        page.changed.reference_asked.connect(self.reference_asked)
        page.changed.lines_asked.connect(self.lines_asked)
        page.changed.told.connect(self.told)
        return page

    @cached_property
    def _input(self) -> InputPage:
        from visualiser.widgets.input_page import InputPage  # noqa: PLC0415 (loaded when wanted)

        page = self._added(InputPage())
        self._connect_comparison(page.comparison)
        return page

    @cached_property
    def _neuron(self) -> NeuronPage:
        from visualiser.widgets.neuron_page import NeuronPage  # noqa: PLC0415 (loaded when wanted)

        page = self._added(NeuronPage())
        page.origin_chosen.connect(self._choose_origin)
        page.target_chosen.connect(self._choose_target)
        page.example_chosen.connect(self.example_chosen)
        page.step_chosen.connect(self.step_chosen)
        page.edit_asked.connect(self.edit_asked)
        page.menu_asked.connect(self._ask_for_menu)
        page.told.connect(self.told)
        self._connect_comparison(page.comparison)
        return page

    @cached_property
    def _connection(self) -> ConnectionPage:
        from visualiser.widgets.connection_page import ConnectionPage  # noqa: PLC0415 (loaded when wanted)

        page = self._added(ConnectionPage())
        page.step_chosen.connect(self.step_chosen)
        page.edit_asked.connect(self.edit_asked)
        page.menu_asked.connect(self._ask_for_menu)
        page.questions_changed.connect(self._ask)
        return page

    def _added(self, page: _AnyPage) -> _AnyPage:
        page.hide()
        page.set_theme(self._theme)
        self._pages.append(page)
        self._column.addWidget(page)
        keep_content_in_turn(self, page)
        return page

    def _connect_comparison(self, comparison: Comparison) -> None:
        comparison.connection_asked.connect(self.selection_asked)
        comparison.unpin_asked.connect(self.unpin_asked)

    @Slot()
    def _make_pages(self) -> None:
        """Make what is not made yet, one page in each turn of the loop."""
        for name in ("_neuron", "_connection"):
            if name not in vars(self):
                getattr(self, name)
                self._later.start(0)
                return

    # ---------------------------------------------------------------- what is shown

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show this state."""
        self._snapshot = snapshot
        if self.isVisible():
            self._show()

    @Slot(object)
    def show_selection(self, selection: Selection) -> None:
        """Show this neuron or connection; None for the whole network."""
        self._selection = selection
        self.late_scroll.stop()
        self._show()

    @Slot(object)
    def show_pinned(self, pinned: Neuron | None) -> None:
        """Compare this neuron with the selected one; None for none."""
        self._pinned = pinned
        if isinstance(self._selection, Neuron):
            self._show()

    def say(self, note: str, keeps_back: bool = False) -> None:
        """Say something above the numbers, or instead of them; nothing where it is empty."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        if keeps_back != self._is_kept_back:
            self._is_kept_back = keeps_back
            if self._page is not None:
                self._page.setVisible(not keeps_back)

    def show_lines(self, show_the_change: bool) -> None:
        """Know whether the lines of the network show the change since a step."""
        self._lines_show_change = show_the_change
        if "_network" in vars(self):
            self._network.changed.show_lines(show_the_change)

    def withdraw_reference(self) -> None:
        """Ask no longer for the step that was asked for: it cannot be had."""
        self._network.changed.withdraw()

    @Slot(object)
    def show_answer(self, answered: Answered) -> None:
        """Show the answer to what the page that is shown has asked."""
        snapshot = self._snapshot
        if self._asking.take(answered) and snapshot is not None:
            match self._selection:
                case Neuron(layer=0):
                    # It has asked nothing: the answer is to the page before.
                    pass
                case Neuron():
                    self._neuron.show_answer(answered, snapshot)
                case Connection():
                    self._connection.show_answer(answered, snapshot)
                case None:
                    self._network.show_answer(answered, snapshot)
            # The run may have moved meanwhile.
            self._ask()

    @Slot()
    def _ask(self) -> None:
        snapshot = self._snapshot
        if snapshot is None or not self.isVisible():
            return
        match self._selection:
            case Neuron(layer=0):
                return
            case Neuron() as neuron:
                questions = self._neuron.questions(snapshot, neuron)
            case Connection() as connection:
                questions = self._connection.questions(snapshot, connection)
            case None:
                questions = self._network.questions(snapshot)
        self._asking.want(questions, snapshot)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        for page in self._pages:
            page.set_theme(theme)
        self._show()

    def write_numbers(self) -> None:
        """Write numbers in the present style, also those that were answered to questions."""
        if "_neuron" in vars(self):
            self._neuron.write_numbers()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what came while the panel was hidden."""
        super().showEvent(event)
        self._later.start()
        self._show()

    @Slot()
    def _show(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        match self._selection:
            case None:
                self._turn_to(self._network)
                self._network.show_network(snapshot)
            case Neuron(layer=0) as pixel:
                self._turn_to(self._input)
                self._input.show_input(snapshot, pixel, self._pinned)
            case Neuron() as neuron:
                self._turn_to(self._neuron)
                self._neuron.show_neuron(snapshot, neuron, self._pinned)
            case Connection() as connection:
                self._turn_to(self._connection)
                self._connection.show_connection(snapshot, connection)
        self._ask()

    def _turn_to(self, page: _Page) -> None:
        before = self._page
        if page is not before:
            if before is not None:
                focused = QApplication.focusWidget()
                if focused is not None and before.isAncestorOf(focused):
                    # The keyboard stays here, and does not go where Qt finds the next field.
                    self.setFocus()
                before.hide()
            self._page = page
            page.setVisible(not self._is_kept_back)
            if not self.late_scroll.is_waiting:
                # What was in view of the other page says nothing of this one.
                self.verticalScrollBar().setValue(0)

    @Slot(QPoint)
    def _ask_for_menu(self, place: QPoint) -> None:
        self.menu_asked.emit(self._selection, place)

    @Slot(int)
    def _choose_origin(self, origin: int) -> None:
        if isinstance(self._selection, Neuron):
            here = self._selection
            self.selection_asked.emit(Connection(here.layer, here.index, origin))

    @Slot(int)
    def _choose_target(self, target: int) -> None:
        if isinstance(self._selection, Neuron):
            here = self._selection
            self.selection_asked.emit(Connection(here.layer + 1, target, here.index))
