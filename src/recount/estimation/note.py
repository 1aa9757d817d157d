"""The method note that goes with an estimate: everything somebody else needs to make it again, or to doubt it."""

from collections.abc import Iterator

from recount.estimation.intervals import sentence_case
from recount.estimation.report import Report, headline, sizes
from recount.model.estimates import MethodEstimate
from recount.version import __version__

REFERENCES = {
    "log-linear": (
        "S. E. Fienberg (1972), The multiple recapture census for closed populations and incomplete 2^k contingency "
        "tables, Biometrika 59, 591-603.",
        "L. Chan, B. W. Silverman & K. Vincent (2021), Multiple systems estimation for sparse capture data: "
        "inferential challenges when there are nonoverlapping lists, Journal of the American Statistical "
        "Association 116, 1297-1306.",
        "S. E. Fienberg & A. Rinaldo (2012), Maximum likelihood estimation in log-linear models, Annals of Statistics "
        "40, 996-1023.",
    ),
    "decomposable": (
        "D. Madigan & J. C. York (1997), Bayesian methods for estimation of the size of a closed population, "
        "Biometrika 84, 19-31.",
    ),
    "latent": (
        "D. Manrique-Vallier (2016), Bayesian population size estimation using Dirichlet process mixtures, Biometrics "
        "72, 1246-1254.",
        "A. Vehtari, A. Gelman, D. Simpson, B. Carpenter & P.-C. Bürkner (2021), Rank-normalization, folding, and "
        "localization: an improved R-hat, Bayesian Analysis 16, 667-718.",
    ),
    "": (
        "A. Chao (1987), Estimating the population size for capture-recapture data with unequal catchability, "
        "Biometrics 43, 783-791.",
        "S. Aleshin-Guendel, M. Sadinle & J. Wakefield (2024), The central role of the identifying assumption in "
        "population size estimation, Biometrics 80.",
        "O. Binette & R. C. Steorts (2022), On the reliability of multiple systems estimation for the quantification "
        "of modern slavery, J. Royal Statistical Society A 185, 640-676.",
    ),
}


def method_note(shown: Report) -> str:
    """The note as Markdown; the same estimate always gives the same note."""
    return "\n".join(line for part in _parts(shown) for line in [*part, ""])


def _parts(shown: Report) -> Iterator[list[str]]:
    yield ["# Method note", "", f"Made by Recount {__version__}. {headline(shown)} Verdict: *{shown.verdict}*."]
    yield ["## Lists", "", "| list | people | days covered |", "|---|---|---|", *_lists(shown)]
    yield [f"People observed: {shown.observed:,}. Stratum: {shown.stratum}. Digest of the table: `{shown.digest}`."]
    yield ["## Settings", "", *(f"- {name}: {value}" for name, value in shown.settings)]
    for method in shown.methods:
        yield _method(method)
    if shown.models:
        yield ["## Log-linear models of greatest weight", "", *_models(shown)]
    yield ["## What was refused, and why", "", *_refused(shown)]
    yield ["## What it assumes", "", *(f"- {caveat}" for caveat in shown.caveats)]
    yield ["## References", "", *(f"- {entry}" for entry in references(shown))]


def _lists(shown: Report) -> Iterator[str]:
    windows = shown.table.windows or (None,) * len(shown.table.lists)
    for (name, size), window in zip(sizes(shown.table), windows, strict=False):
        yield f"| {_cell(name)} | {size:,} | {window or 'not known'} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _method(method: MethodEstimate) -> list[str]:
    ends = "no interval" if method.interval is None else f"{method.level:.0%} interval {method.interval}"
    named = (("best value", method.estimate), ("median", method.median), ("mean", method.mean))
    told = ", ".join(f"{name} {number:,.0f}" for name, number in named if number is not None)
    lines = [f"## {sentence_case(method.name)}", "", f"{told + '; ' if told else ''}{ends}.", ""]
    lines += [f"- {name}: {value}" for name, value in method.settings]
    lines += [f"- {name}: {_number(number)}" for name, number in method.diagnostics]
    return lines


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.4g}"


def _models(shown: Report) -> Iterator[str]:
    yield "| model, by its largest terms | total | BIC above the best | weight |"
    yield "|---|---|---|---|"
    for model in shown.models[:10]:
        terms = ", ".join(map(_cell, model.terms))
        yield f"| {terms} | {model.estimate:,.0f} | {model.criterion:.2f} | {model.weight:.3f} |"


def _refused(shown: Report) -> Iterator[str]:
    said = [*shown.reasons, *(f"{sentence_case(m.name)} gave no total." for m in shown.methods if m.interval is None)]
    yield from (f"- {reason}" for reason in said or ["Nothing was refused."])


def references(shown: Report) -> list[str]:
    """What the methods used rest on."""
    names = [method.name for method in shown.methods]
    return [
        entry
        for start, entries in REFERENCES.items()
        if not start or any(name.startswith(start) for name in names)
        for entry in entries
    ]
