"""What can go wrong, in sentences for the person at the screen.

Every exception that bad input can cause derives from `UserError`. Its text says what is
wrong, where, and what to do about it. The text is kept as a template and its values, so
that a window can translate the template before the values go in.
"""

from __future__ import annotations

# Longer texts, from a file perhaps, would hide the sentence.
_LONGEST_TEXT = 300


class UserError(Exception):
    """Bad input, described in one plain sentence.

    Parameters
    ----------
    template : str
        The sentence, with ``{name}`` where a value goes.
    **values : object
        The values named in the template.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template, values)
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.sentence(self.template)

    def sentence(self, template: str) -> str:
        """The sentence, from its template or a translation of it."""
        text = template.format(**{name: _short(value) for name, value in self.values.items()})
        return text if text.isprintable() else "".join(c if c.isprintable() else "�" for c in text)

    def __reduce__(self) -> tuple[object, ...]:
        # Keyword arguments do not survive the default pickling of exceptions, and these
        # travel between processes.
        return _rebuild, (type(self), self.template, self.values)


def _short(value: object) -> object:
    """A value as it can stand in a sentence: texts not without end."""
    if not isinstance(value, str | BaseException):
        # A path is of use only as a whole, and no longer than the system allows.
        return value
    text, half = str(value), _LONGEST_TEXT // 2
    return text if len(text) <= _LONGEST_TEXT else f"{text[:half]}…{text[-half:]}"


def _rebuild(kind: type[UserError], template: str, values: dict[str, object]) -> UserError:
    return kind(template, **values)


class SettingError(UserError):
    """A setting (a size, a rate, a name) that cannot be used."""


class DataError(UserError):
    """Data that cannot be read or does not fit."""


class RunFileError(UserError):
    """A saved run that cannot be written or read."""


class ExchangeError(UserError):
    """A file for or from another program (weights, costs) that cannot be written or read."""


class DivergenceError(UserError):
    """The cost stopped being finite; the run is back on its last good step."""
