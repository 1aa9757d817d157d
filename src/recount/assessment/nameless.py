"""Bodies without a name that may be somebody another list names (rule 18): counted, and told as a doubt."""

from collections.abc import Iterable

from recount.assessment.people import Slice
from recount.model.codes import Sex
from recount.model.interval import Interval
from recount.model.ledger import Effect, Line
from recount.model.people import Victim


def maybe_named(people: Slice) -> tuple[Victim, ...]:
    """The nameless victims for whom another list names somebody of the same day, place and sex not on their own list.

    A name answers for one body only, so that each day and place gives no more doubts than it has such names.
    """
    named: dict[tuple[object, ...], list[Victim]] = {}
    for victim in people.victims:
        if victim.named and _spot(victim) is not None:
            named.setdefault(_spot(victim) or (), []).append(victim)
    found: list[Victim] = []
    taken: set[str] = set()
    for body in _nameless(people.victims):
        match = next((v for v in named.get(_spot(body) or (), ()) if v.id not in taken and _fits(body, v)), None)
        if match is not None:
            taken.add(match.id)
            found.append(body)
    return tuple(found)


def _nameless(victims: Iterable[Victim]) -> list[Victim]:
    return sorted((v for v in victims if not v.named and _spot(v) is not None), key=lambda victim: victim.id)


def _spot(victim: Victim) -> tuple[object, ...] | None:
    if victim.died is None or victim.died.start is None or victim.place is None or not victim.place.path:
        return None
    return (victim.died.start, victim.place.path)


def _fits(body: Victim, victim: Victim) -> bool:
    if set(body.sources) & set(victim.sources):
        return False
    sexes = {body.sex, victim.sex} - {Sex.UNKNOWN}
    if len(sexes) > 1:
        return False
    return (
        body.age is None
        or victim.age is None
        or (body.age.low - 5 <= victim.age.high and victim.age.low - 5 <= body.age.high)
    )


def nameless_lines(people: Slice) -> list[Line]:
    """What the figure may be too high by, where bodies and names are the same people."""
    bodies = maybe_named(people)
    if not bodies:
        return []
    ids = tuple(victim.id for victim in bodies)
    says = "bodies without a name whom another list may name: same day, same place, and on no list together"
    rule = "a later identification moves a person and does not change the total"
    return [Line(Effect.SUBTRACTS, Interval(0, len(ids)), rule, says, ids, "perhaps named")]
