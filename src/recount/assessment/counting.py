"""Every figure of a case, each as its ledger (rules 19, 20 and 22)."""

from collections.abc import Sequence
from dataclasses import replace

from recount.assessment.breakdown import by_month, by_party, by_population, of_party
from recount.assessment.dossier import Dossier
from recount.assessment.incidents import beyond_lists, incident_lines, laid_to, party_lines
from recount.assessment.people import Slice, slice_lines, within
from recount.assessment.register import list_lines
from recount.assessment.settings import AssessmentSettings
from recount.assessment.totals import acknowledged, claimed
from recount.errors import NotComparable
from recount.model.incidents import Assessment
from recount.model.ledger import Figure
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
    figures = [*headline, *claimed(dossier), *acknowledged(dossier)]
    if listed:
        people = within(dossier.resolution, dossier.scope)
        figures += by_party(people, dossier, laid_to(assessments, settings))
        figures += [*by_month(people, dossier.scope), *by_population(people, dossier.scope)]
    return [figure for figure in figures if figure.lines]


def count_scope(
    dossier: Dossier, assessments: Sequence[Assessment], scope: Scope, settings: AssessmentSettings
) -> Figure:
    """The documented figure of any scope asked for, out of the lists; no lines where the case holds none.

    Raises:
        NotComparable: several parties are asked for jointly, whom no person on a list can be laid to together.
    """
    if not dossier.assertions.records:
        return Figure(DOCUMENTED, scope, ())
    if scope.parties is None:
        return Figure(DOCUMENTED, scope, list_lines(dossier, scope, settings))
    if len(scope.parties) != 1:
        raise NotComparable("a count of several parties jointly is not made of people; ask for one party at a time")
    people = within(dossier.resolution, replace(scope, parties=None), dossier.scope)
    return of_party(people, dossier, laid_to(assessments, settings), scope.parties[0])


def _from_lists(dossier: Dossier, assessments: Sequence[Assessment], settings: AssessmentSettings) -> list[Figure]:
    people = within(dossier.resolution, dossier.scope)
    named = people.only("named", lambda victim: victim.named)
    nameless = people.only("unnamed", lambda victim: not victim.named)
    return [
        Figure(
            DOCUMENTED,
            dossier.scope,
            list_lines(dossier, dossier.scope, settings),
            beyond_lists(dossier, assessments, settings),
            people.notes,
        ),
        _slice_figure(named, dossier.scope, "people on the lists by name"),
        _slice_figure(nameless, dossier.scope, "bodies and people on the lists without a name"),
    ]


def _slice_figure(people: Slice, scope: Scope, says: str) -> Figure:
    return Figure(f"{DOCUMENTED}/{people.name}", scope, slice_lines(people, says))


def _from_incidents(dossier: Dossier, assessments: Sequence[Assessment], settings: AssessmentSettings) -> list[Figure]:
    counted, excluded = incident_lines(dossier, assessments, settings)
    note = "No list of people is part of this case: the documented deaths are those of its graded incidents."
    parties = [
        Figure(
            f"{DOCUMENTED}/{party.id}",
            replace(dossier.scope, parties=(party.id,)),
            party_lines(party.id, dossier, assessments, settings),
        )
        for party in dossier.parties
    ]
    return [Figure(DOCUMENTED, dossier.scope, counted, excluded, (note,)), *parties]
