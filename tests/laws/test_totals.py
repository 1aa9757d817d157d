"""The law of totals: no order of merging or of files and no split of an aggregate into individuals changes one."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.assessment import AssessmentSettings, Dossier, count
from recount.clustering import ClusteringSettings, cluster
from recount.linkage import LinkageSettings, link, resolve
from recount.model.assertions import Assertions, Record, Script, WrittenName
from recount.model.codes import Outcome, Population, Sex, TallyKind
from recount.model.decisions import Judgement, Question, Verdict
from recount.model.evidence import Locator
from recount.model.exhibits import Tally
from recount.model.interval import Interval, exactly
from recount.model.people import Resolution
from recount.model.values import Age
from tests.cases.small import built
from tests.making import CASE, HARBOUR, OLD_TOWN, PARTIES, STRIKE, a_claim, a_dossier, a_record, a_victim

RULES = AssessmentSettings()
NAMES = ("Layla Invented Madeup", "Omar Fictional Nobody", "Salma Thoughtup Never", "Nadia Newly Drawn")


def totals(desk: Dossier) -> dict[str, Interval]:
    return {figure.name: figure.interval for figure in count(desk, (), RULES)}


def entries() -> list[Record]:
    """Four people, each on two lists."""
    return [
        a_record(
            f"{n}{source}",
            source,
            names=(WrittenName(name, Script.LATIN),),
            sex=Sex.FEMALE,
            age=Age(20 + n, 20 + n),
            died=STRIKE,
            place=OLD_TOWN,
        )
        for n, name in enumerate(NAMES)
        for source in ("morgue", "hospital")
    ]


def judged(records: list[Record]) -> list[Verdict]:
    """A reviewer joins the two rows of each person."""
    pairs = [(records[n].id, records[n + 1].id) for n in range(0, len(records), 2)]
    return [
        Verdict(Question.SAME_PERSON, tuple(sorted(pair)), Judgement.YES, None, (f"ana#{n}",))
        for n, pair in enumerate(pairs)
    ]


@settings(deadline=None, max_examples=5)
@given(st.permutations(range(8)), st.permutations(range(4)))
def test_no_order_of_merging_changes_a_total(rows, verdicts):
    records = entries()
    said = judged(records)

    def total(order: list[Record], decided: list[Verdict]) -> dict[str, Interval]:
        people = resolve(order, link(order, LinkageSettings()), decided, LinkageSettings())
        return totals(a_dossier(records=tuple(order), resolution=people))

    first = total(records, said)
    assert first["documented"] == exactly(4)
    assert total([records[n] for n in rows], [said[n] for n in verdicts]) == first


@given(st.permutations(range(6)))
def test_no_order_of_claims_changes_a_total_of_incidents(order):
    claims = [
        a_claim(str(n), 3 + n, place=(OLD_TOWN, HARBOUR)[n % 2], period=STRIKE, parties=["alliance"]) for n in range(6)
    ]

    def total(some: list) -> dict[str, Interval]:
        incidents = tuple(cluster(Assertions(tuple(some)), (), (), ClusteringSettings()))
        return totals(a_dossier(tuple(some), incidents))

    assert total([claims[n] for n in order]) == total(claims)


@given(st.integers(0, 30), st.integers(0, 30), st.booleans())
def test_no_split_of_an_aggregate_into_individuals_changes_a_total(bodies, identified, beyond):
    """Of some bodies without a name a few are identified and become rows of a list: the sum stays what it was."""
    identified = min(bodies, identified)
    held = Tally(
        "t-1", Locator("d-1", row=1), "rescuers", TallyKind.BODIES, exactly(bodies), "B", beyond=beyond or None
    )
    moved = Tally("t-2", Locator("d-1", row=2), "rescuers", TallyKind.IDENTIFIED, exactly(identified), of="B", list="m")

    def total(rows: int, *tallies: Tally) -> Interval:
        victims = tuple(a_victim(str(n), sources=("m",)) for n in range(1 + rows))
        records = tuple(a_record(str(n), "m") for n in range(1 + rows))
        told = Assertions(records=records, tallies=tallies)
        desk = Dossier(CASE, (), PARTIES, told, Resolution(victims), (), ())
        return next(figure.interval for figure in count(desk, (), RULES) if figure.name == "documented")

    before, after = total(0, held), total(identified, held, moved)
    assert after.high == before.high == 1 + bodies
    assert after.low == (before.low if beyond else 1 + identified)


@given(st.integers(1, 40), st.integers(0, 40))
def test_no_split_of_an_incidents_dead_into_named_people_changes_its_total(killed, named):
    """People whom a list places in an incident by its code are its dead, not more of them."""
    named = min(killed, named)
    claim = a_claim("1", killed, place=OLD_TOWN, period=STRIKE, incident="A", parties=["alliance"])
    victims = tuple(a_victim(str(n), incidents=("A",)) for n in range(named))
    (incident,) = cluster(Assertions((claim,)), victims, (), ClusteringSettings())
    (bare,) = cluster(Assertions((claim,)), (), (), ClusteringSettings())
    whole, split = (
        totals(a_dossier((claim,), (one,), resolution=Resolution(people)))
        for one, people in ((bare, ()), (incident, victims))
    )
    assert whole == split


@given(st.integers(1, 40), st.integers(0, 40))
def test_a_part_split_off_a_claim_changes_no_total(killed, children):
    whole = a_claim("1", killed, place=OLD_TOWN, period=STRIKE, incident="A")
    part = replace(
        a_claim("2", min(killed, children), place=OLD_TOWN, period=STRIKE, incident="A"),
        population=Population.CHILDREN,
        part_of="c-1",
        outcome=Outcome.KILLED,
    )

    def total(*claims) -> dict[str, Interval]:
        incidents = tuple(cluster(Assertions(claims), (), (), ClusteringSettings()))
        return totals(a_dossier(claims, incidents))

    assert total(whole) == total(whole, part)


ROWS = [f"{name},{20 + n},female,2017-03-1{n},North Quarter" for n, name in enumerate(NAMES)]
HEADER = "name,age,sex,died,place"


@pytest.mark.parametrize("split", [(1, 3), (1, 1, 2)])
def test_no_split_of_a_list_into_files_and_no_order_of_its_rows_changes_a_total(tmp_path: Path, split):
    from recount.case import open_case
    from recount.pipeline import build

    built(tmp_path / "case", persons="\n".join([HEADER, *ROWS]))
    documents = tmp_path / "case" / "sources" / "persons" / "documents"
    (documents / "rows.csv").unlink()
    (documents.parent / "SHA256SUMS").unlink()
    left = list(reversed(ROWS))
    for number, size in enumerate(split):
        rows, left = left[:size], left[size:]
        (documents / f"{9 - number}.csv").write_text("\n".join([HEADER, *rows]) + "\n", "utf-8")
    documented = next(f for f in build(open_case(tmp_path / "case")).figures if f.name == "documented")
    assert documented.interval == exactly(4)
