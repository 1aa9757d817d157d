"""What reviewers decided about single assertions."""

from recount.extraction.reviewed import reviewed
from recount.model.assertions import Assertions
from recount.model.codes import Status
from recount.model.decisions import Judgement, Question, Verdict
from tests.making import a_claim, a_record


def test_a_claim_judged_unfaithful_is_left_out_and_told():
    told = Assertions(claims=(a_claim("1", 4), a_claim("2", 5)))
    verdict = Verdict(Question.FAITHFUL, ("c-1",), Judgement.NO, None, ("ana#1",))
    after = reviewed(told, [verdict])
    assert [claim.id for claim in after.claims] == ["c-2"]
    assert "ana#1" in after.set_aside[0].what


def test_not_civilian_is_unknown_and_a_fighter_only_where_the_reviewer_says_so():
    told = Assertions(records=(a_record("1", status=Status.CIVILIAN), a_record("2"), a_record("3")))
    verdicts = [
        Verdict(Question.CIVILIAN, ("r-1",), Judgement.NO, None, ("ana#1",)),
        Verdict(Question.CIVILIAN, ("r-2",), Judgement.NO, "fighter", ("ana#2",)),
        Verdict(Question.CIVILIAN, ("r-3",), Judgement.YES, None, ("ana#3",)),
    ]
    statuses = [record.status for record in reviewed(told, verdicts).records]
    assert statuses == [Status.UNKNOWN, Status.FIGHTER, Status.CIVILIAN]


def test_a_reviewers_party_goes_on_the_record_with_the_decision_behind_it():
    verdict = Verdict(Question.RESPONSIBLE, ("r-1",), Judgement.YES, "state+alliance", ("ana#1",))
    (record,) = reviewed(Assertions(records=(a_record("1"),)), [verdict]).records
    assert record.attribution is not None
    assert (record.attribution.parties, record.attribution.ground) == (("alliance", "state"), "decision ana#1")
