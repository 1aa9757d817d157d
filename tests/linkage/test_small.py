"""Small cases: a handful of records carries no doubt that only a large list has."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.linkage import link, resolve
from recount.model.codes import Sex
from tests.linkage.people import FAMILIES, GIVEN, PLACES, a_record

DAY = "2020-03-17"


def clearly_different(count: int, script: int, lists: int, turn: int) -> list:
    """Records whose given names and ages differ, and whose sex does where it can; all died on one day in one place."""
    names = [(GIVEN[(turn + n) % 12], GIVEN[(turn + 5 * n + 3) % 12], FAMILIES[n % 8]) for n in range(count)]
    return [
        a_record(
            f"{n:02}", " ".join(part[script] for part in parts), f"list-{n % lists}", 7 * n % 120,
            sex=(Sex.MALE, Sex.FEMALE)[n % 2], day=DAY, place=PLACES[0],
        )
        for n, parts in enumerate(names)
    ]  # fmt: skip


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10), st.integers(0, 1), st.integers(1, 3), st.integers(0, 11))
def test_records_of_clearly_different_people_are_so_many_people(count: int, script: int, lists: int, turn: int):
    records = clearly_different(count, script, lists, turn)
    people = resolve(records, link(records)).people
    assert (people.low, people.high) == (count, count)


def test_example_persons_of_another_sex_age_and_family_are_two_people():
    names = (("Example Person One", 34, Sex.FEMALE), ("Example Person Two", 0, Sex.MALE), ("", 30, Sex.MALE))
    records = [a_record(name[-3:] or "body", name, "morgue", age, sex=sex, day=DAY) for name, age, sex in names]
    found = resolve(records, link(records))
    assert (found.people.low, found.people.high) == (3, 3)
    assert found.doubtful == ()


@pytest.mark.parametrize("lists", [("morgue", "names"), ("morgue", "morgue")])
@pytest.mark.parametrize("count", [1, 2, 5])
def test_people_who_stand_twice_are_so_many_people(lists: tuple[str, str], count: int):
    records = [
        a_record(f"{n}-{side}", " ".join(p[0] for p in (GIVEN[n], GIVEN[n + 3], GIVEN[n + 5], FAMILIES[n])), source,
                 11 * n, day=DAY)
        for n in range(count)
        for side, source in enumerate(lists)
    ]  # fmt: skip
    found = resolve(records, link(records))
    assert len(found.victims) == count
    assert (found.people.low, found.people.high) == (count, count)


def test_what_is_missed_is_a_share_in_a_case_of_any_size():
    for count in (1, 2, 20, 100):
        assert 0 <= link(clearly_different(count, 0, 2, 1)).missed < 0.05
