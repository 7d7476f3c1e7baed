"""DataTools: all that a user can do with data, as one thing that the window holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from visualiser.baselines import BaselinesOpening
from visualiser.browsing.browsing import Browsing
from visualiser.companions import Companions
from visualiser.data.choosing import DataChoosing
from visualiser.files.run_files import RunFiles
from visualiser.new_network.opening import NewNetwork
from visualiser.own_inputs import OwnInputs
from visualiser.pad.drawing import Drawing
from visualiser.panels.example import ExamplePanel
from visualiser.panels.notice import NoticePanel
from visualiser.pinning import Pinning
from visualiser.theme import Theme
from visualiser.training.session import TrainingSession


class DataTools(QObject):
    """Data, new networks, drawing, noise, pins, browsing, and what is beside the cost plot.

    Parameters
    ----------
    window : QMainWindow
    session : TrainingSession
    files : RunFiles
    example : ExamplePanel
    notice : NoticePanel
    """

    def __init__(
        self,
        window: QMainWindow,
        session: TrainingSession,
        files: RunFiles,
        example: ExamplePanel,
        notice: NoticePanel,
    ) -> None:
        super().__init__(window)
        self.choosing = DataChoosing(window, session, files, notice)
        self.new_network = NewNetwork(window, session, files)
        self.drawing = Drawing(window, session, files, notice)
        self.own_inputs = OwnInputs(session, example)
        self.pinning = Pinning(session, example, notice)
        self.baselines = BaselinesOpening(window, session)
        self.browsing = Browsing(window, session, example, notice)
        self.companions = Companions(window, session)

    def callbacks(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by their ids."""
        return {
            "data": self.choosing.open,
            "new_network": self.new_network.open,
            "draw": self.drawing.toggle,
            "noise": self.own_inputs.show_noise,
            "pin_example": self.pinning.pin,
            "baselines": self.baselines.open,
            **self.browsing.callbacks(),
            **self.companions.callbacks(),
        }

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """All of the window, by id."""
        self.choosing.set_actions(actions)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        tools = (self.choosing, self.new_network, self.drawing, self.baselines, self.browsing)
        for tool in (*tools, self.companions):
            tool.set_theme(theme)
        self.pinning.panel.set_theme(theme)

    def write_numbers(self) -> None:
        """Write numbers in the present style."""
        self.drawing.write_numbers()
        self.pinning.panel.write_numbers()
        self.browsing.write_numbers()
        self.companions.write_numbers()

    def close(self) -> None:
        """Close what has a window of its own."""
        self.browsing.close()
        self.companions.close()
