"""When and where claims are of whose own words say neither."""

from datetime import date

from recount.model.codes import Basis
from tests.extraction.reading import claims


def whereabouts(text):
    """Each figure with its day and the last part of its place."""
    found = []
    for claim in claims(text):
        start = claim.period.start if claim.period is not None else None
        found.append((claim.quantity.interval.low, start, claim.place.id if claim.place is not None else None))
    return found


SHELLED = "A market in al-Rahba was shelled on 20 February 2019."


def test_a_day_told_paragraphs_before_is_the_day_of_the_dead():
    text = f"{SHELLED}\n\nResidents fled.\n\nSeven people were killed.\n\nAnother four died in hospital, doctors said."

    assert whereabouts(text) == [(7, date(2019, 2, 20), "rahba"), (4, date(2019, 2, 20), "rahba")]


def test_a_day_of_another_scene_is_not_theirs():
    text = f"{SHELLED}\n\nSeven people were killed.\n\nSix fighters were killed in a clash in Zaytara on 1 March 2019."

    assert whereabouts(text) == [(7, date(2019, 2, 20), "rahba"), (6, date(2019, 3, 1), "town")]


def test_of_two_days_told_neither_is_guessed():
    text = f"{SHELLED}\n\nThe market was bombed again on 22 February 2019.\n\nSeven people were killed."

    assert whereabouts(text) == [(7, None, "rahba")]


def test_what_is_taken_over_is_marked_as_such():
    (claim,) = claims(f"{SHELLED}\n\nShops burned.\n\nA raid on 3 March 2019 hit nobody.\n\nSeven people were killed.")[
        :1
    ]

    assert claim.place is not None
    assert claim.place.basis is Basis.INHERITED


def test_a_figure_of_earlier_years_takes_no_day():
    text = f"{SHELLED}\n\nSeven people were killed.\n\nMore than 300 people have been killed there since 2015."
    days = [day for low, day, _ in whereabouts(text) if low is not None and low >= 300]

    assert date(2019, 2, 20) not in days
