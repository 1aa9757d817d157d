"""An invented conflict with a known truth, and how close a build came to it."""

from pathlib import Path

from recount.simulation.settings import SimulationSettings

__all__ = ["SimulationSettings", "simulate"]


def simulate(out: Path, settings: SimulationSettings | None = None) -> None:
    """Write a complete case folder of an invented conflict, with its truth; the same settings write the same bytes."""
    from recount.simulation.case import simulate as write

    write(out, settings)
