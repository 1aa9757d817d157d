"""What reviewers decided about single assertions, applied to them; the documents stay as they are."""

from collections.abc import Sequence
from dataclasses import replace

from recount.model.assertions import Assertions, Attribution, Claim, Record
from recount.model.codes import Status
from recount.model.decisions import Judgement, Question, Verdict
from recount.model.evidence import SetAside


def reviewed(assertions: Assertions, verdicts: Sequence[Verdict]) -> Assertions:
    """Leave out claims judged unfaithful to their text; set the status and the party reviewers decided on.

    Every claim left out is told in `set_aside`, with the decision that did it.
    """
    by_subject = {(verdict.question, verdict.subject[0]): verdict for verdict in verdicts if verdict.subject}
    unfaithful = {
        subject: verdict
        for (question, subject), verdict in by_subject.items()
        if question is Question.FAITHFUL and verdict.judgement is Judgement.NO
    }
    kept = tuple(claim for claim in assertions.claims if claim.id not in unfaithful)
    told = tuple(_told(claim, unfaithful[claim.id]) for claim in assertions.claims if claim.id in unfaithful)
    records = tuple(_judged(record, by_subject) for record in assertions.records)
    return replace(assertions, claims=kept, records=records, set_aside=(*assertions.set_aside, *told))


def _told(claim: Claim, verdict: Verdict) -> SetAside:
    who = ", ".join(verdict.decisions)
    what = f"“{claim.phrase}” was judged unfaithful to its text ({who})"
    return SetAside(str(claim.locator), what, "withdraw the decision to count the claim again")


def _status(verdict: Verdict) -> Status:
    """Not civilian is not yet a fighter: a reviewer who means one gives it as the decision's value (rule 14)."""
    if verdict.value in {status.value for status in Status}:
        return Status(verdict.value)
    return Status.CIVILIAN if verdict.judgement is Judgement.YES else Status.UNKNOWN


def _judged(record: Record, by_subject: dict[tuple[Question, str], Verdict]) -> Record:
    civilian = by_subject.get((Question.CIVILIAN, record.id))
    if civilian is not None:
        record = replace(record, status=_status(civilian))
    responsible = by_subject.get((Question.RESPONSIBLE, record.id))
    if responsible is not None and responsible.value is not None:
        parties = tuple(sorted(responsible.value.split("+")))
        ground = f"decision {', '.join(responsible.decisions)}"
        record = replace(record, attribution=Attribution(parties, "a reviewer", ground))
    return record
