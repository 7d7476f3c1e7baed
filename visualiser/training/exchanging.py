"""Weights in and out of the run that is trained, and its costs out."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from core.costs import check_partner
from core.errors import SettingError
from core.exchange import ImportedWeights, export_costs, export_weights, import_weights
from core.network import Network
from core.recipe import Recipe
from core.run import Run
from visualiser.training.alterations import Alterations
from visualiser.training.messages import Export, ExportWeights, Start
from visualiser.training.opened_run import OpenedRun

# Where a network has what a file may not tell.
_ATTRIBUTES = {"activation": "activation_functions", "cost": "cost", "bias": "bias"}


def export(run: Run, command: Export) -> None:
    """Save what is asked for; the run is where it was.

    Raises
    ------
    UserError
        Where it cannot be saved; what was there before is untouched.
    """
    if not isinstance(command, ExportWeights):
        export_costs(run, command.path)
        return
    with run.unmoved():
        # Of that step are σ and what is held, too.
        run.go_to(command.step)
        export_weights(run.network, command.path)


def begun_with_weights(opened: OpenedRun, path: Path) -> tuple[OpenedRun, tuple[str, ...]]:
    """A new run that begins with a file's weights, on the data of another one and by its recipe.

    What the file does not tell of the network is as in the other one where that has as many
    layers, and else as usual. What is frozen stays so where the layers are the same.

    Parameters
    ----------
    opened : OpenedRun
        The other one; it stays as it is.
    path : Path

    Returns
    -------
    OpenedRun
    tuple of str
        As `ImportedWeights.assumed`.

    Raises
    ------
    UserError
        Where the file cannot be read as weights, or they do not fit the data.
    """
    old = opened.run
    found = import_weights(path)
    network = _completed(found, old.network)
    # For what is drawn anew later.
    network.initialiser, network.seed = old.network.initialiser, old.seed
    recipe = _recipe(old, network)
    start = Start(recipe, network.parameters.vector.copy())
    run = Run(network, old.data, seed=old.seed, **vars(recipe))
    begun = OpenedRun(run, Alterations(run), is_from_file=True, began_with=start)
    return begun, found.assumed


def _completed(found: ImportedWeights, old: Network) -> Network:
    """The network of a file, with what it does not tell as in the old one, where that fits."""
    if len(found.network.sizes) != len(old.sizes):
        return found.network
    completed = found.network.copy()
    for name in found.assumed:
        setattr(completed, _ATTRIBUTES[name], getattr(old, _ATTRIBUTES[name]))
    with suppress(SettingError):
        check_partner(completed.cost, completed.activation_functions[-1], completed.bias)
        return completed
    return found.network


def _recipe(old: Run, network: Network) -> Recipe:
    frozen = old.recipe.frozen if network.sizes == old.network.sizes else ()
    return replace(
        old.recipe, activation=network.activation_names, frozen=frozen, held=network.held
    )
