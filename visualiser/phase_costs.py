"""The cost phase in numbers: what each output adds to C, or each example to the mean."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from core.costs import COSTS
from visualiser.cost_terms import CostTerms
from visualiser.ledger import decimals_for, equals
from visualiser.number_format import count, fixed
from visualiser.phase_step import PhaseStep
from visualiser.phase_sums import divides, sums_to
from visualiser.widgets.labels import symbol

# Of a larger mini-batch, only so many examples are told one by one.
MOST_EXAMPLES = 20
# Rows of the table of outputs: two tables of five lie side by side.
_ROWS = 5
_C = symbol("C")


def cost_lines(step: PhaseStep) -> list[str]:
    """C of the followed example, output by output; or the mean over the mini-batch."""
    if step.followed is None:
        return _mean_lines(step)
    terms = CostTerms.of(step.of_example(step.followed))
    decimals = terms.decimals
    cells = [_cell(terms, index, decimals) for index in range(len(terms.terms))]
    rows = []
    for first in range(min(_ROWS, len(cells))):
        row = "<td>&nbsp;&nbsp;&nbsp;</td>".join(cells[first::_ROWS])
        rows.append(f"<tr>{row}</tr>")
    sign = equals(terms.total_holds)
    total = f"<b>{fixed(terms.total, decimals)}</b>"
    formula = f"{_C} = {COSTS[terms.cost].formula}"
    text = (
        # Of one output alone there is nothing to add up.
        "{C} {sign} {total}"
        if len(cells) == 1
        else _tr("{C}, the sum of these {count} terms {sign} {total}")
    )
    last = text.format(C=_C, count=count(len(cells)), sign=sign, total=total)
    style = "white-space: nowrap; font-size: 12px"
    table = f'<table cellspacing="0" style="{style}">{"".join(rows)}</table>'
    return [f"{formula}{table}{last}"]


def _cell(terms: CostTerms, index: int, decimals: int) -> str:
    worked = terms.worked(index, decimals)
    line = "" if worked is None else f"{worked.text}&nbsp;{equals(worked.holds)}"
    value = fixed(terms.terms[index].value, decimals)
    return f"<td align=right>{index}&nbsp;&nbsp;</td><td>{line}&nbsp;</td><td>{value}</td>"


def _mean_lines(step: PhaseStep) -> list[str]:
    costs = [float(cost) for cost in step.traced.costs]
    mean = step.traced.cost
    total = math.fsum(costs) if all(map(math.isfinite, costs)) else math.nan
    decimals = decimals_for(mean)
    told, rest = costs[:MOST_EXAMPLES], costs[MOST_EXAMPLES:]
    written = [fixed(cost, decimals) for cost in told]
    if rest:
        told.append(math.fsum(rest) if math.isfinite(total) else math.nan)
        text = _tr("{sum} (the other {count})")
        written.append(text.format(sum=fixed(told[-1], decimals), count=count(len(rest))))
    sign = equals(sums_to(told, total, decimals))
    shown = fixed(total, decimals)
    over = f"{shown} / {count(step.count)}"
    last = equals(divides(total, step.count, mean, decimals))
    return [
        f"Σ {_C} = {' + '.join(written)} {sign} {shown}",
        _tr("mean {C} = Σ {C} / {count} = {over} {sign} {mean}").format(
            C=_C,
            count=count(step.count),
            over=over,
            sign=last,
            mean=f"<b>{fixed(mean, decimals)}</b>",
        ),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("PhaseCosts", text)
