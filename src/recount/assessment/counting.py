"""Every figure of a case, each as its ledger (rules 19, 20 and 22)."""

from collections.abc import Sequence
from dataclasses import replace

from recount.assessment.breakdown import by_month, by_party, by_population, of_party
from recount.assessment.dossier import Dossier
from recount.assessment.incidents import (
    beyond_lists,
    held_line,
    incident_lines,
    laid_to,
    may_lie,
    party_lines,
    surely_lies,
)
from recount.assessment.people import Slice, slice_lines, within
from recount.assessment.register import list_lines
from recount.assessment.removals import withdrawn, without
from recount.assessment.settings import AssessmentSettings
from recount.assessment.tallies import indirect, tally_lines
from recount.assessment.totals import acknowledged, claimed
from recount.errors import NotComparable
from recount.model.incidents import Assessment
from recount.model.interval import UNKNOWN, Interval
from recount.model.ledger import Effect, Figure, Line
from recount.model.scope import Scope

DOCUMENTED = "documented"
"""The headline figure."""


def count(dossier: Dossier, assessments: Sequence[Assessment], settings: AssessmentSettings) -> list[Figure]:
    """All figures of a case, the headline first.

    Where the case holds lists of people, the documented figure is the lists' ledger; otherwise that of its graded
    incidents. What is claimed and acknowledged follows, then the breakdowns.
    """
    listed = bool(dossier.assertions.records)
    headline = (
        _from_lists(dossier, assessments, settings) if listed else _from_incidents(dossier, assessments, settings)
    )
    figures = [*headline, *claimed(dossier), *acknowledged(dossier), *indirect(dossier)]
    if listed:
        people = people_in(dossier, dossier.scope, settings)
        figures += by_party(people, dossier, laid_to(assessments, settings))
        figures += [*by_month(people, dossier.scope), *by_population(people, dossier.scope)]
    return [figure for figure in figures if figure.lines]


def count_scope(
    dossier: Dossier, assessments: Sequence[Assessment], scope: Scope, settings: AssessmentSettings
) -> Figure:
    """The documented figure of any scope asked for: out of the lists, and where a case holds none out of its incidents.

    Raises:
        NotComparable: several parties are asked for jointly, whom no person on a list can be laid to together.
    """
    if not dossier.assertions.records:
        return incidents_in(dossier, assessments, scope, settings)
    if scope.parties is None:
        counted, beside = _list_ledger(dossier, assessments, scope, settings)
        return Figure(DOCUMENTED, scope, counted, beside)
    if len(scope.parties) != 1:
        raise NotComparable("a count of several parties jointly is not made of people; ask for one party at a time")
    people = people_in(dossier, replace(scope, parties=None), settings)
    return of_party(people, dossier, laid_to(assessments, settings), scope.parties[0])


def _from_lists(dossier: Dossier, assessments: Sequence[Assessment], settings: AssessmentSettings) -> list[Figure]:
    people = people_in(dossier, dossier.scope, settings)
    counted, beside = _list_ledger(dossier, assessments, dossier.scope, settings)
    named = people.only("named", lambda victim: victim.named)
    nameless = people.only("unnamed", lambda victim: not victim.named)
    return [
        Figure(DOCUMENTED, dossier.scope, counted, beside, people.notes),
        *_beyond_incidents(people, dossier, assessments, settings),
        _slice_figure(named, dossier.scope, "people on the lists by name"),
        _slice_figure(nameless, dossier.scope, "bodies and people on the lists without a name"),
    ]


def people_in(dossier: Dossier, scope: Scope, settings: AssessmentSettings) -> Slice:
    """The people of a scope, without those whom every list that held them has removed, by the policy on removals."""
    whole = None if scope == dossier.scope else dossier.scope
    gone = withdrawn(dossier.resolution.victims, dossier.records, dossier.versions, settings)
    return without(within(dossier.resolution, scope, whole), gone)


def _list_ledger(
    dossier: Dossier, assessments: Sequence[Assessment], scope: Scope, settings: AssessmentSettings
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The ledger of the lists for a scope, and what stands beside it.

    What incidents hold beyond the lists may overlap them: by the policy it stands beside, or extends the high end.
    Where it is known how many of the lists' people they hold, those are taken away and the incidents added (rule 19).
    """
    lines = list_lines(people_in(dossier, scope, settings), dossier, settings)
    more = beyond_lists(dossier, assessments, settings, scope)
    tallied, partial = tally_lines(dossier, scope)
    if settings.held_by_incidents[1] and scope == dossier.scope:
        held = held_line(dossier, assessments, settings)
        graded, excluded = incident_lines(dossier, assessments, settings)
        return (*lines, held, *tallied, *graded), (*excluded, *partial)
    if settings.overlap == "bounds":
        return (*lines, *tallied, *more), tuple(partial)
    return (*lines, *tallied), (*more, *partial)


def _beyond_incidents(
    people: Slice, dossier: Dossier, assessments: Sequence[Assessment], settings: AssessmentSettings
) -> list[Figure]:
    """What the lists hold beyond the incidents, where it is known how many of their people those hold."""
    if not settings.held_by_incidents[1]:
        return []
    lines = (*list_lines(people, dossier, settings), held_line(dossier, assessments, settings))
    return [Figure(f"{DOCUMENTED}/beyond-incidents", dossier.scope, lines)]


def incidents_in(
    dossier: Dossier, assessments: Sequence[Assessment], scope: Scope, settings: AssessmentSettings
) -> Figure:
    """The documented figure of a scope out of graded incidents, those of unknown day or place only at the high end.

    Raises:
        NotComparable: several parties are asked for jointly.
    """
    if scope.parties is not None and len(scope.parties) != 1:
        raise NotComparable("a count of several parties jointly is not made of incidents; ask for one party at a time")
    part = replace(dossier, incidents=tuple(one for one in dossier.incidents if may_lie(one, scope)))
    if scope.parties is not None:
        return Figure(DOCUMENTED, scope, _open(party_lines(scope.parties[0], part, assessments, settings), part, scope))
    counted, beside = incident_lines(part, assessments, settings)
    tallied, partial = tally_lines(part, scope)
    return Figure(DOCUMENTED, scope, (*_open(counted, part, scope), *tallied), (*beside, *partial))


def _open(lines: Sequence[Line], dossier: Dossier, scope: Scope) -> tuple[Line, ...]:
    """Lines of incidents that only may lie in the scope lose their low end."""
    sure = {incident.id for incident in dossier.incidents if surely_lies(incident, scope)}
    return tuple(
        line if sure.intersection(line.evidence) else replace(line, amount=Interval(0, line.amount.high))
        for line in lines
    )


def _slice_figure(people: Slice, scope: Scope, says: str) -> Figure:
    return Figure(f"{DOCUMENTED}/{people.name}", scope, slice_lines(people, says))


def _from_incidents(dossier: Dossier, assessments: Sequence[Assessment], settings: AssessmentSettings) -> list[Figure]:
    counted, excluded = incident_lines(dossier, assessments, settings)
    tallied, partial = tally_lines(dossier, dossier.scope)
    note = "No list of people is part of this case: the documented deaths are those of its graded incidents."
    parties = [
        Figure(
            f"{DOCUMENTED}/{party.id}",
            replace(dossier.scope, parties=(party.id,)),
            party_lines(party.id, dossier, assessments, settings),
        )
        for party in dossier.parties
    ]
    lines = (*counted, *tallied) or _none_counts(dossier)
    whole = Figure(DOCUMENTED, dossier.scope, lines, (*excluded, *partial), (note,))
    return [whole, *parties]


def _none_counts(dossier: Dossier) -> tuple[Line, ...]:
    """One line without a figure where events are told of and no grade of theirs is counted: that is not zero dead."""
    if not dossier.incidents:
        return ()
    says = f"{len(dossier.incidents)} incidents, none of a grade that is counted: the evidence carries no number"
    evidence = tuple(incident.id for incident in dossier.incidents)
    return (Line(Effect.ADDS, UNKNOWN, "no grade that is counted", says, evidence, "no grade that is counted"),)
