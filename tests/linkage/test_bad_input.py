"""Input as it comes: what would explode is bounded and told, what cannot be read says nothing."""

from itertools import product

import pytest

from recount.linkage import link, resolve
from recount.linkage.columns import columns
from recount.model.codes import Sex
from tests.linkage.people import FAMILIES, GIVEN, PLACES, a_city, a_record, pair_of


@pytest.mark.parametrize("names", [("محمد احمد علي",), ("محمد علي", "احمد حسن", "Ali Hasan")])
def test_thousands_of_people_of_one_name_are_bounded_and_told(names: tuple[str, ...]):
    many = [a_record(f"{n:05}", names[n % len(names)], "ab"[n % 2]) for n in range(6000)]
    found = link(many)
    assert dict(found.blocks)["pairs that share a key"] < 100_000
    assert len(found.pairs) < 100_000
    assert any("were not compared" in told for told in found.bounded)
    assert resolve(many, found).people.high == 6000


@pytest.mark.parametrize(
    ("written", "read"), [("12345.0", "12345"), ("١٢٣", "123"), (" A-7 ", "a-7"), ("1.2E+11", None)]
)
def test_codes_are_read_as_they_were_before_a_spreadsheet_made_numbers_of_them(written: str, read: str | None):
    assert columns([a_record("a", "سالم", official_id=written)]).official == (read,)


def test_an_id_as_a_float_is_the_same_id():
    city, _ = a_city(60)
    rows = [a_record("one", "سالم ناظم كمال الدباغ", "a", official_id="77"),
            a_record("two", "Salem Nazim Kamal al-Dabbagh", "b", official_id="77.0")]  # fmt: skip
    pair = pair_of(link([*rows, *city]).pairs, "one", "two")
    assert any(weight.says == "same official id" for weight in pair.weights)


def test_control_characters_and_names_of_500_letters_are_read_as_far_as_they_go():
    odd = [a_record("a", "سالم\x00\x07 ناظم\u202e كمال الدباغ", "a"), a_record("b", "س" * 500, "b"),
           a_record("c", "x " * 300, "b"), a_record("d", "", "b")]  # fmt: skip
    assert len(resolve(odd, link(odd)).victims) == 4


def test_lists_that_agree_in_everything_but_on_a_few_rows_do_not_stop_the_estimation():
    names = sorted(product(GIVEN, GIVEN, FAMILIES))[::7]
    records = [
        a_record(
            f"{source}-{number:03}",
            " ".join(part[0] for part in name),
            source,
            number % 40 + (40 if other else 0),
            sex=Sex.FEMALE if other else Sex.MALE,
            day=f"202{2 if other else 0}-0{1 + number % 9}-{10 + number % 18}",
            place=PLACES[(number + other) % 3],
        )
        for number, name in enumerate(names[:150])
        for source in ("morgue", "names")
        for other in [number % 50 == 0 and source == "names"]
    ]
    assert len(link(records).pairs) >= 147
