"""The texts that a user can read, as they stand in the source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ERRORS = "Errors"
# What the tables of `core` hold for the screen.
TABLES = "Core"
# The names in those tables, which are read as `visualiser.recipe_words.readable` gives them.
NAMES = "Names"
_NAMED_IN = ("ACTIVATIONS", "COSTS", "INITIALISERS", "OPTIMISERS", "SCHEDULES")
_NAMES_IN_TABLES = ("title", "formula")
_WITHOUT_QT = ("core/", "visualiser/training/")
_TRANSLATING = ("translate", "QT_TRANSLATE_NOOP")
_SENTENCE = re.compile(r"[A-Z“{]\S*( \S+){2,}[.!?]", re.DOTALL)


@dataclass(frozen=True, order=True)
class Text:
    """A text to translate.

    Attributes
    ----------
    context : str
        The class or part of the program that it belongs to, as Qt has it.
    source : str
        In English.
    file : str
    line : int
    """

    context: str
    source: str
    file: str
    line: int


@dataclass(frozen=True, order=True)
class Unclear:
    """A call that translates something that is not written out where it is called."""

    file: str
    line: int
    call: str


def collect(root: Path, packages: tuple[str, ...]) -> tuple[list[Text], list[Unclear]]:
    """All texts of some packages, and the calls whose text is not a literal.

    The forms that are known: ``self.tr("…")``; ``QCoreApplication.translate("Context", "…")``;
    ``_tr("…")`` where the module says the context in its ``_tr``; ``QT_TRANSLATE_NOOP("Context",
    "…")`` for tables; the first argument of every `core.errors.UserError`, and of what derives
    from it; and where no Qt is known, every sentence that is no docstring, and what tables call
    ``title`` and ``formula``.
    """
    texts: list[Text] = []
    unclear: list[Unclear] = []
    kinds = _kinds_of_errors(root, packages)
    for path in _files(root, packages):
        file = path.relative_to(root).as_posix()
        reader = _Reader(file, kinds, file.startswith(_WITHOUT_QT))
        reader.visit(ast.parse(path.read_text("utf-8")))
        texts += reader.texts
        unclear += reader.unclear
    return sorted(texts), sorted(unclear)


def _kinds_of_errors(root: Path, packages: tuple[str, ...]) -> frozenset[str]:
    """The names of the errors in ``core/errors.py``, and of what derives from one, wherever."""
    trees = [ast.parse(path.read_text("utf-8")) for path in _files(root, packages)]
    classes = [node for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)]
    own = ast.parse((root / "core" / "errors.py").read_text("utf-8"))
    kinds = {node.name for node in own.body if isinstance(node, ast.ClassDef)}
    while more := {one.name for one in classes if kinds & set(map(_name_of, one.bases))} - kinds:
        kinds |= more
    return frozenset(kinds)


def _files(root: Path, packages: tuple[str, ...]) -> list[Path]:
    """The files of some packages, in the order of their names."""
    return [path for package in packages for path in sorted((root / package).rglob("*.py"))]


class _Reader(ast.NodeVisitor):
    def __init__(self, file: str, kinds_of_errors: frozenset[str], has_sentences: bool) -> None:
        self.texts: list[Text] = []
        self.unclear: list[Unclear] = []
        self._file, self._errors = file, kinds_of_errors
        self._has_sentences = has_sentences
        self._classes: list[str] = []
        self._functions: list[str] = []
        self._own_context = ""

    def visit_Module(self, node: ast.Module) -> None:
        self._own_context = next(_contexts_of_tr(node), "")
        self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._functions.append(node.name)
        self.generic_visit(node)
        self._functions.pop()

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # a docstring is for nobody at the screen
            self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        self._note_entry(names, node.value)
        self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if isinstance(node.target, ast.Name) and node.target.id in _NAMED_IN:
            for key in getattr(node.value, "keys", []):
                name = _literal(key)
                if name is not None:
                    self.texts.append(Text(NAMES, name.replace("_", " "), self._file, key.lineno))
        self.generic_visit(node)

    def visit_keyword(self, node: ast.keyword) -> None:
        self._note_entry([node.arg or ""], node.value)
        self.generic_visit(node)

    def _note_entry(self, names: list[str], value: ast.expr) -> None:
        text = _literal(value)
        if self._has_sentences and text is not None and set(names) & set(_NAMES_IN_TABLES):
            self.texts.append(Text(TABLES, text, self._file, value.lineno))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Look at the values alone: what is written around them is no template."""
        for value in node.values:
            if isinstance(value, ast.FormattedValue):
                self.visit(value.value)

    def visit_Constant(self, node: ast.Constant) -> None:
        text = _literal(node)
        if self._has_sentences and text is not None and _SENTENCE.fullmatch(text):
            self.texts.append(Text(ERRORS, text, self._file, node.lineno))

    def visit_Call(self, node: ast.Call) -> None:
        self._read(node)
        self.generic_visit(node)

    def _read(self, node: ast.Call) -> None:
        name = _name_of(node.func)
        if name == "tr" and isinstance(node.func, ast.Attribute):
            self._note(node, self._classes[-1] if self._classes else "", node.args[:1])
        elif name == "_tr":
            self._note(node, self._own_context, node.args[:1])
        elif name in _TRANSLATING and len(node.args) >= 2:
            context = _literal(node.args[0])
            self._note(node, context or "", node.args[1:2])
        elif name in self._errors:
            self._note(node, ERRORS, node.args[:1])

    def _note(self, node: ast.Call, context: str, arguments: list[ast.expr]) -> None:
        source = _literal(arguments[0]) if arguments else None
        if context and source is not None:
            self.texts.append(Text(context, source, self._file, node.lineno))
        elif self._functions[-1:] != ["_tr"]:
            self.unclear.append(Unclear(self._file, node.lineno, ast.unparse(node)))


def _contexts_of_tr(module: ast.Module) -> Iterator[str]:
    """The context that the module's own ``_tr`` translates in."""
    for node in module.body:
        if isinstance(node, ast.FunctionDef) and node.name == "_tr":
            for inner in ast.walk(node):
                if isinstance(inner, ast.Call) and _name_of(inner.func) == "translate":
                    context = _literal(inner.args[0])
                    if context is not None:
                        yield context


def _name_of(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
