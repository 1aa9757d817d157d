"""What else a repetition can change: the outcome, the figure, the place."""

from dataclasses import replace

from recount.model.codes import Outcome
from recount.model.discrepancies import DiscrepancyKind
from recount.model.evidence import Document, Locator
from recount.model.origins import Derivation
from recount.reconciliation import reconcile
from tests.making import HARBOUR, OLD_TOWN, STRIKE, a_claim, some_findings

COPY = Derivation("c-copy", "c-origin", "copy", 0.9, "five words in a row")


def changes(*claims, **found):
    told = reconcile(some_findings(claims=claims, derivations=(COPY,), **found))
    return [one for one in told if one.kind is DiscrepancyKind.MUTATION]


def test_the_dead_who_became_casualties_are_told_with_both_claims():
    pair = (a_claim("origin", 43), a_claim("copy", 43, outcome=Outcome.CASUALTY))
    (found,) = changes(*pair)
    assert found.title.startswith("outcome changed")
    assert "killed became casualty" in found.says
    assert found.subjects == ("c-origin", "c-copy")


def test_an_event_moved_on_the_way_is_a_change_and_no_second_account_of_where_it_was():
    pair = (a_claim("origin", 43, place=OLD_TOWN, period=STRIKE), a_claim("copy", 43, place=HARBOUR, period=STRIKE))
    (found,) = changes(*pair)
    assert found.title.startswith("place changed")


def test_the_same_sentence_with_another_figure_is_told():
    texts = [f"Rescuers said at nightfall that {n} people were killed in the market of the old town." for n in (43, 34)]
    documents = tuple(
        Document(f"d-{n}", "paper", f"{n}.txt", "", 0, "text/plain", text=f"{text} Five were hurt.")
        for n, text in enumerate(texts)
    )
    claims = [
        a_claim(one, figure, sentence=(0, len(texts[n])), document=f"d-{n}")
        for one, figure, n in (("first", 43, 0), ("second", 34, 1), ("origin", 5, 0), ("copy", 5, 1))
    ]
    at = texts[0].index("43")
    claims = [
        claim
        if claim.id in ("c-origin", "c-copy")
        else replace(claim, locator=Locator(claim.locator.document, at, at + 2))
        for claim in claims
    ]
    (found,) = [one for one in changes(*claims, documents=documents) if one.title.startswith("figure changed")]
    assert found.subjects == ("c-first", "c-second")
