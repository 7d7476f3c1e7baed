"""What an output neuron adds to C of the shown example, as a sentence with its numbers."""

from __future__ import annotations

import math
from html import escape

from PySide6.QtCore import QCoreApplication

from visualiser.cost_terms import TERM_FORMULAS, CostTerms
from visualiser.ledger import decimals_for, equals, rounded
from visualiser.number_format import fixed, percent, plain
from visualiser.sentences import in_a_row
from visualiser.training.snapshot import Snapshot
from visualiser.widgets.unknown_truth import unknown_target


def target_text(snapshot: Snapshot, index: int) -> str:
    """t, what output ``index`` adds to C, and which share of C that is.

    Where nobody has said what is shown, that these are unknown.
    """
    label = snapshot.progress.example.label
    if label is None:
        return unknown_target()
    terms, name = CostTerms.of(snapshot), snapshot.description.class_name(label)
    texts = _term_text(snapshot, terms, index, name), _share_text(terms, index)
    return in_a_row(texts)


def _term_text(snapshot: Snapshot, terms: CostTerms, index: int, name: str) -> str:
    translate = QCoreApplication.translate
    term = terms.terms[index]
    decimals = decimals_for(term.value)
    # Of one output alone, no digit's number says what t is.
    is_one = len(terms.terms) == 1
    worked = terms.worked(index, decimals)
    text = _template(snapshot.description.shows_digits, worked is not None)
    formula, line, sign = "", "", ""
    if is_one:
        text = translate("NeuronPage", "Here t = {t}, and this neuron adds {value} to C.")
    if worked is not None:
        formula, line, sign = TERM_FORMULAS[terms.cost], worked.text, equals(worked.holds)
        if is_one:
            text = translate(
                "NeuronPage",
                "Here t = {t}, and this neuron adds {formula} = {line} {sign} {value} to C.",
            )
    return text.format(
        digit=escape(name),
        t=plain(term.target),
        formula=formula,
        line=line,
        sign=sign,
        value=fixed(term.value, decimals),
    )


def _template(is_digit: bool, is_worked: bool) -> str:
    """One text for each way of saying it."""
    translate = QCoreApplication.translate
    if is_digit and is_worked:
        return translate(
            "NeuronPage",
            "This digit is a {digit}, so t = {t} here, and this neuron adds "
            "{formula} = {line} {sign} {value} to C.",
        )
    if is_digit:
        return translate(
            "NeuronPage",
            "This digit is a {digit}, so t = {t} here, and this neuron adds {value} to C.",
        )
    if is_worked:
        return translate(
            "NeuronPage",
            "This example is “{digit}”, so t = {t} here, and this neuron adds "
            "{formula} = {line} {sign} {value} to C.",
        )
    return translate(
        "NeuronPage",
        "This example is “{digit}”, so t = {t} here, and this neuron adds {value} to C.",
    )


def _share_text(terms: CostTerms, index: int) -> str:
    """The term as a share of C; nothing where C, as it is shown, is 0 or no number."""
    value, total = terms.terms[index].value, terms.total
    decimals = decimals_for(value)
    if not (math.isfinite(total) and rounded(total, decimals) > 0):
        return ""
    # A term −0 · ln a is −0.
    share = percent(abs(value) / total)
    worked = abs(rounded(value, decimals)) / rounded(total, decimals)
    text = QCoreApplication.translate(
        "NeuronPage", "Its share of this example's C is {value} / {total} {sign} {share}."
    )
    return text.format(
        value=fixed(value, decimals),
        total=fixed(total, decimals),
        sign=equals(percent(float(worked)) == share),
        share=share,
    )
