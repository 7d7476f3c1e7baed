"""Hostile files: ``python -m tests.fuzz --mutants 20000``.

Mutates saved runs and files of weights and of examples, and opens each mutant in a process of its
own. It has to open and be usable, or be refused with a `UserError` of one sentence: without a
crash, a hang over 2 s, more than 512 MB, a write anywhere, or any other exception.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.fuzz.mutants import KINDS, Mutant
from tests.fuzz.pool import outcomes
from tests.fuzz.trying import Outcome

_GOOD = ("opened", "refused")
_BAD = ("crash", "hang", "memory", "wrote", "exception", "no sentence", "not made")
_MOST_SHOWN = 20


def main() -> int:
    """1 where a mutant did what it must not."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # What a mutant is quoted with may be no text at all.
        sys.stdout.reconfigure(errors="backslashreplace")
    options = _options()
    counts = {kind: Counter[str]() for kind in options.kinds}
    bad = 0
    for done, (mutant, outcome) in enumerate(outcomes(_mutants(options)), start=1):
        counts[mutant.kind][outcome.verdict] += 1
        if outcome.verdict not in _GOOD:
            bad += 1
            _keep(mutant, options.keep)
            if bad <= _MOST_SHOWN:
                _show(mutant, outcome)
        if options.verbose:
            _say(f"{mutant.number} {outcome.verdict}: {outcome.detail}")
        elif done % 1000 == 0:
            sys.stderr.write(f"{done} mutants, {bad} of them bad\n")
    if bad > _MOST_SHOWN:
        _say(f"… and {bad - _MOST_SHOWN} more")
    _say("\n".join(_table(counts)))
    return 1 if bad else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.fuzz", description=__doc__)
    parser.add_argument("--mutants", type=int, default=20_000, help="how many in all (20000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--kinds",
        type=lambda text: text.split(","),
        default=list(KINDS),
        help=f"some of {','.join(KINDS)}, separated by commas (all)",
    )
    parser.add_argument("--only", type=int, metavar="NUMBER", help="this one mutant of each kind")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where bad mutants are put")
    parser.add_argument("--verbose", action="store_true", help="say what becomes of each")
    options = parser.parse_args()
    if unknown := set(options.kinds) - set(KINDS):
        parser.error(f"there is no kind {', '.join(sorted(unknown))}; there are {', '.join(KINDS)}")
    return options


def _mutants(options: argparse.Namespace) -> Iterator[Mutant]:
    if options.only is not None:
        yield from (Mutant(kind, options.seed, options.only) for kind in options.kinds)
        return
    for count in range(options.mutants):
        number, place = divmod(count, len(options.kinds))
        yield Mutant(options.kinds[place], options.seed, number)


def _show(mutant: Mutant, outcome: Outcome) -> None:
    """How to make it again, and what was wrong."""
    again = f"--kinds {mutant.kind} --seed {mutant.seed} --only {mutant.number}"
    _say(f"{outcome.verdict}: {again}\n    {outcome.detail.strip()}")


def _keep(mutant: Mutant, folder: Path | None) -> None:
    if folder is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made_in:
        made = mutant.make(Path(made_in))
        kept = folder / f"{mutant.kind}-{mutant.seed}-{mutant.number}{made.suffix}"
        kept.write_bytes(made.read_bytes())


def _table(counts: dict[str, Counter[str]]) -> Iterator[str]:
    """One row a kind, one column a verdict."""
    verdicts = (*_GOOD, *_BAD)
    yield " ".join([f"{'kind':12}", f"{'mutants':>11}", *(f"{v:>11}" for v in verdicts)])
    for kind, found in counts.items():
        numbers = (found.total(), *(found[verdict] for verdict in verdicts))
        yield " ".join([f"{kind:12}", *(f"{number:11,}" for number in numbers)])


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
