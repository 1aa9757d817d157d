"""Laws of who repeats whom: order is immaterial, and a copy adds neither a voice nor a contradiction."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.assessment.independence import derivations, origins
from recount.assessment.independence_kinds import kinships
from recount.model.discrepancies import DiscrepancyKind
from recount.model.evidence import Document
from recount.model.incidents import Incident
from recount.reconciliation import reconcile
from tests.assessment.test_independence import read
from tests.gates.origins_bed import CHANGES, bases
from tests.making import STRIKE, some_findings

TEXTS = bases()
NAMES = ("market/a", "market/b", "market/c", "market/r", "bridge/a", "bridge/c", "tower/a", "tower/c", "souk/a")


def a_report(name: str, text: str, published: int) -> Document:
    day = date(2019, 7, published)
    return Document(
        f"d-{name}", name, f"{name}.txt", "0" * 64, len(text), "text/plain", published=day, publisher=name, text=text
    )


REPORTS = tuple(a_report(name, TEXTS[name], 2) for name in NAMES)
CLAIMS = {report.id: read(report) for report in REPORTS}


def found(reports):
    claims = tuple(claim for report in reports for claim in CLAIMS[report.id])
    return claims, derivations(claims, reports)


@given(st.permutations(REPORTS), st.integers(2, len(REPORTS)))
@settings(max_examples=15, deadline=None)
def test_the_order_of_documents_never_changes_who_repeats_whom(reports, count):
    chosen = reports[:count]
    claims, told = found(chosen)
    ordered = sorted(chosen, key=lambda one: one.id)
    assert told == found(ordered)[1]
    assert origins(claims, told) == origins(claims[::-1], told[::-1])


@given(st.permutations(sorted(TEXTS)))
@settings(max_examples=5, deadline=None)
def test_the_order_of_texts_never_changes_their_kinship(names):
    def kinds(order):
        kin = kinships([TEXTS[name] for name in order])
        return {(frozenset((order[a], order[b])), one.kind, one.by) for (a, b), one in kin.items()}

    assert kinds(names) == kinds(sorted(TEXTS))


@pytest.mark.parametrize("how", ["tagged", "styled", "shuffled", "padded", "all but cut"])
@pytest.mark.parametrize("name", ["market/a", "bridge/a", "tower/c"])
def test_a_copy_adds_no_voice_and_no_contradiction(name: str, how: str):
    from random import Random

    text = TEXTS[name]
    for step in CHANGES[how]:
        text = step(text, Random(7))
    copy = a_report("the copy", text, 9)
    event = tuple(report for report in REPORTS if report.id.startswith(f"d-{name[:-2]}/"))
    before, after = (judged(event), judged((*event, copy)))
    assert after == before


def judged(reports):
    """How many voices speak, and which pairs of claimants contradict each other, of one event."""
    claims = read(*reports)
    told = derivations(claims, reports)
    voices = origins(claims, told)
    incident = Incident("i-1", None, STRIKE, claims=tuple(sorted(claim.id for claim in claims)))
    findings = some_findings(
        claims=claims, derivations=told, origins=voices, incidents=(incident,), documents=tuple(reports)
    )
    against = [one for one in reconcile(findings) if one.kind is DiscrepancyKind.CONTRADICTION]
    return len(voices), sorted(one.title for one in against)
