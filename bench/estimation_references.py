"""Deterministic methods beside published values and values of the R packages, as a table in Markdown.

    python bench/estimation_references.py

The tables and the references are in the material beside the repository. `same` means equal to the digits printed
there; a posterior on a grid is compared to half a percent, for the grids differ. Where a number differs on purpose, the
line says why.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from recount.estimation import heterogeneity, read_table
from recount.estimation.decomposable import average
from recount.estimation.hierarchy import Model, hierarchical
from recount.estimation.loglinear import fit_all, shares
from recount.estimation.patterns import Patterns
from recount.estimation.profile import profile
from recount.estimation.sensitivity import unseen_if
from recount.estimation.usable import usable

TABLES = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "capture-tables"
GRID = 0.005
ON_PURPOSE = {
    ("netherlands_5lists", "graphs, 2^-5, 97.5%"): "there the grid ends at 30 n, here where no mass is left",
    ("australia_4lists", "graphs, 2^-4"): "there the grid ends at 10 n and the saturated graph is in",
    ("australia_4lists", "log-linear [234,12]"): "the likelihood has no maximum, for nobody is on 3 and 4 but not 2",
}
Row = tuple[str, str, float, float, float]


def model(generators: str) -> Model:
    """A hierarchical model written as `[123,14]`, lists numbered from 1."""
    largest = [sum(1 << int(digit) - 1 for digit in each) for each in generators.strip("[]").split(",")]
    width = max(largest).bit_length()
    inside = (term for term in range(1 << width) if term.bit_count() > 1 and any(term & big == term for big in largest))
    return tuple(sorted(inside))


def table(name: str) -> Patterns:
    """One of the tables, as the estimators take it."""
    return usable(read_table(TABLES / f"{name}.csv")).patterns


def by_models(name: str, references: dict[str, float], digits: int) -> Iterator[Row]:
    """Totals of single log-linear models."""
    for generators, reference in references.items():
        found = fit_all(table(name), [model(generators)]).totals[0]
        yield name, f"log-linear {generators}", reference, float(found), 0.5 * 10.0**-digits


def best(name: str, references: list[float], digits: int) -> Iterator[Row]:
    """Totals of the log-linear models of least BIC, best first."""
    found = fit_all(table(name))
    for place, (at, reference) in enumerate(zip(np.argsort(found.bic, kind="stable"), references, strict=False)):
        yield name, f"log-linear, number {place + 1} by BIC", reference, float(found.totals[at]), 0.5 * 10.0**-digits


def graphs(name: str, power: int, references: dict[float, float]) -> Iterator[Row]:
    """Quantiles of the posterior over decomposable graphs."""
    found = average(table(name), 2.0**-power)
    for chance, reference in references.items():
        yield name, f"graphs, 2^-{power}, {chance:.1%}", reference, found.quantile(chance), GRID * reference


def profiles(name: str, generators: str, references: tuple[float, ...], digits: int) -> Iterator[Row]:
    """A profile likelihood: its total and ends."""
    found = profile(table(name), model(generators))
    told = (found.total, found.low, found.high) if found is not None else (np.nan,) * 3
    for says, reference, number in zip(("total", "low end", "high end"), references, told, strict=False):
        yield name, f"profile of {generators}, {says}", reference, number, 0.5 * 10.0**-digits


def kosovo() -> Iterator[Row]:
    """Models in which people differ, and the interaction of all lists."""
    name, here = "kosovo1999", table("kosovo1999")
    named: dict[str, tuple[float, Callable[[Patterns], heterogeneity.Reach]]] = {
        "Mt": (7394.587, heterogeneity.independent),
        "M0": (7608.368, heterogeneity.alike),
        "Mth Chao LB": (8591.184, heterogeneity.lower_bound),
        "Mh Chao LB": (8787.243, lambda one: heterogeneity.lower_bound(one, lists_differ=False)),
        "Mth Poisson2": (9327.761, lambda one: heterogeneity.differing(one, "Poisson, 2")),
        "Mth Darroch": (12797.343, lambda one: heterogeneity.differing(one, "Darroch")),
        "Mth Gamma3.5": (18387.146, lambda one: heterogeneity.differing(one, "gamma, 3.5")),
    }
    for says, (reference, method) in named.items():
        yield name, says, reference, method(here).total, 5e-4
    for factor, reference in ((1.0, 16941.88), (0.5, 10671.0), (2 / 3, 12761.0), (1.5, 23213.0), (2.0, 29484.0)):
        digits = 0.005 if factor == 1 else 0.5
        yield (
            name,
            f"highest-order interaction {factor:.3g}",
            reference,
            here.observed + unseen_if(here, factor),
            digits,
        )


def gaza() -> Iterator[Row]:
    """The eight models of three lists, and their AIC average."""
    name, here = "gaza2024_total", table("gaza2024_total")
    unlisted = {"[1,2,3]": 37479, "[12,3]": 22262, "[13,2]": 44693, "[23,1]": 39978}
    unlisted |= {"[12,13]": 21361, "[12,23]": 23855, "[13,23]": 50400, "[12,13,23]": 35425}
    for generators, reference in unlisted.items():
        found = fit_all(here, [model(generators)]).totals[0] - here.observed
        yield name, f"unlisted by {generators}", reference, float(found), 0.5
    found = fit_all(here, hierarchical(3))
    averaged = float(np.sum(shares(found.aicc) * found.totals))
    yield name, "AIC average of the eight (here AICc)", 64741, averaged, 0.5


def rows() -> Iterator[Row]:
    """Every comparison."""
    yield from by_models("kosovo1999", {"[123,14,34]": 10356.52, "[123,134]": 12740.97}, 2)
    yield from best("kosovo1999", [10356.52], 2)
    yield from kosovo()
    yield from profiles("kosovo1999", "[123,14,34]", (10334.5,), 1)
    yield from profiles("kosovo1999", "[123,134]", (12688.0,), 0)
    yield from graphs("kosovo1999", 4, {0.5: 12595, 0.025: 9827, 0.975: 16544, 0.25: 11601, 0.75: 13747})
    yield from best("uk2013_5lists", [25311.29], 2)
    yield from best("uk2013_5lists", [25311, 28822, 22991, 12262, 25978], 0)
    yield from graphs("uk2013_5lists", 5, {0.5: 22990, 0.025: 10387, 0.975: 33510})
    yield from graphs("uk2013_6lists", 6, {0.5: 12337, 0.025: 10236, 0.975: 26236})
    yield from best("netherlands_5lists", [148788.8], 1)
    yield from best("netherlands_5lists", [148789, 167555, 48013, 184718, 166065], 0)
    yield from graphs("netherlands_5lists", 5, {0.5: 50383, 0.025: 41666, 0.975: 203389})
    yield from graphs("netherlands_6lists", 6, {0.5: 145333, 0.025: 116719, 0.975: 186480})
    yield from by_models("australia_4lists", {"[234,12]": 2400.3}, 1)
    yield from profiles("australia_4lists", "[12,23,24]", (6454.94, 3129.95, 17579.54), 2)
    yield from graphs("australia_4lists", 4, {0.5: 2143, 0.025: 1175, 0.975: 4188})
    yield from by_models("korea_3lists", {"[12,23]": 157.1667}, 4)
    yield from best("korea_3lists", [157.1667, 268.78], 2)
    yield from gaza()


def main() -> None:
    """Print the table."""
    print("| table | what | reference | here | |\n|---|---|---|---|---|")
    found = list(rows())
    for name, says, reference, number, close in found:
        why = next((why for (on, what), why in ON_PURPOSE.items() if on == name and says.startswith(what)), "DIFFERS")
        same = "same" if abs(number - reference) <= close * 1.0001 else why
        shown = f"{number:,.2f}" if np.isfinite(number) else "refused"
        print(f"| {name} | {says} | {reference:,.10g} | {shown} | {same} |")
    print(f"\n{sum(abs(n - r) <= c * 1.0001 for _, _, r, n, c in found)} of {len(found)} the same")


if __name__ == "__main__":
    main()
