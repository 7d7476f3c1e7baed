"""What can be wrong with a chapter: one sentence each, with the line that it is in."""

from __future__ import annotations

from core.errors import UserError


class ChapterError(UserError):
    """A chapter that cannot be read.

    Parameters
    ----------
    template : str
        What is wrong, and how to mend it, with ``{name}`` where a value goes.
    line : int
        Where, from 1; 0 for the file as a whole.
    **values : object
        The values named in the template.
    """

    def __init__(self, template: str, line: int = 0, **values: object) -> None:
        super().__init__(template, **values)
        self.line = line

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (self.template, self.line, self.values)


def _rebuild(template: str, line: int, values: dict[str, object]) -> ChapterError:
    return ChapterError(template, line, **values)
