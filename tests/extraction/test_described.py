"""What a sentence says a part of the dead were."""

import pytest

from recount.model.codes import Outcome, Population
from tests.extraction.reading import claims

BOMB = "A bomb killed 20 people and wounded 31 in al-Rahba on Monday, police said."


@pytest.mark.parametrize(
    ("sentence", "figure", "group"),
    [
        ("Eleven of the dead were children.", 11, Population.CHILDREN),
        ("Of the dead, five were women.", 5, Population.WOMEN),
        ("Nine of the dead were women, said a nurse at the hospital, who asked not to be named.", 9, Population.WOMEN),
    ],
)
def test_a_part_of_the_dead_is_the_group_it_is_said_to_be(sentence, figure, group):
    whole, _, *parts = claims(f"{BOMB}\n\n{sentence}")

    assert [(one.quantity.interval.low, one.population, one.part_of) for one in parts] == [(figure, group, whole.id)]


def test_three_of_them_were_children_is_a_part_of_the_last_figure():
    killed, part = claims("A bomb killed 20 people in al-Rahba on Monday. Three of them were children, police said.")

    assert (part.outcome, part.population, part.part_of) == (Outcome.KILLED, Population.CHILDREN, killed.id)


def test_two_of_whom_were_dressed_in_uniforms_is_no_figure_of_harm():
    assert len(claims("A bomb killed 20 people in al-Rahba. Two of whom were dressed in uniforms.")) == 1


def test_whoever_says_it_is_not_among_the_dead():
    found = claims("Seven people were killed in al-Rahba, said a doctor at the hospital.")

    assert [one.quantity.interval.low for one in found] == [7]


def test_a_party_named_after_the_parts_of_a_whole_is_laid_all_of_it():
    text = "It told of 15 civilians killed, among them 9 women and 2 children, in shelling by government forces."

    assert [one.attribution and one.attribution.parties for one in claims(text)] == [("army",)] * 3
