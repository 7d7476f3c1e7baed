"""Taking: copies and saves the cost plot, as a picture and as numbers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from core.errors import UserError
from visualiser.cost_plot.menu import CostMenu
from visualiser.cost_plot.pictures import CostPicture
from visualiser.cost_plot.values import Values, ValuesFile
from visualiser.errors import sentence
from visualiser.network_view.export import png, save
from visualiser.number_format import count
from visualiser.widgets.copying import copy

# Rows that are copied at most: the window waits for them.
MOST_COPIED = 100_000


class Taking(QObject):
    """Offers what can be taken away of a plot, and does it.

    Parameters
    ----------
    picture, values : callable
        What there is now, asked for when it is to be taken away.
    steps : callable
        Those of which there would be values.
    parent : QWidget
        The panel that shows it.

    Signals
    -------
    told (str, bool)
        A sentence about what was done, or, with True, about what went wrong.
    """

    told = Signal(str, bool)

    def __init__(
        self,
        picture: Callable[[], CostPicture],
        values: Callable[[], Values],
        steps: Callable[[], range],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._picture, self._values, self._steps = picture, values, steps
        self._panel = parent

    def offer(self, menu: CostMenu, *, is_possible: bool) -> None:
        """Offer all of it in a menu; of an empty plot nothing can be had."""
        for title, tip, act in (
            (
                self.tr("Copy the picture"),
                self.tr("Puts what is seen on the clipboard, as an image and as shapes."),
                self.copy_picture,
            ),
            (
                self.tr("Copy the values"),
                self.tr("Puts the numbers of the steps that are seen on the clipboard."),
                self.copy_values,
            ),
            (
                self.tr("Save as PNG …"),
                self.tr("Saves what is seen as an image, with axes and legend."),
                self.ask_for_png,
            ),
            (
                self.tr("Save as SVG …"),
                self.tr("Saves what is seen as shapes and text, which can be enlarged at will."),
                self.ask_for_svg,
            ),
            (
                self.tr("Save as CSV …"),
                self.tr("Saves the numbers of the steps that are seen, a row for each."),
                self.ask_for_csv,
            ),
        ):
            menu.offer(title, tip, act, is_possible=is_possible)

    def copy_picture(self) -> None:
        """Copy what is seen."""
        QGuiApplication.clipboard().setMimeData(self._picture().for_clipboard())
        self.told.emit(self.tr("The picture of the plot is on the clipboard."), False)

    def copy_values(self) -> None:
        """Copy the numbers of the steps that are seen."""
        wanted = len(self._steps())
        if wanted > MOST_COPIED:
            sentence_ = self.tr(
                "{count} steps are too many to copy. Zoom in until {most} or fewer are seen, or "
                "save them as CSV."
            ).format(count=count(wanted), most=count(MOST_COPIED))
            self.told.emit(sentence_, True)
            return
        values = self._values()
        copy(values.written("\t", "\n"))
        self.told.emit(
            self.tr("The values of {count} steps are on the clipboard.").format(
                count=count(len(values))
            ),
            False,
        )

    def ask_for_png(self) -> None:
        """Ask for a file, and save in it the picture as it is now."""
        data = png(self._picture().image())
        self._ask("png", self.tr("PNG images (*.png)"), lambda path: save(path, data))

    def ask_for_svg(self) -> None:
        """The same as shapes."""
        data = self._picture().shapes()
        self._ask("svg", self.tr("SVG drawings (*.svg)"), lambda path: save(path, data))

    def ask_for_csv(self) -> None:
        """Ask for a file, and write into it the numbers as they are once it is chosen."""
        self._open("csv", self.tr("Tables (*.csv)"), self.write_values)

    def write_values(self, path: Path) -> None:
        """Write the numbers as they are now into a file while the window goes on."""
        file = ValuesFile(self._values(), path, self)
        file.written.connect(lambda: self._tell_saved(path))
        file.failed.connect(lambda error: self.told.emit(sentence(error), True))
        file.begin()

    def _ask(self, ending: str, kind: str, write: Callable[[Path], None]) -> None:
        def go_on(path: Path) -> None:
            try:
                write(path)
            except UserError as error:
                self.told.emit(sentence(error), True)
            else:
                self._tell_saved(path)

        self._open(ending, kind, go_on)

    def _open(self, ending: str, kind: str, go_on: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._panel, self.tr("Save the cost plot"), "", kind)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"cost.{ending}")
        dialog.fileSelected.connect(lambda name: go_on(Path(name)))
        dialog.open()

    def _tell_saved(self, path: Path) -> None:
        self.told.emit(self.tr("The cost plot is saved as {path}.").format(path=path), False)
