"""`recount decide`: add one decision from the command line."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

import typer

from recount.cli.arguments import CaseFolder
from recount.errors import UnknownSubject
from recount.model.decisions import Decision, Judgement, Question, subject_of


class Asked(StrEnum):
    """The questions by names that need no quotation marks in a shell."""

    SAME_PERSON = "same-person"
    SAME_EVENT = "same-event"
    FAITHFUL = "faithful"
    RESPONSIBLE = "responsible"
    CIVILIAN = "civilian"
    ANSWERS = "answers"
    GRADE = "grade"


def decide(
    case: CaseFolder,
    question: Annotated[Asked, typer.Argument(metavar="QUESTION", help=f"One of {', '.join(Asked)}.")],
    subject: Annotated[list[str], typer.Argument(metavar="SUBJECT...", help="The ids the question is about.")],
    judgement: Annotated[Judgement, typer.Option(help="The answer; withdrawn takes back your earlier one.")],
    reason: Annotated[str, typer.Option(help="Why, in a sentence somebody else can check.")],
    reviewer: Annotated[str, typer.Option(help="Who decides: a short name of a-z 0-9 . _ -")],
    value: Annotated[
        str | None, typer.Option(help="The answer where yes or no is not enough: a party, a grade.")
    ] = None,
) -> None:
    """Add a decision to the log.

    Nothing in the log is ever changed: to undo, decide again, or give --judgement withdrawn.
    """
    from recount.case import open_case
    from recount.pipeline import evidence_of, walk
    from recount.store import JsonlLog

    opened = open_case(case)
    asked = Question[question.name]
    ids = subject_of(asked, subject)
    shown = evidence_of(walk(opened), asked, ids)
    if shown is None and judgement is not Judgement.WITHDRAWN:
        raise UnknownSubject(f"nothing in {case} answers to {' '.join(ids)}; `recount trace` lists ids")
    now = datetime.now(UTC).replace(microsecond=0)
    added = JsonlLog(opened.decisions).add(
        Decision(0, now, reviewer, asked, ids, judgement, reason, shown or "", value)
    )
    print(f"{added.id}: {asked} {' '.join(ids)}: {judgement}. Build the case again to apply it: recount build {case}")
