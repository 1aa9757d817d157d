"""A scope as one writes it after --scope."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from recount.errors import UnknownSubject
from recount.model.codes import Kind, Outcome, Population
from recount.model.scope import Scope
from recount.model.values import UNDETERMINED, Period, Place

if TYPE_CHECKING:
    from recount.config import Settings

KEYS = ("outcome", "population", "party", "place", "start", "end", "kind")


def parts(scope: str) -> dict[str, str]:
    """The KEY=VALUE pieces of a scope.

    Raises:
        UnknownSubject: a piece has no known key.
    """
    asked: dict[str, str] = {}
    for part in filter(None, (piece.strip() for piece in scope.split(","))):
        key, equals, value = part.partition("=")
        if key not in KEYS or not equals:
            raise UnknownSubject(f"--scope {part}: write KEY=VALUE with a key of {', '.join(KEYS)}")
        asked[key] = value
    return asked


def written(scope: Scope) -> dict[str, str]:
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


def narrowed(asked: dict[str, str], settings: "Settings") -> Scope:
    """The case's scope with the asked parts in place of its own.

    Raises:
        UnknownSubject: a part has a value the case does not know, or asks for more than what is documented.
    """
    case = settings.case.scope
    if asked.get("kind", Kind.DOCUMENTED) != Kind.DOCUMENTED:
        raise UnknownSubject(f"--scope kind={asked['kind']}: only documented people can be counted for any scope")
    try:
        outcome = Outcome(asked.get("outcome", case.outcome))
        population = Population(asked.get("population", case.population))
        period = _period(asked, case)
    except ValueError as error:
        raise UnknownSubject(f"--scope: {error}; dates are written 2017-03-01") from error
    scope = replace(case, outcome=outcome, population=population, period=period)
    return replace(scope, place=_place(asked, settings), parties=_parties(asked, settings))


def _period(asked: dict[str, str], case: Scope) -> Period | None:
    whole = case.period or Period(None, None)
    start = date.fromisoformat(asked["start"]) if asked.get("start") else whole.start
    end = date.fromisoformat(asked["end"]) if asked.get("end") else whole.end
    return None if start is None and end is None else Period(start, end)


def _place(asked: dict[str, str], settings: "Settings") -> Place | None:
    if not asked.get("place"):
        return settings.case.scope.place
    for entry in settings.theatre.gazetteer.entries:
        if entry.place.id == asked["place"]:
            return entry.place
    raise UnknownSubject(f"--scope place={asked['place']}: no gazetteer of the case has it; ids are in places.csv")


def _parties(asked: dict[str, str], settings: "Settings") -> tuple[str, ...] | None:
    if not asked.get("party"):
        return None
    parties = tuple(sorted(asked["party"].split("+")))
    known = {party.id for party in settings.parties} | {UNDETERMINED}
    for party in parties:
        if party not in known:
            raise UnknownSubject(f"--scope party={party}: the case's parties are {', '.join(sorted(known))}")
    return parties
