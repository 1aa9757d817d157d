"""`recount count`: the ledger of a figure."""

from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.arguments import AsJson, CaseFolder, Workers
from recount.cli.asked import KEYS, narrowed, parts, written
from recount.cli.findings import built_of
from recount.errors import UnknownSubject
from recount.model.ledger import Figure

if TYPE_CHECKING:
    from recount.pipeline import Build


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
    by: Annotated[
        str,
        typer.Option(
            metavar="WHAT",
            help="Divide the people of the scope by party, cause, place, month, sex, age or status.",
        ),
    ] = "",
    everything: Annotated[bool, typer.Option("--all", help="Every figure instead of the headline.")] = False,
    workers: Workers = 1,
    as_json: AsJson = False,
) -> None:
    """Print a figure as its ledger.

    Each line says what it adds or takes away, by which rule, and on how much evidence; the figure is their fold.
    Overlap that is known is taken away, overlap that is not known widens the range. With --by everybody is in one
    class, those of whom it is not known in one of their own; shares add up to one.
    """
    if by:
        _divide(built_of(case, workers), parts(scope), by, as_json=as_json)
        return
    from recount.cli.ledger import as_text

    asked = parts(scope)
    chosen = _chosen(built_of(case, workers), asked, figure)
    shown = chosen if everything or asked or figure else chosen[:1]
    if as_json:
        from recount.store import encode

        print(encode([_plain(one) for one in shown]).decode())
    else:
        print("\n\n".join(as_text(one) for one in shown))


def _chosen(built: "Build", asked: dict[str, str], name: str) -> list[Figure]:
    """The figures of that name and scope; for a scope no figure has, a count made for it."""
    from recount.pipeline import counted

    chosen = [
        figure
        for figure in built.figures
        if (not name or figure.name == name) and all(asked[key] == written(figure.scope)[key] for key in asked)
    ]
    if chosen:
        return chosen
    made = counted(built, narrowed(asked, built.case.settings)) if asked and not name else None
    if made is not None and made.lines:
        return [made]
    known = ", ".join(dict.fromkeys(figure.name for figure in built.figures)) or "none"
    raise UnknownSubject(f"no figure of this case has that name or scope; its figures are {known}")


def _divide(built: "Build", asked: dict[str, str], by: str, *, as_json: bool) -> None:
    from recount.cli.ledger import classes
    from recount.pipeline import divided

    if not built.findings.records:
        raise UnknownSubject("--by divides the people on lists, and this case holds no list of people")
    if asked.get("party"):
        raise UnknownSubject("--by divides everybody of a scope; leave party out of --scope, or ask for --by party")
    scope = narrowed(asked, built.case.settings)
    found = divided(built, scope, by)
    if as_json:
        from recount.store import encode

        print(encode({"scope": scope, "breakdown": found}).decode())
    else:
        print(classes(found, scope))


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
