"""`recount simulate`: an invented conflict with a known truth."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from recount.errors import CaseError

_DAYS_A_MONTH = 365.25 / 12


def simulate(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Where to make the case; it must not exist yet.")],
    seed: Annotated[int | None, typer.Option(min=0, help="Another seed gives another city.")] = None,
    people: Annotated[int | None, typer.Option(min=50, help="How many people are killed.")] = None,
    months: Annotated[int | None, typer.Option(min=1, max=120, help="How long the battle lasts.")] = None,
) -> None:
    """Invent a conflict whose truth is known.

    Writes a case folder: lists, reports and official positions of an invented city at war, and the truth beside them.
    """
    from recount.simulation import simulate as invent
    from recount.simulation.settings import SimulationSettings

    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise CaseError(f"{out}: exists and is not empty; choose another name")
    usual = SimulationSettings()
    lasts = usual.end if months is None else usual.start + timedelta(days=round(months * _DAYS_A_MONTH) - 1)
    wanted = replace(usual, seed=usual.seed if seed is None else seed, deaths=people or usual.deaths, end=lasts)
    invent(out, wanted)
    print(f"{out} is ready, with the truth in {out / 'truth'}. Next: recount build {out}")
