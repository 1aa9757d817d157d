"""Victims become capture tables."""

from datetime import date

import pytest

from recount.errors import SettingsError
from recount.estimation import tabulate
from recount.model.codes import Sex
from recount.model.people import Victim
from recount.model.values import Age, Period, day


def victim(
    number: int, *sources: str, died: Period | None = None, sex: Sex = Sex.UNKNOWN, age: int | None = None
) -> Victim:
    return Victim(
        f"v-{number}", (f"r-{number}",), sources, died=died, sex=sex, age=None if age is None else Age(age, age)
    )


def test_two_victims_on_three_lists():
    tables = tabulate([victim(1, "b", "c"), victim(2, "b", "c")], ["a", "b", "c"])
    assert tables["all"].counts == (((0, 1, 1), 2),)


def test_a_victim_on_none_of_the_lists_is_not_in_the_table():
    tables = tabulate([victim(1, "a"), victim(2, "elsewhere")], ["a", "b"])
    assert tables["all"].counts == (((1, 0), 1),)
    assert tables["all"].observed == 1


def test_strata_by_month_and_sex_keep_victims_of_unknown_month_apart():
    victims = [
        victim(1, "a", died=day(date(2017, 3, 17)), sex=Sex.FEMALE),
        victim(2, "a", "b", died=Period(date(2017, 3, 1), date(2017, 3, 31)), sex=Sex.FEMALE),
        victim(3, "b", died=Period(date(2017, 3, 30), date(2017, 4, 2)), sex=Sex.MALE),
        victim(4, "b"),
    ]
    tables = tabulate(victims, ["a", "b"], by=["month", "sex"])
    assert list(tables) == ["2017-03 / female", "unknown / male", "unknown / unknown"]
    assert tables["2017-03 / female"].counts == (((1, 0), 1), ((1, 1), 1))


def test_an_infant_and_a_victim_of_unknown_age_are_in_different_strata():
    tables = tabulate([victim(1, "a", age=0), victim(2, "a")], ["a", "b"], by=["age"])
    assert list(tables) == ["0-17", "unknown"]


def test_a_window_runs_from_the_first_to_the_last_dated_death_on_a_list():
    victims = [victim(1, "a", died=day(date(2017, 1, 5))), victim(2, "a", died=day(date(2017, 2, 9))), victim(3, "b")]
    first, second = tabulate(victims, ["a", "b"])["all"].windows
    assert first is not None
    assert (first.start, first.end) == (date(2017, 1, 5), date(2017, 2, 9))
    assert second is None


def test_nobody_at_all_is_an_empty_table():
    assert tabulate([], ["a", "b"])["all"].counts == ()


def test_an_unknown_stratum_or_a_list_named_twice_is_refused():
    with pytest.raises(SettingsError, match="cannot stratify by moon; choose among month, sex, age, place"):
        tabulate([], ["a"], by=["moon"])
    with pytest.raises(SettingsError, match="named twice"):
        tabulate([], ["a", "a"])
