"""What a report tells in all of an event is known to each of its claims."""

from recount.model.codes import Outcome
from recount.model.interval import Interval, exactly
from tests.extraction.reading import claims


def totals(text: str, outcome: Outcome = Outcome.KILLED) -> list[tuple[int, Interval]]:
    found = {claim.report for claim in claims(text) if claim.outcome is outcome and claim.report is not None}
    return sorted(((one.event, one.interval) for one in found), key=lambda each: each[0])


def test_groups_that_are_named_together_are_one_total() -> None:
    text = "Three soldiers and two civilians were killed in al-Rahba on 17 March 2019."

    assert totals(text) == [(1, exactly(5))]


def test_those_who_die_later_are_added() -> None:
    text = "Seven people were killed in al-Rahba on 17 March 2019. Another four died in hospital, doctors said."

    assert totals(text) == [(1, exactly(11))]


def test_a_part_belongs_to_the_total_and_adds_nothing() -> None:
    text = "Seven people, two of them children, were killed in al-Rahba on 17 March 2019."

    assert totals(text) == [(1, exactly(7))]


def test_two_events_have_two_totals() -> None:
    text = "Seven people were killed in al-Rahba on 17 March 2019. In a separate attack, a bomb killed two policemen."

    assert totals(text) == [(1, exactly(7)), (2, exactly(2))]


def test_killed_and_injured_have_a_total_each() -> None:
    text = "Four women and a boy were killed and six men were injured in al-Rahba on 17 March 2019."

    assert totals(text) == [(1, exactly(5))]
    assert totals(text, Outcome.INJURED) == [(1, exactly(6))]


def test_one_figure_of_everyone_needs_no_total() -> None:
    assert totals("Seven people were killed in al-Rahba on 17 March 2019.") == []


def test_every_claim_of_a_total_knows_the_others() -> None:
    found = claims("Three soldiers and two civilians were killed in al-Rahba on 17 March 2019.")
    known = {claim.report for claim in found}

    assert len(known) == 1
    (total,) = known
    assert total is not None
    assert set(total.claims) == {claim.id for claim in found}
