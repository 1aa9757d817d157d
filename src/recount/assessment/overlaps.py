"""Incidents that may hold the same deaths: a sum with the events inside it, two accounts perhaps of one event.

Sets of unknown overlap are bounded, not summed (rule 20): together they hold at least the larger and at most both.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recount.assessment.dossier import Dossier
from recount.model.incidents import Incident
from recount.model.interval import Interval
from recount.model.ledger import Effect, Line

_RULE = "sets of unknown overlap are bounded, not summed"


@dataclass(frozen=True, slots=True)
class _Event:
    """Incidents taken for one event as far as they may be, and how many deaths it adds at least."""

    incidents: frozenset[str]
    least: int


def overlap_lines(counted: Sequence[tuple[Incident, Interval]], dossier: Dossier) -> list[Line]:
    """What the sum of these incidents may be too high by; the low end alone gives way.

    Args:
        counted: the incidents a figure adds up, with how many deaths each adds.
        dossier: whose claims say which source calls an incident what.
    """
    known = {incident.id: incident for incident, _ in sorted(counted, key=lambda one: one[0].id)}
    inside = {one.id: _parts(one, known.values()) for one in known.values()}
    wholes = {one: parts for one, parts in inside.items() if parts}
    events = {one.id: _Event(frozenset((one.id,)), int(amount.floor)) for one, amount in counted}
    doubled = _doubled(wholes, known, events, dossier)
    return [*doubled, *_contained(wholes, known, events)]


def _contained(
    wholes: Mapping[str, Sequence[Incident]], known: Mapping[str, Incident], events: Mapping[str, _Event]
) -> list[Line]:
    """What of each whole the events inside it may be, each of them once."""
    inside: dict[_Event, dict[str, Incident]] = {}
    for one, parts in wholes.items():
        found = inside.setdefault(events[one], {})
        found |= {part.id: part for part in parts if events[part.id] is not events[one]}
    lines = []
    for whole, held in inside.items():
        most = min(whole.least, sum(event.least for event in {events[part] for part in held}))
        if most:
            one = min(whole.incidents)
            says = f"deaths in {known[one].title} that {len(held)} incidents inside it may hold as well"
            evidence = (*sorted(whole.incidents), *known[one].claims, *sorted(held))
            lines.append(Line(Effect.SUBTRACTS, Interval(0, most), _RULE, says, evidence, "a sum and its parts"))
    return lines


def _parts(whole: Incident, others: Iterable[Incident]) -> list[Incident]:
    """The incidents that lie in the place and the days of this one, and are not just as wide."""
    if whole.place is None or whole.period is None or whole.period.days is None:
        return []
    inside = []
    for one in others:
        if one.id == whole.id or one.place is None or one.period is None or one.period.days is None:
            continue
        narrower = one.period.days < whole.period.days
        if narrower and one.place.inside(whole.place) and one.period.inside(whole.period):
            inside.append(one)
    return inside


def _doubled(
    wholes: Mapping[str, Sequence[Incident]],
    known: Mapping[str, Incident],
    events: dict[str, _Event],
    dossier: Dossier,
) -> list[Line]:
    """Accounts that are perhaps of one event, gathered as far as no source calls two of them by codes of its own."""
    sources = {one.id: _coded_by(one, dossier) for one in known.values()}
    lines = []
    for left, right in sorted(_pairs(wholes, known), key=lambda pair: (-_less(pair, events), pair)):
        one, other = events[left], events[right]
        if one is other or _gathered(one, sources) & _gathered(other, sources):
            continue
        both = _Event(one.incidents | other.incidents, max(one.least, other.least))
        events |= dict.fromkeys(both.incidents, both)
        most = min(one.least, other.least)
        if most:
            says = f"deaths of {known[left].title} that may be those of {known[right].title}: perhaps one event"
            evidence = (left, right, *known[left].claims, *known[right].claims)
            lines.append(Line(Effect.SUBTRACTS, Interval(0, most), _RULE, says, evidence, "perhaps one event"))
    return lines


def _less(pair: tuple[str, str], events: Mapping[str, _Event]) -> int:
    return min(events[one].least for one in pair)


def _pairs(wholes: Mapping[str, Sequence[Incident]], known: Mapping[str, Incident]) -> set[tuple[str, str]]:
    """The pairs that may be one event; those of a whole and its part have been bounded already."""
    pairs = {(min(one.id, other), max(one.id, other)) for one in known.values() for other in one.perhaps}
    bounded = {(min(one, part.id), max(one, part.id)) for one, parts in wholes.items() for part in parts}
    return {(one, other) for one, other in pairs - bounded if one in known and other in known}


def _gathered(event: _Event, sources: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*(sources[one] for one in event.incidents))


def _coded_by(incident: Incident, dossier: Dossier) -> frozenset[str]:
    """The sources that know this incident by a code."""
    claims = (dossier.claims[one] for one in incident.claims)
    return frozenset(claim.source for claim in claims if claim.incident is not None)
