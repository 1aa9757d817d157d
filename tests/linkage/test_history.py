"""Who is who between two resolutions: kept, merged, split, new and gone."""

from hypothesis import given
from hypothesis import strategies as st

from recount.linkage import history, link, resolve
from recount.linkage.history import carried
from recount.linkage.merging import victim
from recount.model.people import Resolution
from tests.linkage.people import a_record


def people(*groups: str) -> Resolution:
    """People of one-letter records."""
    found = [victim([a_record(one) for one in group], 1.0, ()) for group in groups]
    return Resolution(tuple(sorted(found, key=lambda one: one.id)))


def of(resolution: Resolution, record: str) -> str:
    return next(one.id for one in resolution.victims if f"r-{record}" in one.records)


def test_nothing_changes_where_nothing_changed():
    before = people("ab", "c")
    told = history(before, before)
    assert told.kept == tuple((one.id, one.id) for one in before.victims)
    assert (told.merged, told.split, told.new, told.gone, told.moved) == ((), (), (), (), {})


def test_a_record_that_comes_first_moves_the_id_and_the_person_is_kept():
    before, after = people("bc"), people("abc")
    assert of(before, "b") != of(after, "b")
    assert history(before, after).moved == {of(before, "b"): of(after, "b")}
    assert of(carried(before, after), "a") == of(before, "b")


def test_of_two_who_become_one_the_larger_is_kept_and_the_other_merged():
    before, after = people("a", "bc"), people("abc")
    told = history(before, after)
    assert told.kept == ((of(before, "b"), of(after, "a")),)
    assert told.merged == ((of(before, "a"), of(after, "a")),)


def test_of_one_who_becomes_two_the_larger_part_is_kept_and_the_other_split():
    before, after = people("abc"), people("a", "bc")
    told = history(before, after)
    assert told.kept == ((of(before, "a"), of(after, "b")),)
    assert told.split == ((of(after, "a"), of(before, "a")),)
    # The part that bears the old id by its first record is not the same person.
    assert of(carried(before, after), "b") == of(before, "a")
    assert of(carried(before, after), "a") != of(before, "a")


def test_records_that_come_and_go_are_people_new_and_gone():
    before, after = people("a", "b"), people("b", "c")
    told = history(before, after)
    assert (told.new, told.gone) == ((of(after, "c"),), (of(before, "a"),))


def test_a_rebuild_with_more_rows_carries_the_ids_on():
    facts = {"age": 40, "day": "2020-03-17"}
    first = [
        a_record("m", "سالم ناظم كمال الدباغ", "morgue", **facts),
        a_record("q", "هاشم رياض فؤاد النجار", "morgue"),
    ]
    more = [*first, a_record("c", "Salem Nazim Kamal al-Dabbagh", "names", **facts)]
    before, after = (resolve(some, link(some)) for some in (first, more))
    assert {one.id for one in carried(before, after).victims} == {one.id for one in before.victims}


parts = st.lists(st.integers(0, 3), min_size=8, max_size=8)


@given(parts, parts)
def test_everybody_is_told_of_once(one, other):
    sides = [
        people(*("".join(chr(97 + at) for at, of in enumerate(side) if of == group) for group in sorted(set(side))))
        for side in (one, other)
    ]
    told = history(*sides)
    before = [old for old, _ in (*told.kept, *told.merged)] + list(told.gone)
    after = [new for _, new in told.kept] + [new for new, _ in told.split] + list(told.new)
    assert sorted(before) == sorted(person.id for person in sides[0].victims)
    assert sorted(after) == sorted(person.id for person in sides[1].victims)
    ids = [person.id for person in carried(*sides).victims]
    assert len(set(ids)) == len(ids)
    assert {old for old, _ in told.kept} <= set(ids)
