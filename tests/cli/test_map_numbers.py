"""Columns of numbers of people: whom they count, killed or injured, and which of two bounds they are."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from recount.cli.drafting.headers import meaning
from recount.model.evidence import Rows
from tests.cli.test_map import as_read, drafted, fields

OUTCOMES = {"killed": "killed", "Deaths": "killed", "wounded": "injured", "injuries": "injured"}
GROUPS = {"children": "_children", "women": "_women", "militants": "_fighters", "": ""}
BOUNDS = {"min": "_low", "Lowest": "_low", "at least": "_low", "max": "_high", "at most": "_high", "": ""}


@given(
    st.tuples(st.sampled_from(sorted(OUTCOMES)), st.sampled_from(sorted(GROUPS)), st.sampled_from(sorted(BOUNDS))),
    st.permutations(range(4)),
    st.sampled_from(["number of", "reported", ""]),
    st.sampled_from([" ", "_", " - "]),
)
def test_in_whatever_order_its_words_stand_a_header_of_a_number_is_read(words, order, said, between):
    outcome, group, bound = words
    parts = [said, group, outcome, bound]
    header = between.join(parts[at] for at in order if parts[at])
    found = meaning(header, Rows.INCIDENTS)

    assert found is not None
    assert (found.field, found.sure) == (OUTCOMES[outcome] + GROUPS[group] + BOUNDS[bound], True)


def test_a_header_that_names_both_bounds_both_outcomes_or_two_groups_is_not_read_as_a_number():
    headers = ["killed min max", "killed or injured", "women and children killed"]
    read = [meaning(header, Rows.INCIDENTS) for header in headers]

    assert [found is not None and found.sure for found in read] == [False, False, False]


def test_a_bound_of_a_group_without_an_outcome_is_left_to_a_person():
    found = meaning("Women (max)", Rows.INCIDENTS)

    assert found is not None
    assert (found.field, found.sure) == ("killed_women_high", False)


def test_what_a_party_concedes_is_not_what_is_reported():
    for header, rows in itertools.product(("Civilian deaths conceded (min)", "min_deaths_acknowledged"), ("a", "b")):
        found = meaning(header, Rows.INCIDENTS if rows == "a" else Rows.POSITIONS)
        assert found is not None
        assert found.field == "conceded_low"


def test_arabic_headers_of_bounds_are_read():
    found = [meaning(each, Rows.INCIDENTS) for each in ("عدد القتلى المدنيين (الحد الأدنى)", "الحد الأعلى للجرحى")]

    assert [each and each.field for each in found] == ["killed_civilians_low", "injured_high"]


def test_a_table_that_counts_civilians_alone_says_so_of_every_row(recount, tmp_path):
    table = "Code,Date,Place,Civilians killed min,Civilians killed max,Children killed\nA,2019-03-01,Harbour,3,5,1\n"
    found = drafted(recount, tmp_path, table)
    read = as_read(found["toml"])

    assert dict(read.columns)["killed_low"] == "Civilians killed min"
    assert dict(read.constants) == {"population": "civilians"}
    assert dict(read.columns)["killed_children"] == "Children killed"


def test_civilians_beside_everybody_stay_a_part(recount, tmp_path):
    table = "Code,Date,Place,Killed,Civilians killed\nA,2019-03-01,Harbour,9,5\n"
    read = as_read(drafted(recount, tmp_path, table)["toml"])

    assert dict(read.columns)["killed"] == "Killed"
    assert dict(read.columns)["killed_civilians"] == "Civilians killed"
    assert not read.constants


def test_sources_that_are_addresses_are_addresses(recount, tmp_path):
    table = "Code,Date,Killed,Sources\n" + "".join(
        f"A{n},2019-03-0{n},3,https://example.org/{n}\n" for n in range(1, 5)
    )
    found = drafted(recount, tmp_path, table)

    assert fields(found)["Sources"] == ("url", "likely")


def test_how_many_values_speak_against_a_header_is_told(recount, tmp_path):
    table = "Code,Date,Killed\n" + "A,01/05/2019,3\n" * 3 + "B,05/31/2019,see notes\n"
    toml = drafted(recount, tmp_path, table)["toml"]

    assert "only 75 % of its values are counts" in toml
