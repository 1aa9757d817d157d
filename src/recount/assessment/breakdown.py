"""The documented people by party, by month and by population, with the unknown always a class of its own."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from recount.assessment.dossier import Dossier
from recount.assessment.people import Slice, doubt_lines, in_population, slice_lines
from recount.model.codes import Population
from recount.model.findings import Victim
from recount.model.interval import Interval, exactly
from recount.model.ledger import Effect, Figure, Line
from recount.model.scope import Scope
from recount.model.values import UNDETERMINED, Period, party_inside

NAMED_ALONE = "every source that names a party names this one alone"
NAMED_WITH_OTHERS = "named jointly with others, or by one source while another names a different party"


def by_party(people: Slice, dossier: Dossier) -> list[Figure]:
    """One figure per party: those every source lays to it alone, up to those some source lays to it (rule 32)."""
    parties = [party.id for party in dossier.parties]
    figures = [_party(people, dossier.scope, party) for party in parties]
    return [*(figure for figure in figures if figure.lines), _undetermined(people, dossier.scope)]


def accused(victim: Victim) -> frozenset[frozenset[str]]:
    """The party sets that the sources name for a victim, undetermined left out."""
    sets = (frozenset(one.parties) for one in victim.attributions)
    return frozenset(one for one in sets if one and one != {UNDETERMINED})


def _party(people: Slice, scope: Scope, party: str) -> Figure:
    alone: list[Victim] = []
    shared: list[Victim] = []
    for victim in people.victims:
        sets = accused(victim)
        named = [any(party_inside(one, party) for one in each) for each in sets]
        if not any(named):
            continue
        wholly = all(all(party_inside(one, party) for one in each) for each in sets)
        (alone if wholly else shared).append(victim)
    lines = _firm_and_open(people, alone, shared)
    return Figure(f"documented/{party}", replace(scope, parties=(party,)), lines)


def _firm_and_open(people: Slice, firm: list[Victim], loose: list[Victim]) -> tuple[Line, ...]:
    lines = []
    if firm:
        ids = tuple(victim.id for victim in firm)
        lines.append(
            Line(Effect.ADDS, exactly(len(firm)), NAMED_ALONE, "people laid to this party alone", ids, "alone")
        )
    if loose:
        ids = tuple(victim.id for victim in loose)
        amount = Interval(0, len(loose))
        lines.append(
            Line(Effect.ADDS, amount, NAMED_WITH_OTHERS, "people laid to this party among others", ids, "contested")
        )
    if not lines:
        return ()
    part = replace(people, victims=(*firm, *loose))
    return (*lines, *doubt_lines(part, tuple(victim.id for victim in part.victims)))


def _undetermined(people: Slice, scope: Scope) -> Figure:
    silent = [victim for victim in people.victims if not accused(victim)]
    torn = [victim for victim in people.victims if len(accused(victim)) > 1]
    lines = _firm_and_open(people, silent, torn)
    renamed = tuple(
        replace(line, rule="no source names a party", says="people whom no source lays to any party")
        if line.label == "alone"
        else line
        for line in lines
    )
    return Figure(f"documented/{UNDETERMINED}", replace(scope, parties=(UNDETERMINED,)), renamed)


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
            slice_lines(replace(people, victims=tuple(months[month])), _said(month)),
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
