"""Rows of incidents, positions and propositions."""

from datetime import date

import pytest

from recount.model.assertions import Side
from recount.model.codes import Basis, Cause, ClaimKind, Outcome, PlacePrecision, Population, Position, Stance
from recount.model.evidence import Correction, Rows
from recount.model.interval import UNKNOWN, Interval
from recount.model.values import Period, day
from tests.extraction.tables import CITY, read, told

INCIDENTS, POSITIONS, PROPOSITIONS = Rows.INCIDENTS, Rows.POSITIONS, Rows.PROPOSITIONS


def test_a_row_makes_a_claim_for_each_outcome_with_a_locator_on_its_cell() -> None:
    found = read(
        INCIDENTS,
        {
            "code": "I-1",
            "claimant": "a resident",
            "date": "17/03/2017",
            "place": "City",
            "killed": "105",
            "injured": "4-6",
            "population": "civilians",
            "party": "alliance",
            "cause": "airstrike",
            "published": "18/03/2017",
            "words": "They are all dead.",
            "url": "https://example.org/1",
        },
    )
    killed, injured = found.claims
    assert found.set_aside == ()
    assert (killed.outcome, killed.quantity.interval, killed.phrase) == (Outcome.KILLED, Interval(105, 105), "105")
    assert (injured.outcome, injured.quantity.interval) == (Outcome.INJURED, Interval(4, 6))
    assert (killed.locator.row, killed.locator.column, injured.locator.column) == (2, "KILLED", "INJURED")
    assert killed.chain == ("A list", "a resident")
    assert killed.attribution is not None
    assert (killed.attribution.parties, killed.attribution.by) == (("alliance",), "a resident")
    assert (killed.period, killed.place, killed.cause) == (day(date(2017, 3, 17)), CITY, Cause.AIRSTRIKE)
    assert (killed.population, killed.incident, killed.found_by) == (Population.CIVILIANS, "I-1", "table")
    assert (killed.words, killed.url, killed.published) == (
        "They are all dead.",
        "https://example.org/1",
        date(2017, 3, 18),
    )
    assert killed.id != injured.id


def test_a_table_of_groups_alone_loses_none_of_them() -> None:
    found = read(INCIDENTS, {"code": "I-1", "killed_civilians": "5", "killed_children": "2", "killed_fighters": "3"})
    civilians, children, fighters = found.claims

    assert found.set_aside == ()
    assert (civilians.population, civilians.quantity.interval) == (Population.CIVILIANS, Interval(5, 5))
    assert (children.population, children.part_of) == (Population.CHILDREN, civilians.id)
    assert (fighters.population, fighters.part_of) == (Population.FIGHTERS, None)


def test_groups_without_civilians_stand_for_themselves() -> None:
    found = read(INCIDENTS, {"code": "I-1", "killed_women_low": "1", "killed_women_high": "2", "killed_children": "4"})

    assert [(claim.part_of, claim.quantity.interval) for claim in found.claims] == [
        (None, Interval(4, 4)),
        (None, Interval(1, 2)),
    ]


def test_four_unknown_and_zero_killed_are_three_different_things() -> None:
    found = read(INCIDENTS, *({"code": f"I-{n}", "killed": killed} for n, killed in enumerate(("4", "", "0"))))
    assert [claim.quantity.interval for claim in found.claims] == [Interval(4, 4), UNKNOWN, Interval(0, 0)]
    assert found.claims[1].quantity.kind is ClaimKind.NO_FIGURE
    assert found.claims[1].stance is Stance.NO_FIGURE
    assert found.set_aside == ()


def test_a_figure_that_cannot_be_read_is_unknown_but_not_no_figure() -> None:
    found = read(INCIDENTS, {"code": "I", "killed": "a great number"})
    (claim,) = found.claims
    assert (claim.quantity.interval, claim.phrase) == (UNKNOWN, "a great number")
    assert claim.quantity.kind is not ClaimKind.NO_FIGURE
    assert claim.confidence == 0
    assert "column KILLED: 'a great number' is not a count" in told(found)


def test_low_and_high_columns_make_one_interval_and_may_be_open() -> None:
    found = read(
        INCIDENTS,
        {"code": "1", "killed_low": "4", "killed_high": "9"},
        {"code": "2", "killed_low": "4", "killed_high": ""},
        {"code": "3", "killed_low": "4", "killed_high": "4"},
        {"code": "4", "killed_low": "9", "killed_high": "4"},
    )
    assert [claim.quantity.interval for claim in found.claims] == [
        Interval(4, 9),
        Interval(4, None),
        Interval(4, 4),
        UNKNOWN,
    ]
    assert found.claims[0].phrase == "4–9"
    assert "row 5, column KILLED_LOW: the low end 9 is above the high end 4" in told(found)


def test_start_and_end_make_a_period_and_a_reversed_one_is_told() -> None:
    found = read(
        INCIDENTS,
        {"code": "1", "killed": "1", "start": "17/03/2017", "end": "20/03/2017"},
        {"code": "2", "killed": "1", "start": "20/03/2017", "end": "17/03/2017"},
        {"code": "3", "killed": "1", "start": "20/03/2017", "end": ""},
    )
    assert found.claims[0].period == Period(date(2017, 3, 17), date(2017, 3, 20))
    assert found.claims[1].period is None
    assert found.claims[2].period == Period(date(2017, 3, 20), None)
    assert "row 3, column START: starts on 2017-03-20, after its end on 2017-03-17" in told(found)


def test_coordinates_of_the_row_stand_on_its_place_and_exchanged_ones_are_told() -> None:
    found = read(
        INCIDENTS,
        {"code": "1", "killed": "1", "place": "City", "lat": "36.35", "lon": "43.14"},
        {"code": "2", "killed": "1", "place": "City", "lat": "43.13", "lon": "36.34"},
        {"code": "3", "killed": "1", "place": "City", "lat": "136", "lon": "43"},
    )
    first = found.claims[0].place
    assert first is not None
    assert (first.path, first.lat, first.lon) == (CITY.path, 36.35, 43.14)
    assert "row 3, column LAT: lies" in told(found)
    assert "the two may be exchanged" in told(found)
    assert "row 4, column LAT: '136' is not a lat in degrees" in told(found)


def test_a_position_keeps_its_reason_and_a_conceded_zero_is_a_zero() -> None:
    found = read(
        POSITIONS,
        {
            "code": "P-1",
            "party": "Alliance forces",
            "position": "non-credible",
            "reason": "insufficient information",
            "conceded": "0",
            "incident": "I-1",
            "date": "17/03/2017",
            "stated": "02/08/2017",
            "claimant": "a spokesman",
        },
        {
            "code": "P-2",
            "party": "alliance",
            "position": "accepts",
            "conceded": "",
            "supersedes": "P-1",
            "total": "yes",
        },
    )
    first, second = found.acknowledgements
    assert found.set_aside == ()
    assert (first.party, first.position, first.conceded) == ("alliance", Position.NON_CREDIBLE, Interval(0, 0))
    assert (first.reason, first.answers, first.of_total) == ("insufficient information", "I-1", False)
    assert (first.stated, first.basis, first.chain) == (date(2017, 8, 2), Basis.STATED, ("A list", "a spokesman"))
    assert (second.conceded, second.supersedes, second.of_total) == (UNKNOWN, first.id, True)


def test_a_statement_before_its_event_is_probably_a_slip_in_the_year() -> None:
    line = {"party": "state", "position": "open", "date": "02/08/2019", "stated": "02/08/2017"}
    found = read(POSITIONS, line)
    assert len(found.acknowledgements) == 1
    assert "2017-08-02 is before the event (2019-08-02): probably a slip in the year" in told(found)


def test_a_position_without_a_party_or_a_readable_position_is_set_aside_whole() -> None:
    found = read(POSITIONS, {"party": "rebels", "position": "denies"}, {"party": "", "position": "maybe"})
    assert found.acknowledgements == ()
    assert [line.where.rpartition(", ")[2] for line in found.set_aside if line.whole] == ["row 2", "row 3"]


def test_a_position_without_a_party_of_its_own_is_the_sources() -> None:
    assert read(POSITIONS, {"party": "", "position": "denies"}).acknowledgements[0].party == "state"


def test_a_denial_that_concedes_deaths_is_told() -> None:
    found = read(POSITIONS, {"party": "state", "position": "denies", "conceded": "4"})
    assert "the position is denies but 4 are conceded" in told(found)


def test_a_proposition_has_a_side_and_a_claimant() -> None:
    found = read(
        PROPOSITIONS,
        {"incident": "I-1", "says": "a strike occurred", "side": "denies", "claimant": "the command", "words": "No."},
        {"incident": "", "says": "a strike occurred", "side": "denies", "claimant": "x", "words": None},
        {"incident": "I-1", "says": "a strike occurred", "side": "perhaps", "claimant": "x", "words": None},
    )
    (one,) = found.propositions
    assert (one.about, one.says, one.side, one.claimant) == ("I-1", "a strike occurred", Side.DENIES, "the command")
    assert sum(line.whole for line in found.set_aside) == 2


@pytest.mark.parametrize("rows", list(Rows))
def test_a_table_without_mapped_columns_is_read_as_nothing(rows: Rows) -> None:
    found = read(rows, {})
    assert (found.claims, found.records, found.acknowledgements, found.propositions) == ((), (), (), ())


def test_numbers_of_groups_are_parts_of_the_whole():
    row = {"code": "A", "killed": "3–5", "killed_children_low": "1", "killed_children_high": "2", "killed_women": ""}
    found = read(Rows.INCIDENTS, {**row, "date": "17/03/2017"})

    whole, children = found.claims
    assert (children.population, children.quantity.interval) == (Population.CHILDREN, Interval(1, 2))
    assert (children.part_of, children.counts_everyone) == (whole.id, False)


@pytest.mark.parametrize(
    ("cells", "lat", "told_of"),
    [
        ({"coordinates": "36.34, 43.13"}, 36.34, ""),
        ({"coordinates": "38SLF3254022123"}, 36.334, ""),
        ({"mgrs": "38SLF3254022123"}, 36.334, ""),
        ({"lat": "36.34", "lon": "43.13", "mgrs": "38SLF9254022123"}, 36.34, "km from the coordinates of the same row"),
        ({"coordinates": "36.34"}, None, "neither two numbers in degrees nor a grid reference"),
        ({"coordinates": "136.34, 43.13"}, None, "is not a lat in degrees"),
    ],
)
def test_coordinates_are_read_in_every_form_and_a_difference_is_told(cells, lat, told_of):
    found = read(Rows.INCIDENTS, {"code": "A", "killed": "4", **cells})

    place = found.claims[0].place
    assert (None if place is None or place.lat is None else round(place.lat, 2)) == (
        None if lat is None else round(lat, 2)
    )
    assert told_of in told(found)


def test_how_finely_a_place_was_located_is_its_precision_and_its_reach():
    found = read(Rows.INCIDENTS, {"code": "A", "killed": "4", "coordinates": "36.34, 43.13", "accuracy": "city"})

    place = found.claims[0].place
    assert place is not None
    assert (place.precision, place.radius_km) == (PlacePrecision.CITY, 10.0)


def test_a_place_is_found_by_its_arabic_name_where_the_other_is_not_known():
    found = read(Rows.INCIDENTS, {"code": "A", "killed": "4", "place": "Nowhere known", "place_arabic": "المدينة"})

    assert found.claims[0].place is not None
    assert found.claims[0].place.id == "city"


def test_a_position_beside_an_account_needs_one_party():
    row = {"code": "A", "killed": "4", "position": "accepts", "conceded": "2"}
    alone = read(Rows.INCIDENTS, {**row, "party": "state"})
    joint = read(Rows.INCIDENTS, {**row, "party": "state; alliance"})

    assert [(one.party, one.answers, one.conceded) for one in alone.acknowledgements] == [
        ("state", "A", Interval(2, 2))
    ]
    assert joint.acknowledgements == ()
    assert "a position needs one party" in told(joint)
    assert len(joint.claims) == 1


def test_corrections_reach_both_the_account_and_the_position_of_a_row():
    corrections = (Correction("documents/a.csv", 2, "CONCEDED", "2", "3", "the statement of 3 May"),)
    row = {"code": "A", "killed": "4", "position": "accepts", "conceded": "2", "party": "state"}
    found = read(Rows.INCIDENTS, row, corrections=corrections)

    assert found.acknowledgements[0].conceded == Interval(3, 3)
    assert told(found) == ""
