"""What a text leaves open: feared deaths, undivided casualties, sources that differ, and totals over a longer time."""

import pytest

from recount.model.interval import Interval
from tests.extraction.test_incident_texts import sums


def killed(text):
    """The killed of the first event of a text."""
    return sums(text)[0]


def test_casualties_that_nobody_divides_may_be_all_dead_or_none():
    assert sums("Nineteen villagers were killed or wounded.") == (Interval(0, 19), Interval(0, 19))
    assert sums("There were 30 dead or wounded.") == (Interval(0, 30), Interval(0, 30))
    assert sums("The patrol suffered six casualties.") == (Interval(0, 6), Interval(0, 6))


def test_killed_and_wounded_are_at_least_one_of_each():
    assert sums("Forty guests were killed and wounded.") == (Interval(1, 39), Interval(1, 39))


def test_a_division_told_later_replaces_undivided_casualties():
    told = sums("The blast caused 14 casualties. Four people died and ten were hurt, the clinic said.")
    assert told == (Interval(4, 4), Interval(10, 10))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thirty miners are feared dead.", (0, 30)),
        ("Six children may have been killed when the roof fell in.", (0, 6)),
        ("Nine bodies were recovered and four more people are feared dead.", (9, 13)),
        ("A ferry sank, killing 11 people. Three others are missing and presumed dead.", (11, 14)),
        ("Rescuers feared that 25 had died. By night they had recovered seven bodies.", (7, 25)),
        ("The bomb could have killed hundreds had it gone off.", None),
    ],
)
def test_the_feared_dead_raise_the_high_end_alone(text, expected):
    assert killed(text) == (None if expected is None else Interval(*expected))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen shot up a hostel, killing four students and a cook. One gunman died.", 6),
        ("Militants overran a post, killing eight recruits. Two militants were killed when help came.", 10),
        ("Soldiers swept the hills, killing eight people. Three of the dead were rebels.", 8),
    ],
)
def test_attackers_who_died_are_none_of_those_they_killed(text, expected):
    assert killed(text) == Interval(expected, expected)


@pytest.mark.parametrize(
    "text",
    [
        "A shell killed four people in Ordu. More than 900 civilians have died since the siege began.",
        "A shell killed four people in Ordu, bringing to 88 the number of dead this year.",
        "A shell killed four people in Ordu. The year's toll stands at 512, a monitor said.",
        "A shell killed four people in Ordu. The insurgency, in its tenth year, has killed more than 30,000.",
        "A shell killed four people in Ordu, bringing the number of farmers killed there this month to 19.",
        "A shell killed four people in Ordu. The brigade is blamed for the deaths of scores of villagers.",
        "A shell killed four people in Ordu. About 700 people were killed in a campaign that ended in May.",
    ],
)
def test_a_running_total_is_none_of_the_event(text):
    assert killed(text) == Interval(4, 4)


def test_a_sum_over_a_war_is_the_figure_where_there_is_no_other():
    assert killed("The insurgency has killed 30,000 people, the ministry said.") == Interval(30000, 30000)


@pytest.mark.parametrize(
    "text",
    [
        "A mine killed nine guards on Tuesday. On Friday, bombings killed 30 at the same gate.",
        "A mine killed nine guards on Tuesday. The Column, which has 400 men, killed 30 cadets in January.",
        "A mine killed nine guards on Monday. On Saturday, raiders had killed 30 in Ordu.",
        "A mine killed nine guards, the army said, revising an earlier toll of seven.",
        "A mine killed nine guards, the army said. Police said one person died on the way to hospital.",
        "Nine people have died, a nurse said. At the clinic 4 bodies had arrived on Sunday alone.",
    ],
)
def test_other_days_first_tolls_and_parts_leave_the_figure_as_it_is(text):
    assert killed(text) == Interval(9, 9)


def test_those_whom_nobody_counted_are_more_than_were_counted():
    assert killed("Nine rebels and an unknown number of soldiers were killed.") == Interval(10, None)


def test_the_other_side_feared_dead_is_beside_whoever_was_counted():
    assert killed("Four soldiers died in a raid. Some ten rebels were neutralised, the army said.") == Interval(4, 14)


def test_a_figure_or_another_is_a_range():
    assert killed("Three clerks died according to Delta News, or five according to Orient.") == Interval(3, 5)


def test_what_one_pair_of_eyes_saw_is_no_other_toll():
    told = 'A raid killed at least nine people, medics said. "I saw four bodies," said a baker.'
    assert killed(told) == Interval(9, None)


def test_hours_apart_are_two_attacks_but_the_wounded_who_die_then_are_of_the_first():
    assert killed("A mine killed two men. Hours later gunmen killed five in the same valley.") == Interval(2, 2)
    assert killed("A mine killed two men. Hours later a third man died of his wounds.") == Interval(3, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A raid killed 12 people, provincial radio said. A shopkeeper put the toll at 15.", (12, 15)),
        ("Reports differ: one man was killed according to the council, six people according to Radio Delta.", (1, 6)),
        ("Local media put the number of miners killed at 9, while a hospital source spoke of 14.", (9, 14)),
        ("A blast killed at least 12 people, radio said, while a monitoring group gave a toll of 19.", (12, 19)),
    ],
)
def test_whoever_gives_another_toll_widens_the_sum(text, expected):
    assert killed(text) == Interval(*expected)


def test_an_ordinal_victim_is_one_more():
    assert killed("Three farmers were killed. A fourth succumbed to his wounds on Monday.") == Interval(4, 4)
    assert killed("The blast killed 20 people. A 21st victim died on Sunday.") == Interval(21, 21)


def test_two_bounds_of_one_sentence_are_the_ends_of_one_figure():
    assert killed("Rockets hit the port, killing at least three people and as many as nine.") == Interval(3, 9)
    assert killed("At least four and up to ten people died.") == Interval(4, 10)
