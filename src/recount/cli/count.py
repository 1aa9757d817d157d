"""`recount count`: the ledger of a figure."""

from collections.abc import Sequence
from typing import Annotated

import typer

from recount.cli.arguments import AsJson, CaseFolder, Workers
from recount.cli.findings import findings_of
from recount.errors import UnknownSubject
from recount.model.ledger import Figure
from recount.model.scope import Scope

KEYS = ("outcome", "population", "party", "place", "start", "end", "kind")


def count(
    case: CaseFolder,
    scope: Annotated[
        str,
        typer.Option(
            metavar="KEY=VALUE,...",
            help=f"Only figures of this scope; keys: {', '.join(KEYS)}. Several parties jointly: party=a+b.",
        ),
    ] = "",
    figure: Annotated[str, typer.Option(metavar="NAME", help="Only the figure of this name, such as documented.")] = "",
    everything: Annotated[bool, typer.Option("--all", help="Every figure instead of the headline.")] = False,
    workers: Workers = 1,
    as_json: AsJson = False,
) -> None:
    """Print a figure as its ledger.

    Each line says what it adds or takes away, by which rule, and on how much evidence; the figure is their fold.
    """
    from recount.cli.ledger import as_text

    asked = _asked(scope)
    chosen = _chosen(findings_of(case, workers).figures, asked, figure)
    shown = chosen if everything or asked or figure else chosen[:1]
    if as_json:
        from recount.store import encode

        print(encode([_plain(one) for one in shown]).decode())
    else:
        print("\n\n".join(as_text(one) for one in shown))


def _asked(scope: str) -> dict[str, str]:
    asked: dict[str, str] = {}
    for part in filter(None, (piece.strip() for piece in scope.split(","))):
        key, equals, value = part.partition("=")
        if key not in KEYS or not equals:
            raise UnknownSubject(f"--scope {part}: write KEY=VALUE with a key of {', '.join(KEYS)}")
        asked[key] = value
    return asked


def _chosen(figures: Sequence[Figure], asked: dict[str, str], name: str) -> list[Figure]:
    chosen = [
        figure
        for figure in figures
        if (not name or figure.name == name) and all(asked[key] == _written(figure.scope)[key] for key in asked)
    ]
    if chosen:
        return chosen
    known = ", ".join(dict.fromkeys(figure.name for figure in figures)) or "none"
    raise UnknownSubject(f"no figure of this case has that name or scope; its figures are {known}")


def _written(scope: Scope) -> dict[str, str]:
    """A scope as one writes it after --scope; an open or missing part is empty."""
    period = scope.period
    return {
        "outcome": scope.outcome,
        "population": scope.population,
        "party": "+".join(scope.parties or ()),
        "place": "" if scope.place is None else scope.place.id,
        "start": "" if period is None or period.start is None else period.start.isoformat(),
        "end": "" if period is None or period.end is None else period.end.isoformat(),
        "kind": scope.kind,
    }


def _plain(figure: Figure) -> dict[str, object]:
    balance = figure.balance
    return {
        "id": figure.id,
        "name": figure.name,
        "low": balance.interval.low,
        "high": balance.interval.high,
        "unknown": balance.unknown,
        "scope": figure.scope,
        "lines": figure.lines,
        "excluded": figure.excluded,
        "notes": figure.notes,
    }
