"""Counts of people who have no rows: each kind by its own rule, so that nobody is counted twice (rules 18 to 20)."""

from collections.abc import Iterable, Sequence

from recount.assessment.dossier import Dossier
from recount.model.codes import Outcome, Population, TallyKind
from recount.model.exhibits import Tally
from recount.model.interval import Interval
from recount.model.ledger import Effect, Figure, Line
from recount.model.scope import Scope

BODIES = "bodies without a name, less those identified since; in full where a source says that no list holds them"
MISSING = "people known missing extend the high end only"
PART = "a count of a part is never added to the whole"
INDIRECT = "indirect deaths are a figure of their own"
IDENTIFIED = "a later identification moves a person and does not change the total"


def tally_lines(dossier: Dossier, scope: Scope) -> tuple[list[Line], list[Line]]:
    """The lines that are part of a documented figure, and those that stand beside it.

    Bodies and the missing whom an incident table counts under a code are that incident's, and stand beside.
    """
    counted: list[Line] = []
    beside: list[Line] = []
    known = tuple(one for one in dossier.assertions.tallies if within_scope(one, scope))
    for tally in known:
        identified = [one for one in dossier.assertions.tallies if _moves(one, tally, dossier)]
        if tally.kind is TallyKind.PART:
            beside.append(_line(tally, tally.number, PART))
        elif tally.kind is TallyKind.BODIES:
            left = _left(tally, identified)
            left = left if _surely(tally, scope, dossier.scope) else Interval(0, left.high)
            (beside if tally.incident else counted).append(_line(tally, left, BODIES, identified))
        elif tally.kind is TallyKind.MISSING:
            left = Interval(0, _left(tally, identified).high)
            (beside if tally.incident else counted).append(_line(tally, left, MISSING, identified))
    return counted, beside


def within_scope(tally: Tally, scope: Scope) -> bool:
    """Whether everybody a tally counts lies in the scope; an unknown place or time is that of the case."""
    here = tally.place is None or scope.place is None or not tally.place.path or tally.place.inside(scope.place)
    then = tally.period is None or scope.period is None or tally.period.overlaps(scope.period)
    return here and then and scope.outcome in (Outcome.KILLED, Outcome.MISSING) and scope.parties is None


def _surely(tally: Tally, scope: Scope, whole: Scope) -> bool:
    """Whether everybody a tally counts belongs to a scope: of children, or of a part of the case, that may be open."""
    if scope.population is not Population.PEOPLE:
        return False
    here = scope.place == whole.place or (tally.place is not None and scope.place and tally.place.inside(scope.place))
    then = scope.period == whole.period or (
        tally.period is not None and scope.period is not None and tally.period.inside(scope.period)
    )
    return bool(here and then)


def _moves(identified: Tally, tally: Tally, dossier: Dossier) -> bool:
    """Whether people were identified out of this count and are now named by a list of the case; others stay in it."""
    lists = {record.source for record in dossier.assertions.records}
    of_this = identified.kind is TallyKind.IDENTIFIED and bool(tally.code) and identified.of == tally.code
    return of_this and identified.list in lists


def _left(tally: Tally, identified: Iterable[Tally]) -> Interval:
    """How many of a count are still without a name and on no list; at most as many as were counted leave it."""
    low, high = tally.number.floor, tally.number.high
    for one in identified:
        gone_high = one.number.high if one.number.high is not None else low
        low = max(0, low - gone_high)
        high = None if high is None else max(0, high - one.number.floor)
    if tally.beyond is False:
        return Interval(0, 0)
    return Interval(low if tally.beyond else 0, high)


def _line(tally: Tally, amount: Interval, rule: str, identified: Sequence[Tally] = ()) -> Line:
    says = f"{tally.kind.value}, counted by {tally.claimant}"
    if identified:
        says += "; those identified since stand on a list"
    ids = (tally.id, *(one.id for one in identified))
    return Line(Effect.ADDS, amount, rule, says, ids, tally.kind.value)


def indirect(dossier: Dossier) -> list[Figure]:
    """Deaths of flight, hunger and mines left behind, as one figure that no violent death is part of."""
    lines = tuple(
        _line(tally, tally.number, INDIRECT)
        for tally in dossier.assertions.tallies
        if tally.kind is TallyKind.INDIRECT and within_scope(tally, dossier.scope)
    )
    return [Figure("indirect", dossier.scope, lines)] if lines else []
