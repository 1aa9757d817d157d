"""Case 14: incidents with 4, an unknown number of, and 0 killed."""

from recount.model.interval import UNKNOWN, exactly
from recount.model.ledger import Effect, Line, fold


def killed(amount):
    return Line(Effect.ADDS, amount, "incident", "people killed in one incident")


def test_an_incident_without_a_figure_is_counted_beside_the_sum():
    balance = fold((killed(exactly(4)), killed(UNKNOWN), killed(exactly(0))))

    assert str(balance) == "at least 4, 1 incident without a figure"


def test_an_incident_of_zero_killed_changes_nothing():
    assert str(fold((killed(exactly(4)), killed(exactly(0))))) == "4"


def test_incidents_without_any_figure_come_to_no_figure():
    balance = fold((killed(UNKNOWN), killed(UNKNOWN)))

    assert not balance.interval.known
    assert balance.unknown == 2
