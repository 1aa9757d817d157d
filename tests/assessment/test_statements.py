"""What the parties' own statements come to: revisions, lags, disputes, and the kinds of evidence behind them."""

from datetime import date

import pytest

from recount.assessment.overview import blame, matrices
from recount.assessment.statements import disputes, lags, revisions
from recount.model.assertions import Proposition, Side
from recount.model.breakdowns import Used
from recount.model.codes import Basis, EvidenceKind, Position
from recount.model.evidence import Locator
from recount.model.exhibits import Exhibit
from recount.model.incidents import Incident
from recount.model.interval import UNKNOWN, at_least, exactly
from recount.model.register import Turned
from tests.making import OLD_TOWN, STRIKE, a_claim, a_dossier, a_position

INCIDENT = Incident("i-1", OLD_TOWN, STRIKE, ("A",), claims=("c-1", "c-2"), acknowledgements=("a-1", "a-2"))


def a_pair(before, after):
    (position, conceded), (later, more) = before, after
    return (
        a_position("1", "alliance", position, conceded, stated=date(2021, 4, 1)),
        a_position("2", "alliance", later, more, stated=date(2021, 10, 1), supersedes="a-1"),
    )


@pytest.mark.parametrize(
    ("before", "after", "turned"),
    [
        ((Position.NON_CREDIBLE, UNKNOWN), (Position.ACCEPTS, exactly(4)), Turned.REVERSED),
        ((Position.ACCEPTS, exactly(4)), (Position.DENIES, UNKNOWN), Turned.REVERSED),
        ((Position.ACCEPTS, exactly(4)), (Position.OPEN, UNKNOWN), Turned.REVERSED),
        ((Position.OPEN, UNKNOWN), (Position.ACCEPTS, exactly(4)), Turned.RESTATED),
        ((Position.ACCEPTS, exactly(4)), (Position.ACCEPTS, exactly(6)), Turned.RAISED),
        ((Position.ACCEPTS, exactly(4)), (Position.ACCEPTS, at_least(4)), Turned.RAISED),
        ((Position.ACCEPTS, exactly(4)), (Position.ACCEPTS, exactly(2)), Turned.LOWERED),
        ((Position.ACCEPTS, exactly(4)), (Position.ACCEPTS, exactly(4)), Turned.RESTATED),
    ],
)
def test_a_revision_says_what_it_turned(before, after, turned):
    (found,) = revisions(a_pair(before, after))
    assert (found.earlier, found.later, found.turned, found.days) == ("a-1", "a-2", turned, 183)


def test_a_lag_runs_from_the_event_to_the_first_position_and_to_the_first_acceptance():
    said = a_pair((Position.OPEN, UNKNOWN), (Position.ACCEPTS, exactly(4)))
    (lag,) = lags(said, [INCIDENT], ["alliance", "state"])
    assert (lag.party, lag.days, lag.accepted, lag.median) == ("alliance", (15,), (198,), 15.0)


def test_a_day_inherited_from_a_file_or_before_the_event_is_no_lag():
    said = (
        a_position("1", "alliance", Position.OPEN, stated=date(2021, 4, 1), basis=Basis.INHERITED),
        a_position("2", "alliance", Position.OPEN, stated=date(2021, 3, 1)),
    )
    (lag,) = lags(said, [INCIDENT], ["alliance"])
    assert (lag.days, lag.unknown, lag.median) == ((), 2, None)


def a_side(one: str, side: Side, about: str = "A") -> Proposition:
    return Proposition(f"p-{one}", Locator("d-1", row=1), "inquiry", about, "a strike occurred", side, f"voice {one}")


def test_a_dispute_names_both_sides_and_one_about_an_unknown_event_is_not_lost():
    told = (a_side("1", Side.SUPPORTS), a_side("2", Side.DENIES), a_side("3", Side.SUPPORTS, "nowhere"))
    here, nowhere = disputes(told, [INCIDENT])
    assert (here.incident, here.supports, here.denies, here.contested) == ("i-1", ("p-1",), ("p-2",), True)
    assert (nowhere.incident, nowhere.about, nowhere.contested) == (None, "nowhere", False)


def test_an_assessment_tells_evidence_used_kept_back_unused_and_absent_apart():
    def held(one: str, kind: EvidenceKind, **said: object) -> Exhibit:
        return Exhibit(f"h-{one}", Locator("d-1", row=1), "evidence", kind, "A", **said)  # type: ignore[arg-type]

    position = a_position("1", "alliance", Position.DENIES, evidence=(EvidenceKind.PILOT,))
    exhibits = (
        held("1", EvidenceKind.REMOTE_VIDEO, holder="the Alliance", released=False, reviewed_by=("the Alliance",)),
        held("2", EvidenceKind.STRIKE_LOG, holder="the State", released=False),
        held("3", EvidenceKind.WITNESS, holder="residents", released=True, reviewed_by=("the press",)),
    )
    desk = a_dossier((), (Incident("i-1", OLD_TOWN, STRIKE, ("A",), acknowledgements=("a-1",)),), positions=(position,))
    told = type(desk.assertions)(acknowledgements=(position,), exhibits=exhibits)
    (matrix,) = matrices(type(desk)(desk.scope, (), desk.parties, told, desk.resolution, desk.incidents, ()))
    uses = {use.kind: use.used for use in matrix.uses}
    assert set(uses) == set(EvidenceKind)
    assert uses[EvidenceKind.REMOTE_VIDEO] is uses[EvidenceKind.PILOT] is Used.USED
    assert uses[EvidenceKind.STRIKE_LOG] is Used.HELD_BACK
    assert uses[EvidenceKind.WITNESS] is Used.NOT_USED
    assert uses[EvidenceKind.SITE_VISIT] is Used.ABSENT


def test_responsibility_told_differently_over_time_is_kept_in_order_and_by_whom():
    claims = (
        a_claim("1", 5, parties=["group"], published=date(2021, 3, 18)),
        a_claim("2", 5, parties=["alliance"], published=date(2021, 3, 20)),
    )
    accepted = a_position("1", "alliance", Position.ACCEPTS, exactly(4), stated=date(2021, 5, 1))
    incident = Incident("i-1", OLD_TOWN, STRIKE, claims=("c-1", "c-2"), acknowledgements=("a-1",))
    (history,) = blame(a_dossier(claims, (incident,), positions=(accepted,)))
    assert [(step.day, step.parties) for step in history.steps] == [
        (date(2021, 3, 18), ("group",)),
        (date(2021, 3, 20), ("alliance",)),
        (date(2021, 5, 1), ("alliance",)),
    ]
    alone = Incident("i-1", OLD_TOWN, STRIKE, claims=("c-2",), acknowledgements=("a-1",))
    assert blame(a_dossier(claims, (alone,), positions=(accepted,))) == ()
