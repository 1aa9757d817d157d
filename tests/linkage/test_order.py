"""Order of the parts of a name, and years of birth where nothing else tells an age."""

from dataclasses import replace

from recount.linkage import link
from recount.linkage.columns import columns
from tests.linkage.people import a_city, a_record, pair_of

CITY, _ = a_city(120)


def test_two_parts_with_the_family_name_first_are_one_name_where_they_are_rare():
    pair = [a_record("one", "Nebuchadnezzar Zghayer", "a", 44), a_record("two", "Zghayer Nebuchadnezzar", "b", 44)]
    found = pair_of(link([*CITY, *pair]).pairs, "one", "two")
    assert found is not None
    assert found.probability > 0.5


def test_a_father_and_a_son_with_turned_names_are_not_joined():
    pair = [a_record("one", "سالم هاشم", "a", 61), a_record("two", "هاشم سالم", "b", 30)]
    found = pair_of(link([*CITY, *pair]).pairs, "one", "two")
    assert found is None or found.probability < 0.1


def test_years_of_birth_are_compared_where_no_list_gives_an_age_or_a_day():
    born = [replace(a_record(str(year), "سالم"), birth_year=year) for year in (1980, 1981)]
    assert columns(born).age == ((1, 1), (0, 0))
    assert columns([*born, a_record("aged", "سالم", age=3)]).age == (None, None, (3, 3))
