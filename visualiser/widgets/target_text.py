"""What an output neuron adds to C of the shown example, as a sentence with its numbers."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from visualiser.cost_terms import TERM_FORMULAS, CostTerms
from visualiser.ledger import decimals_for, equals, rounded
from visualiser.number_format import fixed, percent, plain
from visualiser.training.snapshot import Snapshot


def target_text(snapshot: Snapshot, index: int) -> str:
    """t, what output ``index`` adds to C, and which share of C that is."""
    terms = CostTerms.of(snapshot)
    return " ".join(filter(None, (_term_text(snapshot, terms, index), _share_text(terms, index))))


def _term_text(snapshot: Snapshot, terms: CostTerms, index: int) -> str:
    translate = QCoreApplication.translate
    term = terms.terms[index]
    decimals = decimals_for(term.value)
    # Of one output alone, no digit's number says what t is.
    is_one = len(terms.terms) == 1
    worked = terms.worked(index, decimals)
    if worked is None:
        text = translate(
            "NeuronPage",
            "This digit is a {digit}, so t = {t} here, and this neuron adds {value} to C.",
        )
        formula, line, sign = "", "", ""
        if is_one:
            text = translate("NeuronPage", "Here t = {t}, and this neuron adds {value} to C.")
    else:
        text = translate(
            "NeuronPage",
            "This digit is a {digit}, so t = {t} here, and this neuron adds "
            "{formula} = {line} {sign} {value} to C.",
        )
        formula, line, sign = TERM_FORMULAS[terms.cost], worked.text, equals(worked.holds)
        if is_one:
            text = translate(
                "NeuronPage",
                "Here t = {t}, and this neuron adds {formula} = {line} {sign} {value} to C.",
            )
    return text.format(
        digit=snapshot.progress.example.label,
        t=plain(term.target),
        formula=formula,
        line=line,
        sign=sign,
        value=fixed(term.value, decimals),
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
        "NeuronPage", "Its share of this digit's C is {value} / {total} {sign} {share}."
    )
    return text.format(
        value=fixed(value, decimals),
        total=fixed(total, decimals),
        sign=equals(percent(float(worked)) == share),
        share=share,
    )
