"""The scenes: every panel, dialog, window and menu, each opened by one function.

A new one is one line in `SCENES`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from core import Run, RunSettings
from tests.visualiser import small_runs
from tests.visualiser.layouts.test_layouts import new_desk
from tests.visualiser.new_network.looks import found_at_once
from tests.visualiser.states import describe, digits, new_run, snapshot_of
from tests.visualiser.stepping import bench_at
from tests.visualiser.tour.test_tour import NoHands
from visualiser.baselines_dialog import BaselinesDialog
from visualiser.beside.choices import Branch
from visualiser.beside.dialog import CompareDialog
from visualiser.browsing.window import COURSE, EXAMPLES, RESULTS, BrowsingWindow
from visualiser.commands.about_dialog import AboutDialog
from visualiser.commands.actions import make_actions
from visualiser.commands.table import descriptions
from visualiser.commands.tools import CommandTools
from visualiser.cost_history import CostHistory
from visualiser.data.dialog import DataDialog
from visualiser.files.prompt import UnsavedPrompt
from visualiser.files.recent_menu import RecentMenu
from visualiser.hiding.dialog import ShownDialog
from visualiser.landscape.window import PlaneWindow
from visualiser.languages import CHINESE, ENGLISH
from visualiser.layouts.dialog import LayoutsDialog
from visualiser.network_view.network_view import NetworkView
from visualiser.network_view.picture_dialog import PictureDialog
from visualiser.network_view.plane_maps import PlaneMaps
from visualiser.new_network.dialog import NewNetworkDialog
from visualiser.new_network.facts import DataFacts
from visualiser.over_time.window import OverTimeWindow
from visualiser.pad.fold import Fold
from visualiser.pad.pad import Pad
from visualiser.panels.cost import CostPanel
from visualiser.panels.example import ExamplePanel
from visualiser.panels.inspector import InspectorPanel
from visualiser.panels.notice import NoticePanel
from visualiser.panels.phases import PhasesPanel
from visualiser.panels.pins import PinsPanel
from visualiser.panels.status import StatusPanel
from visualiser.panels.timeline import TimelinePanel
from visualiser.panels.transport import TransportPanel
from visualiser.plane.map_panel import MapPanel
from visualiser.preferences.dialog import PreferencesDialog
from visualiser.presenting.view import PresentView
from visualiser.program_menu import ProgramMenu
from visualiser.recipe_dialog.dialog import RecipeDialog
from visualiser.selection import Connection, Neuron, Selection
from visualiser.settings import Settings
from visualiser.sharing.dialog import PasteDialog
from visualiser.timeline.branch_menu import BranchMenu
from visualiser.tour.folder import built_in, chapters_in
from visualiser.tour.guide import Guide
from visualiser.tour.marks import Marks
from visualiser.tour.panel import TourPanel
from visualiser.training import messages as m
from visualiser.training.branch_news import Branches, BranchNews
from visualiser.training.conditions import CostBelow, StepReached
from visualiser.training.questions import Question
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.part_menu import PartMenu
from visualiser.widgets.until_dialog import UntilDialog

# Opens something in the language that is spoken; the folder is for what it writes.
Scene = Callable[[Path], QWidget]
# What is opened over a window of this name is looked at, and not the window.
OWNER = "owner"
STEPS = 700


@cache
def run() -> Run:
    """A run with a fork, shown in its past: what has most to say."""
    made = new_run()
    made.train(STEPS)
    made.go_to(300)
    made.change(learning_rate=0.5)
    made.train(400)
    return made


@cache
def state(index: int = 0) -> Snapshot:
    """The run's state, shown this example."""
    return snapshot_of(run(), index)


@cache
def of_points() -> Run:
    settings = RunSettings("circle", activation=("relu", "logistic"), learning_rate=1.0)
    made = settings.new_run(settings.load_data())
    made.train(200)
    return made


def shown(widget: QWidget, width: int = 0, height: int = 0) -> QWidget:
    if width:
        widget.resize(width, height or widget.sizeHint().height())
    widget.show()
    return widget


def answering(panel: Any, take: Callable[[m.Answered], object], one: Run) -> None:
    """Have every question of a panel answered at once, as the training process would."""

    def answer(question: Question) -> None:
        take(m.Answered(question, one.position, question.answer(one)))

    panel.question_asked.connect(answer)


# ------------------------------------------------------------------------------ panels


def inspector(selection: Selection, _: Path, pinned: Neuron | None = None) -> QWidget:
    panel = InspectorPanel()
    answering(panel, panel.show_answer, run())
    panel.resize(384, 1400)
    panel.show()
    panel.show_snapshot(state(3))
    panel.show_selection(selection)
    panel.show_pinned(pinned)
    return panel


def cost(_: Path) -> QWidget:
    history = CostHistory()
    panel = CostPanel(history)
    answering(panel, panel.show_answer, run())
    snapshot = state()
    history.update(snapshot.progress)
    panel.resize(890, 220)
    panel.show()
    panel.show_run(snapshot.description)
    news = BranchNews().of(run())
    assert news is not None
    panel.show_branches(news)
    panel.show_snapshot(snapshot)
    return panel


def timeline(_: Path) -> QWidget:
    history = CostHistory()
    panel, snapshot = TimelinePanel(history), state()
    history.update(snapshot.progress)
    panel.show_run(snapshot.description)
    news = BranchNews().of(run())
    assert news is not None
    panel.show_branches(news)
    panel.show_snapshot(snapshot)
    return shown(panel, 890, 60)


def cost_menu(folder: Path) -> QWidget:
    panel = cost(folder)
    assert isinstance(panel, CostPanel)
    panel._open_menu(QPoint(0, 0))
    return panel


def of_branch(open_one: Callable[[BranchMenu, Branches, int], None], folder: Path) -> QWidget:
    panel, news = timeline(folder), BranchNews().of(run())
    assert news is not None
    panel.setObjectName(OWNER)
    other = next(place for place in range(len(news.branches)) if place != news.present)
    open_one(BranchMenu(panel), news, other)
    return panel


def status(_: Path) -> QWidget:
    panel, snapshot = StatusPanel(), state()
    panel.resize(1280, 22)
    panel.show()
    panel.show_run(snapshot.description)
    panel.show_snapshot(snapshot)
    return panel


def example(_: Path) -> QWidget:
    panel, snapshot = ExamplePanel(), state()
    panel.show_run(snapshot.description)
    panel.show_snapshot(snapshot)
    return shown(panel)


def notice(_: Path) -> QWidget:
    panel = NoticePanel()
    panel.resize(640, 40)
    panel.say(panel.tr("Close"), panel.tr("Close"), lambda: None)
    return shown(panel)


def pins(_: Path) -> QWidget:
    panel, snapshot = PinsPanel(), state()
    panel.show_run(snapshot.description)
    panel.show_snapshot(snapshot)
    panel.pin_shown()
    return shown(panel, 640, 62)


def phases(kind: str, layer: int | None, _: Path) -> QWidget:
    bench = bench_at(30)
    panel = PhasesPanel(QAction("→"), QAction("←"))
    bench.stepper.setParent(panel)
    bench.stepper.view_changed.connect(panel.show_view)
    panel.resize(890, 236)
    panel.show()
    bench.go_to(kind, layer)
    bench.stepper.follow(2)
    return panel


def network(selection: Selection, _: Path) -> QWidget:
    view, snapshot = NetworkView(), state(3)
    view.resize(890, 500)
    view.show_run(snapshot.description)
    view.show_snapshot(snapshot)
    view.select(selection)
    return shown(view)


def options(folder: Path) -> QWidget:
    view = network(Neuron(1, 3), folder)
    assert isinstance(view, NetworkView)
    view.open_options()
    return view


def map_panel(_: Path) -> QWidget:
    panel, snapshot = MapPanel(), snapshot_of(of_points(), 3)
    maps = PlaneMaps.of(snapshot)
    assert maps is not None
    panel.show_state(snapshot, maps)
    return shown(panel, 240, 330)


def pad(_: Path) -> QWidget:
    panel, snapshot = Pad(), state()
    panel.resize(384, 1500)
    panel.show()
    panel.show_run(snapshot.description)
    panel.show_snapshot(snapshot)
    for fold in panel.findChildren(Fold):
        fold.heading.click()
    image = QImage(40, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    panel.take_picture(image)
    return panel


def tour(place: int, _: Path) -> QWidget:
    guide = Guide(NoHands())
    panel = TourPanel(guide)
    guide.setParent(panel)
    is_chinese = panel.tr("Next") == "下一章"
    guide.take(chapters_in(built_in(CHINESE if is_chinese else ENGLISH)), Marks())
    panel.show_aside(True)
    guide.turn_to(place)
    return shown(panel, 264, 1400)


def present(selection: Selection, _: Path) -> QWidget:
    history, snapshot = CostHistory(), state(3)
    history.update(snapshot.progress)
    view = PresentView(history)
    view.resize(1280, 800)
    view.show()
    view.show_run(snapshot.description)
    view.show_snapshot(snapshot)
    view.show_selection(selection)
    return view


# ------------------------------------------------------------------------------ windows


def browser(page: int, _: Path) -> QWidget:
    window = BrowsingWindow(None)
    answering(window, window.take, run())
    window.show_run(describe(run()))
    window.show()
    window.show_snapshot(state())
    window.open_page(page)
    return window


def over_time(page: int, _: Path) -> QWidget:
    window = OverTimeWindow(None)
    desk = small_runs.Desk(small_runs.small_run(), window)
    # Nobody waits for what is shown soon.
    window._soon.setInterval(0)
    window.open_page(page)
    while window._soon.isActive():
        QApplication.processEvents()
    desk.answer()
    while window._soon.isActive():
        QApplication.processEvents()
    return window


def plane(_: Path) -> QWidget:
    window = PlaneWindow(None)
    window.controls.grid.setItemData(0, 5)
    window.controls.grid.setCurrentIndex(0)
    desk = small_runs.Desk(small_runs.small_run(), window)
    window.begin()
    desk.answer()
    return window


# ------------------------------------------------------------------------------ dialogs


def recipe(_: Path) -> QWidget:
    dialog = RecipeDialog()
    dialog.show_snapshot(state())
    return shown(dialog)


def data(_: Path) -> QWidget:
    dialog = DataDialog()
    with found_at_once():
        dialog.open_for(RunSettings())
    return dialog


def new_network(_: Path) -> QWidget:
    dialog = NewNetworkDialog()
    with found_at_once():
        dialog.open_for(RunSettings.of(run()), DataFacts.of_run(describe(run())))
    return dialog


def compare(_: Path) -> QWidget:
    dialog = CompareDialog()
    dialog.open_for(RunSettings(), len(digits().train), (Branch(1, "A", 300, 400),))
    return dialog


def until(_: Path) -> QWidget:
    dialog = UntilDialog()
    dialog.open_for(describe(run()), Neuron(1, 3), (CostBelow(0.2), StepReached(1000)))
    return dialog


def baselines(_: Path) -> QWidget:
    dialog = BaselinesDialog()
    answering(dialog, dialog.show_answer, run())
    dialog.show()
    dialog.show_snapshot(state())
    return dialog


def preferences(folder: Path) -> QWidget:
    return shown(PreferencesDialog(Settings(folder / "settings.ini")))


def layouts(folder: Path) -> QWidget:
    desk = new_desk(folder / "settings.ini")
    dialog = LayoutsDialog(desk.layouts, desk.window)
    dialog.open_anew()
    desk.window.setObjectName(OWNER)
    return desk.window


def commands(folder: Path, opened: str = "") -> QMainWindow:
    """A window with all commands, of which one is given."""
    window, settings = QMainWindow(), Settings(folder / "settings.ini")
    tools = CommandTools(window, settings)
    callbacks = {one.id: (lambda: None) for one in descriptions()}
    actions = make_actions(window, {**callbacks, **tools.callbacks()})
    window.addActions(list(actions.values()))
    tools.set_actions(actions)
    window.resize(900, 700)
    docks = [QDockWidget(window), QDockWidget(window)]
    menu = ProgramMenu(actions, docks, RecentMenu(settings, window), settings, "dark", window)
    if not opened:
        transport = TransportPanel(actions, menu)
        window.addToolBar(transport)
        window.resize(1280, 200)
        transport.show_run(describe(run()))
        transport.show_snapshot(state())
    window.show()
    window.activateWindow()
    if opened:
        actions[opened].trigger()
    return window


def picture(folder: Path) -> QWidget:
    view = network(None, folder)
    assert isinstance(view, NetworkView)
    dialog = PictureDialog(view)
    view.setParent(dialog, Qt.WindowType.Tool)
    dialog.open_for_view()
    return dialog


def paste(_: Path) -> QWidget:
    dialog = PasteDialog()
    dialog.open_with("nnv1:layers=64-8-10;activation=tanh;seed=3;step=1200")
    return dialog


def prompt(folder: Path) -> QWidget:
    del folder
    owner = shown(QWidget(), 300, 200)
    owner.setObjectName(OWNER)
    UnsavedPrompt("close", "42.nnrun", owner).open()
    return owner


def part_menu(selection: Selection, _: Path) -> QWidget:
    menu = PartMenu(selection, state())
    menu.popup(QPoint(0, 0))
    return menu


SCENES: dict[str, Scene] = {
    "inspector, whole network": partial(inspector, None),
    "inspector, pixel": partial(inspector, Neuron(0, 20)),
    "inspector, hidden neuron": partial(inspector, Neuron(1, 3)),
    "inspector, output neuron": partial(inspector, Neuron(3, 3)),
    "inspector, connection": partial(inspector, Connection(1, 3, 27)),
    "inspector, two neurons": partial(inspector, Neuron(1, 3), pinned=Neuron(2, 4)),
    "cost plot": cost,
    "menu of the cost plot": cost_menu,
    "timeline": timeline,
    "menu of a branch": partial(of_branch, partial(BranchMenu.open_menu, place=QPoint(0, 0))),
    "name of a branch": partial(of_branch, BranchMenu.ask_for_name),
    "end of a branch": partial(of_branch, BranchMenu.ask_to_delete),
    "status bar": status,
    "example": example,
    "notice": notice,
    "pins": pins,
    "phases, forward": partial(phases, "forward", 1),
    "phases, cost": partial(phases, "cost", None),
    "phases, backward": partial(phases, "backward", 2),
    "phases, batch": partial(phases, "batch", None),
    "phases, update": partial(phases, "update", None),
    "network": partial(network, None),
    "network, neuron": partial(network, Neuron(2, 3)),
    "network, options": options,
    "map of points": map_panel,
    "drawing pad": pad,
    **{f"tour, chapter {place + 1}": partial(tour, place) for place in range(9)},
    "presenting": partial(present, None),
    "presenting, neuron": partial(present, Neuron(1, 3)),
    "examples": partial(browser, EXAMPLES),
    "results": partial(browser, RESULTS),
    "course of an example": partial(browser, COURSE),
    **{f"over the run, page {page + 1}": partial(over_time, page) for page in range(4)},
    "cost over a plane": plane,
    "recipe": recipe,
    "data": data,
    "new network": new_network,
    "compare": compare,
    "run until": until,
    "baselines": baselines,
    "preferences": preferences,
    "layouts": layouts,
    "what is shown": lambda _: shown(ShownDialog()),
    "bar and menus": commands,
    "palette": partial(commands, opened="palette"),
    "keys": partial(commands, opened="keys"),
    "about": lambda _: shown(AboutDialog("")),
    "picture": picture,
    "pasted set-up": paste,
    "unsaved": prompt,
    "menu of a neuron": partial(part_menu, Neuron(1, 3)),
    "menu of a weight": partial(part_menu, Connection(1, 3, 27)),
}
