"""Steps of a ledger, parties and overlaps that count too few people who are not named (rule 34)."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.model.estimates import CaptureTable
from recount.model.findings import Findings
from recount.model.interval import Interval, exactly
from recount.model.ledger import Effect, Figure, Line, fold
from recount.model.people import Resolution
from recount.publication import PublicationSettings, publish
from recount.publication.redaction import redact
from recount.publication.redaction.catalogue import Catalogue, catalogue
from recount.publication.redaction.naming import policy
from recount.publication.redaction.preview import withheld
from recount.publication.redaction.together import RULE, told
from tests.publication import invented

CLOSED = PublicationSettings()
OPEN = PublicationSettings(naming="full", minors="full", show_rows=True)
MANY = 30


def crowded(lines: tuple[Line, ...] = ()) -> Findings:
    """The invented case with thirty people whom a ledger may count."""
    found = invented.findings()
    last = found.resolution.victims[-1]
    more = tuple(replace(last, id=f"v-{number}", records=()) for number in range(5, MANY + 1))
    figures = (replace(found.figures[0], lines=lines, excluded=()), *found.figures[1:]) if lines else found.figures
    return replace(found, resolution=Resolution((*found.resolution.victims, *more)), figures=figures)


def step(first: int, last: int, effect: Effect = Effect.ADDS, label: str = "") -> Line:
    """A step that counts the people of these numbers."""
    people = tuple(f"v-{number}" for number in range(first, last + 1))
    return Line(effect, exactly(len(people)), "a declared rule", f"said of {label}", people, label)


def ledger(folder: Path, lines: tuple[Line, ...], settings: PublicationSettings) -> list[dict[str, str]]:
    publish(crowded(lines), folder / "site", settings)
    with (folder / "site/data/ledger-lines.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    head = next(csv.DictReader((folder / "site/data/figures.csv").read_text("utf-8-sig").splitlines()))
    return [row for row in rows if row["figure"] == head["id"]]


MORGUE, CHILDREN, ALONE = step(1, 20, label="morgue"), step(21, 27, label="camp"), step(28, 30, label="one family")


def test_a_step_of_three_people_goes_together_with_the_smallest_that_does_the_same(tmp_path: Path) -> None:
    rows = ledger(tmp_path, (MORGUE, ALONE, CHILDREN), CLOSED)
    assert [(row["people_low"], row["people_high"]) for row in rows] == [("20", "20"), ("10", "10")]
    text = "".join(path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.html"))
    assert "one family" not in text
    assert "fewer than 5 people" in (tmp_path / "site/en/figures/documented.html").read_text("utf-8")


def test_a_few_taken_away_alone_leave_one_step_since_the_rest_would_tell_them(tmp_path: Path) -> None:
    rows = ledger(tmp_path, (MORGUE, CHILDREN, step(1, 2, Effect.SUBTRACTS, "twins")), CLOSED)
    assert [(row["effect"], row["people_low"]) for row in rows] == [("adds", "25")]


def test_where_everybody_is_named_every_step_stands_alone(tmp_path: Path) -> None:
    assert len(ledger(tmp_path, (MORGUE, ALONE, CHILDREN), OPEN)) == 3


def test_a_link_to_a_step_that_was_joined_still_arrives(tmp_path: Path) -> None:
    ledger(tmp_path, (MORGUE, ALONE, CHILDREN), CLOSED)
    page = (tmp_path / "site/en/figures/documented.html").read_text("utf-8")
    assert all(f'id="line-{number}"' in page for number in (1, 2, 3))


def test_a_party_of_two_people_has_no_figure_and_the_next_smallest_goes_with_it() -> None:
    found = crowded()
    base = next(figure for figure in found.figures if figure.name == "documented/alliance")

    def of_party(name: str, line: Line) -> Figure:
        return replace(base, name=f"documented/{name}", scope=replace(base.scope, parties=(name,)), lines=(line,))

    parties = (of_party("alliance", step(1, 2)), of_party("group", step(3, 12)), of_party("militia", step(13, 30)))
    kept = tuple(figure for figure in found.figures if figure.name != "documented/alliance")
    closed = redact(replace(found, figures=(*kept, *parties)), CLOSED)
    shown = {figure.name for figure in closed.figures}
    assert {"documented/alliance", "documented/group"} <= set(closed.withheld)
    assert {"documented/militia", "documented/undetermined"} <= shown


def test_one_small_overlap_takes_the_next_with_it_or_the_sum_would_tell_it() -> None:
    table = CaptureTable(("morgue", "ngo"), (((0, 1), 3), ((1, 0), 40), ((1, 1), 9)))
    site = redact(replace(crowded(), tables=(table,)), CLOSED)
    assert site.estimates[0].overlaps == (((1, 0), 40), ((1, 1), None), ((0, 1), None))


def test_the_preview_says_how_many_steps_are_told_together() -> None:
    what = {one.what: one.count for one in withheld(crowded((MORGUE, ALONE, CHILDREN)), CLOSED)}
    assert what["steps of ledgers, told together"] >= 2


effects = st.sampled_from(Effect)
spans = st.tuples(st.integers(1, MANY), st.integers(0, 12), effects, st.integers(0, 3))


@pytest.fixture(scope="module")
def known() -> Catalogue:
    return catalogue(crowded())


@given(drawn=st.lists(spans, min_size=1, max_size=7))
def test_no_published_step_counts_few_and_what_the_ledger_comes_to_stays(
    known: Catalogue, drawn: list[tuple[int, int, Effect, int]]
) -> None:
    base = step(1, MANY)
    lines = (base, *(_within(first, more, effect, doubt) for first, more, effect, doubt in drawn))
    chosen = policy(CLOSED)
    steps = told(known, chosen, lines)
    assert sorted(number for one in steps for number in one.numbers) == list(range(1, len(lines) + 1))
    for one in steps:
        people = {key for key in one.line.evidence if key in known.victims}
        assert not people or len(people) >= chosen.k or len(steps) == 1
        if one.line.amount.low and one.line.amount.high is not None and len(steps) > 1:
            assert one.line.amount.high >= chosen.k
        assert (one.line.rule == RULE) == (len(one.numbers) > 1)
    if _possible(lines):
        assert fold(tuple(one.line for one in steps)).interval == fold(lines).interval


def _within(first: int, more: int, effect: Effect, doubt: int) -> Line:
    line = step(first, min(first + more, MANY), effect)
    count = len(line.evidence)
    return replace(line, amount=Interval(max(0, count - doubt), count))


def _possible(lines: tuple[Line, ...]) -> bool:
    taken = sum(line.amount.floor for line in lines if line.effect is Effect.SUBTRACTS)
    return taken <= sum(line.amount.floor for line in lines if line.effect is Effect.ADDS)
