"""An invented conflict with a known truth, and how close a build came to it."""

from pathlib import Path
from typing import TYPE_CHECKING

from recount.simulation.settings import SMALL, SimulationSettings

if TYPE_CHECKING:
    from recount.model.findings import Findings
    from recount.simulation.comparison import Comparison

__all__ = ["SMALL", "SimulationSettings", "compare", "simulate"]


def simulate(out: Path, settings: SimulationSettings | None = None) -> None:
    """Write a complete case folder of an invented conflict, with its truth; the same settings write the same bytes."""
    from recount.simulation.case import simulate as write

    write(out, settings)


def compare(truth_folder: Path, findings: "Findings") -> "Comparison":
    """Compare a build with the truth of the simulated case it was made of; the only reader of a truth folder."""
    from recount.simulation.comparison import compare as look

    return look(truth_folder, findings)
