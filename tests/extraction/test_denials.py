"""What parties say of an event without a figure, and what they own up to in their own words."""

from datetime import date

import pytest

from recount.model.codes import Position, Stance
from recount.model.interval import UNKNOWN, exactly
from tests.extraction.reading import read

SHELLED = "Government forces shelled a market in al-Rahba on 4 March 2019, killing 14 people, doctors said."


def positions(text, **said):
    """Each position as who, what, on which day."""
    found = read(text, **said).acknowledgements
    return [(one.party, one.position, one.period and one.period.start) for one in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tamrun forces denied targeting the market.",
        "Tamrun forces said they had fired at the Front and denied killing civilians.",
        "Tamrun forces rejected the accusations.",
    ],
)
def test_a_denial_is_a_position_on_the_event_told_before(sentence):
    assert positions(f"{SHELLED}\n\n{sentence}") == [("army", Position.DENIES, date(2019, 3, 4))]


def test_a_denial_takes_nothing_from_what_others_claim():
    found = read(f"{SHELLED}\n\nTamrun forces denied targeting the market.")

    assert [one.quantity.interval for one in found.claims] == [exactly(14)]
    assert found.acknowledgements[0].conceded == UNKNOWN


@pytest.mark.parametrize(
    "sentence",
    [
        "Tamrun forces did not deny striking the market.",
        "Tamrun forces denied reporters entry to the town.",
        "Residents denied that fighters had been there.",
    ],
)
def test_what_is_no_denial_of_harm_by_a_party_is_no_position(sentence):
    assert positions(f"{SHELLED}\n\n{sentence}") == []


def test_a_denial_of_no_known_event_is_no_position():
    assert positions("Tamrun forces denied killing civilians.") == []


def test_an_allegation_found_not_credible_is_told_with_its_reason():
    text = "The allegation of harm in al-Rahba on 4 March 2019 was found not credible because no strike was flown."
    (found,) = read(text, party="coalition").acknowledgements

    assert (found.party, found.position, found.reason) == ("coalition", Position.NON_CREDIBLE, "no strike was flown")
    assert (found.conceded, found.of_total) == (UNKNOWN, False)


@pytest.mark.parametrize(
    "text",
    [
        "The Tamrun army assesses that six civilians were unintentionally killed in al-Rahba on 4 March 2019.",
        "It is more likely than not that six civilians were killed in al-Rahba on 4 March 2019.",
        "Six civilians were inadvertently killed in al-Rahba on 4 March 2019.",
    ],
)
def test_deaths_that_a_party_owns_in_its_own_statement_are_conceded(text):
    found = read(text, party="army")

    assert [one.stance for one in found.claims] == [Stance.ACKNOWLEDGES]
    assert [(one.position, one.conceded) for one in found.acknowledgements] == [(Position.ACCEPTS, exactly(6))]


def test_deaths_that_somebody_else_calls_unintended_are_conceded_by_nobody():
    found = read("Six civilians were unintentionally killed in al-Rahba on 4 March 2019, residents said.")

    assert found.acknowledgements == ()


@pytest.mark.parametrize(
    "text",
    [
        "Tamrun forces regret that three of their soldiers were killed in al-Rahba on 4 March 2019.",
        "Regrettably, six civilians were killed in al-Rahba on 4 March 2019.",
        "It is more likely than not that Dawn Front fighters killed six civilians in al-Rahba on 4 March 2019.",
    ],
)
def test_deaths_that_a_party_regrets_or_lays_to_others_are_not_conceded(text):
    found = read(text, party="army")

    assert [one.position for one in found.acknowledgements if one.position is Position.ACCEPTS] == []


def test_a_denial_of_another_attack_is_not_of_the_one_told_before():
    other = "In a separate incident a bomb went off in a village. Tamrun forces denied the attack."

    assert positions(f"{SHELLED}\n\n{other}") == []
