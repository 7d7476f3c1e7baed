"""WholeField: a whole number that is typed; SizeField: how many neurons a layer has."""

from __future__ import annotations

from PySide6.QtCore import Slot

from core.errors import SettingError
from core.network import LARGEST_LAYER
from visualiser.new_network.sizes import read_size, read_whole
from visualiser.number_format import typed
from visualiser.recipe_dialog.rows import DraftField

_LONGEST = 24
# As core takes them.
LARGEST_SEED = 2**63 - 1


class WholeField(DraftField):
    """A whole number from 0 up, with all its digits, which stays until somebody asks for it.

    Up and Down change it by 1.

    Parameters
    ----------
    name, tip : str
    least, most : int
        Where these keys stop.
    """

    def __init__(self, name: str, tip: str, least: int = 0, most: int = LARGEST_SEED) -> None:
        super().__init__(name, tip)
        self._least, self._most = least, most
        self.set_whole()

    def whole(self) -> int:
        """What stands there.

        Raises
        ------
        SettingError
            Where it is no whole number.
        """
        if not self.isModified():
            return int(self._value)
        try:
            return read_whole(self.text())
        except ValueError:
            text = self.text().strip()
            raise SettingError(
                "“{text}” in “{field}” is no whole number from 0 up; type one, for instance "
                "{example}.",
                text=text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…",
                field=self.accessibleName(),
                example=typed(10),
            ) from None

    def _change(self, steps: int) -> None:
        try:
            value = self.whole()
        except SettingError:
            value = int(self._value)
        self.put(min(max(value + steps, self._least), self._most))
        self.edited.emit()

    def _show(self) -> None:
        # As many digits as there are: a seed is another one without its last.
        self.setText(str(int(self._value)))
        self.setModified(False)
        self.mark_invalid(False)

    @Slot()
    def _take(self) -> None:
        """On Enter, and when the field is left: write it as numbers are written here."""
        if not self.isModified():
            return
        try:
            self.put(self.whole())
        except SettingError:
            self.mark_invalid(True)
        # It may be none that can be used here, which others know.
        self.edited.emit()


class SizeField(WholeField):
    """How many neurons a layer has.

    Parameters
    ----------
    layer : int
    name, tip : str
    """

    def __init__(self, layer: int, name: str, tip: str) -> None:
        super().__init__(name, tip, 1, LARGEST_LAYER)
        self._layer = layer

    def whole(self) -> int:
        """What stands there; SettingError where no layer can have it."""
        return read_size(self.text(), self._layer)

    def rename(self, layer: int, name: str) -> None:
        """Be the field of another layer, since one before it is new or gone."""
        self._layer = layer
        self.setAccessibleName(name)
