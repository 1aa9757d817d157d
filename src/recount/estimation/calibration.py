"""How often the range would hold the truth on tables like this one: invented tables of known totals, same lists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from recount.estimation.capture import table_from_rows
from recount.estimation.fitting import expected
from recount.estimation.headline import ESTIMABLE, NOT_ESTIMABLE, estimate
from recount.estimation.hierarchy import Model, mask, written
from recount.estimation.loglinear import fit_all, shares
from recount.estimation.loglinear_voices import models_for
from recount.estimation.patterns import Floats, Patterns
from recount.estimation.settings import EstimationSettings
from recount.estimation.usable import usable
from recount.model.estimates import CaptureTable

_WORLDS = 3
_TRIED = 200


@dataclass(frozen=True, slots=True)
class Calibration:
    """One imagined world: its model and total, in how many tables the range held it, and how many were refused."""

    world: str
    truth: int
    tables: int
    held: int
    refused: int
    estimable: int
    estimable_held: int

    def __str__(self) -> str:
        ranges = self.tables - self.refused
        share = f"{self.held / ranges:.0%} of {ranges} ranges hold it" if ranges else "no range"
        return f"if {self.world} and {self.truth:,} people: {share}, {self.refused} of {self.tables} tables refused"


def calibrate(table: CaptureTable, settings: EstimationSettings, replicates: int = 100) -> list[Calibration]:
    """Invent tables under the log-linear models of greatest weight that leave different totals, and estimate each.

    Latent classes are not asked, for time; the other methods are as in the settings. The lists, their sizes and their
    dependence are those of the table, so this says how the range does here and not in general.
    """
    part = usable(table)
    if part.refusals:
        return []
    quick = replace(settings, method="standard", replicates=min(settings.replicates, _TRIED))
    return [
        _tried(world, part.patterns, replicates, quick, number) for number, world in enumerate(_worlds(part.patterns))
    ]


def _worlds(table: Patterns) -> Iterator[Model]:
    """The models of greatest weight, each at least a tenth apart in its total from those before."""
    suite = fit_all(table, models_for(table))
    if not suite.reached.any():
        return
    told: list[float] = []
    for index in np.argsort(-shares(suite.bic), kind="stable")[:20]:
        total = float(suite.totals[index])
        if len(told) < _WORLDS and np.isfinite(total) and all(abs(total / other - 1) > 0.1 for other in told):
            told.append(total)
            yield suite.models[index]


def _tried(model: Model, table: Patterns, replicates: int, settings: EstimationSettings, number: int) -> Calibration:
    means = expected(table.counts, mask([model], table.width)[0])
    truth = round(float(means.sum()))
    seeds = np.random.SeedSequence([settings.seed, 71, number]).spawn(replicates)
    found = [estimate(_invented(table, means, truth, seed), settings) for seed in seeds]
    ranges = [one for one in found if one.verdict != NOT_ESTIMABLE and one.interval is not None]
    sure = [one for one in ranges if one.verdict == ESTIMABLE]
    held = [one for one in ranges if one.interval is not None and one.interval.holds(truth)]
    return Calibration(
        world=", ".join(written(model, table.lists)) if model else "the lists are independent",
        truth=truth,
        tables=replicates,
        held=len(held),
        refused=replicates - len(ranges),
        estimable=len(sure),
        estimable_held=sum(one.verdict == ESTIMABLE for one in held),
    )


def _invented(table: Patterns, means: Floats, truth: int, seed: np.random.SeedSequence) -> CaptureTable:
    """One table of as many people, most of them on some list."""
    drawn = np.random.default_rng(seed).multinomial(truth, means / means.sum())
    rows: dict[Sequence[int], int] = {
        tuple(pattern >> place & 1 for place in range(table.width)): int(many)
        for pattern, many in enumerate(drawn)
        if pattern and many
    }
    return table_from_rows(table.lists, rows)
