"""The documented people by party, by month and by population, with the unknown always a class of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from recount.assessment.dossier import Dossier
from recount.assessment.people import Slice, doubt_lines, in_population, slice_lines
from recount.model.codes import Population
from recount.model.interval import Interval, exactly
from recount.model.ledger import Effect, Figure, Line
from recount.model.people import Victim
from recount.model.scope import Scope
from recount.model.values import UNDETERMINED, Period, party_inside

BY_INCIDENT = "no source says who killed them; the incident of their day and place is laid to a party"
NAMED_WITH_OTHERS = "named jointly with others, or by one source while another names a different party"


@dataclass(frozen=True, slots=True)
class Blame:
    """The party sets laid to one victim: by the sources that name them, and by the incident they died in."""

    sources: frozenset[frozenset[str]]
    incident: frozenset[str]

    def alone(self, party: str) -> bool:
        """Whether every source that names a party names this one and no other."""
        return bool(self.sources) and all(all(party_inside(one, party) for one in each) for each in self.sources)

    def among(self, party: str) -> bool:
        """Whether some source names the party, with or against others."""
        return any(party_inside(one, party) for each in self.sources for one in each)

    def by_incident(self, party: str) -> bool:
        """Whether no source names anyone, and the incident the lists place them in is laid to the party."""
        return not self.sources and any(party_inside(one, party) for one in self.incident)


def by_party(people: Slice, dossier: Dossier, graded: Mapping[str, frozenset[str]]) -> list[Figure]:
    """One figure per party: those every source lays to it alone, up to all those any evidence lays to it (rule 32).

    `graded` gives the parties each incident is laid to by the headline's grades. The incident a list places somebody
    in by day and place is a ground to ask, not to accuse: it opens the high end only.
    """
    blames = {victim.id: _blame(victim, dossier, graded) for victim in people.victims}
    figures = [_party(people, dossier.scope, party.id, blames) for party in dossier.parties]
    return [*(figure for figure in figures if figure.lines), _undetermined(people, dossier.scope, blames)]


def of_party(people: Slice, dossier: Dossier, graded: Mapping[str, frozenset[str]], party: str) -> Figure:
    """The figure of one party, or of undetermined, among some people."""
    blames = {victim.id: _blame(victim, dossier, graded) for victim in people.victims}
    if party == UNDETERMINED:
        return _undetermined(people, people.scope, blames)
    return _party(people, people.scope, party, blames)


def _blame(victim: Victim, dossier: Dossier, graded: Mapping[str, frozenset[str]]) -> Blame:
    sets = (frozenset(one.parties) for one in victim.attributions)
    named = frozenset(one for one in sets if one and one != {UNDETERMINED})
    incidents = dossier.incidents_of.get(victim.id, ())
    laid = frozenset(party for one in incidents for party in graded.get(one, ()))
    return Blame(named, laid)


def _party(people: Slice, scope: Scope, party: str, blames: Mapping[str, Blame]) -> Figure:
    alone = [victim for victim in people.victims if blames[victim.id].alone(party)]
    among = [v for v in people.victims if blames[v.id].among(party) and not blames[v.id].alone(party)]
    incident = [victim for victim in people.victims if blames[victim.id].by_incident(party)]
    lines = [
        *_firm(
            alone, "every source that names a party names this one alone", "people laid to this party alone", "alone"
        ),
        *_open(among, NAMED_WITH_OTHERS, "people laid to this party among others", "contested"),
        *_open(incident, BY_INCIDENT, "people placed in incidents laid to this party", "by incident"),
    ]
    return Figure(
        f"documented/{party}", replace(scope, parties=(party,)), _with_doubt(people, lines, [*alone, *among, *incident])
    )


def _firm(victims: list[Victim], rule: str, says: str, label: str) -> list[Line]:
    ids = tuple(victim.id for victim in victims)
    return [Line(Effect.ADDS, exactly(len(ids)), rule, says, ids, label)] if ids else []


def _open(victims: list[Victim], rule: str, says: str, label: str) -> list[Line]:
    ids = tuple(victim.id for victim in victims)
    return [Line(Effect.ADDS, Interval(0, len(ids)), rule, says, ids, label)] if ids else []


def _with_doubt(people: Slice, lines: list[Line], victims: list[Victim]) -> tuple[Line, ...]:
    if not lines:
        return ()
    part = replace(people, victims=tuple(victims), slipped=(), undeclared=())
    return (*lines, *doubt_lines(part, tuple(victim.id for victim in victims)))


def _undetermined(people: Slice, scope: Scope, blames: Mapping[str, Blame]) -> Figure:
    silent = [v for v in people.victims if not blames[v.id].sources and not blames[v.id].incident]
    asked = [v for v in people.victims if not blames[v.id].sources and blames[v.id].incident]
    torn = [victim for victim in people.victims if len(blames[victim.id].sources) > 1]
    lines = [
        *_firm(silent, "no source names a party", "people whom nothing lays to any party", "silent"),
        *_open(
            asked, BY_INCIDENT, "people laid to a party only through the incident they are placed in", "by incident"
        ),
        *_open(torn, "sources name different parties", "people whom sources lay to different parties", "contested"),
    ]
    whole = [*silent, *asked, *torn]
    return Figure(
        f"documented/{UNDETERMINED}", replace(scope, parties=(UNDETERMINED,)), _with_doubt(people, lines, whole)
    )


def by_month(people: Slice, scope: Scope) -> list[Figure]:
    """One figure per month of death, and one for people whose month is not known."""
    months: dict[str, list[Victim]] = {}
    for victim in people.victims:
        months.setdefault(_month(victim.died), []).append(victim)
    return [
        Figure(
            f"documented/{month}",
            replace(
                scope, period=_span(months[month][0].died, scope.period) if month != "unknown-month" else scope.period
            ),
            slice_lines(replace(people, victims=tuple(months[month]), slipped=(), undeclared=()), _said(month)),
        )
        for month in sorted(months)
    ]


def _month(died: Period | None) -> str:
    if died is None or died.start is None or died.end is None:
        return "unknown-month"
    same = (died.start.year, died.start.month) == (died.end.year, died.end.month)
    return f"{died.start:%Y-%m}" if same else "unknown-month"


def _said(month: str) -> str:
    return "people whose month of death is not recorded" if month == "unknown-month" else f"people who died in {month}"


def _span(died: Period | None, within: Period | None) -> Period | None:
    if died is None or died.start is None:
        return within
    first = died.start.replace(day=1)
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return Period(first, date.fromordinal(after.toordinal() - 1))


def by_population(people: Slice, scope: Scope) -> list[Figure]:
    """Women, men and children by what the records say, and those of unknown age or sex."""
    groups = (Population.WOMEN, Population.MEN, Population.CHILDREN)
    figures = [_of_population(people, scope, group) for group in groups]
    rest = people.only("unknown", lambda victim: not any(in_population(victim, group) for group in groups))
    unknown = Figure("documented/unknown-age-or-sex", scope, slice_lines(rest, "people of unknown age or sex"))
    return [*figures, unknown]


def _of_population(people: Slice, scope: Scope, group: Population) -> Figure:
    members = people.only(group.value, lambda victim: in_population(victim, group))
    lines = slice_lines(members, f"{group.value} on the lists")
    return Figure(f"documented/{group.value}", replace(scope, population=group), lines)


def month_names(figures: Iterable[Figure]) -> list[str]:
    """The months that have a figure, in order."""
    names = (figure.name.removeprefix("documented/") for figure in figures)
    return sorted(name for name in names if len(name) == 7 and name[4] == "-")
