"""Latent classes as one of the methods: a total only where the chains agree."""

from collections.abc import Iterator

import numpy as np

from recount.estimation.chains import Effort, Sampled, sample
from recount.estimation.intervals import people, percentiles
from recount.estimation.latent import Prior
from recount.estimation.patterns import Patterns
from recount.estimation.work import Voice, Work
from recount.model.estimates import MethodEstimate, WhatIf

LATENT_CLASSES = "latent classes"
FARTHEST = 21
_CROWDED = 0.2
"""Twice an even share of ten classes. Under it the total stays: on lists that copy each other the last of ten classes
holds 7 to 11 %, and medians with 3, 5, 10 and 20 classes lie within 2 % of each other (bench/estimation.md)."""


def latent_classes(work: Work) -> Voice:
    """The posterior of a mixture of kinds of victims."""
    prior, effort = Prior(), Effort()
    found = sample(work.table, prior, effort, np.random.default_rng(work.seed))
    draws = found.totals.ravel()
    settled = found.agreed.settled
    median, mean = float(np.median(draws)), float(np.mean(draws))
    told = MethodEstimate(
        name=LATENT_CLASSES,
        estimate=round(median) if settled else None,
        interval=people(*percentiles(draws, work.settings.level), work.table.observed) if settled else None,
        median=round(median) if settled else None,
        mean=round(mean) if settled else None,
        level=work.settings.level,
        settled=settled,
        says=tuple(sayings(found)),
        settings=(
            ("classes", f"{prior.classes}, at most"),
            ("prior of the concentration", f"gamma({prior.shape}, {prior.rate})"),
            ("chains", str(effort.chains)),
            ("draws kept", f"{draws.size:,}"),
        ),
        diagnostics=(
            ("rhat", round(found.agreed.rhat, 4)),
            ("ess_bulk", float(round(found.agreed.ess_bulk))),
            ("ess_tail", float(round(found.agreed.ess_tail))),
            ("beyond_21n", round(float(np.mean(draws > FARTHEST * work.table.observed)), 4)),
            ("last_class", round(found.last_class, 4)),
        ),
    )
    return Voice(told, draws if settled else np.empty(0), found.totals)


def sayings(found: Sampled) -> Iterator[str]:
    """What is to be doubted of a run."""
    if not found.agreed.settled:
        yield (
            f"The chains do not agree (R-hat {found.agreed.rhat:.3f}, effective draws {found.agreed.ess_bulk:.0f}), so "
            "this method gives no total."
        )
    if found.last_class > _CROWDED:
        yield f"The last class still holds {found.last_class:.0%} of the victims: more classes would change the total."


OTHERS = (
    ("5 classes at most instead of 10", Prior(classes=5)),
    ("20 classes at most instead of 10", Prior(classes=20)),
    ("a concentration of gamma(1, 1) instead of gamma(0.25, 0.25)", Prior(shape=1.0, rate=1.0)),
)
_GLANCE = Effort(chains=12, warm_up=150, kept=100, rounds=1)


def other_classes(table: Patterns, seed: int) -> Iterator[WhatIf]:
    """The median under other numbers of classes and another prior: short runs, none where they plainly disagree."""
    for number, (says, prior) in enumerate(OTHERS):
        found = sample(table, prior, _GLANCE, np.random.default_rng([seed, 53, number]))
        agreed = found.agreed.rhat < 1.05
        yield WhatIf("prior", f"latent classes with {says}", float(np.median(found.totals)) if agreed else None)
