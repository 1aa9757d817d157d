"""What short incident texts say beside their sums: parts, past events, speakers, those shot, names in lists."""

import pytest

from recount.cli.reports import NOBODY
from recount.extraction.general import theatre_of
from recount.extraction.reports import read_through
from recount.extraction.totals import totals
from recount.model.assertions import Standing
from recount.model.codes import Outcome
from recount.model.evidence import Document
from recount.model.interval import Interval
from tests.extraction.reading import claims, told


def sums(text):
    """The killed and the injured of the first event of a text."""
    document = Document("d", "", "a.txt", "", len(text), "text/plain", text=text)
    first = totals(*read_through(document, NOBODY, theatre_of(text)))[0]
    return first.killed, first.injured


def test_figures_that_make_up_one_before_them_are_its_parts():
    whole, first, second = claims("At least 105 civilians died: 101 in the building. Another four died next door.")
    assert first.part_of == second.part_of == whole.id


def test_two_parts_that_do_not_make_up_the_whole_stay_claims_of_their_own():
    found = claims("Six soldiers were killed. Three rebels died in the north. Three guards were killed in the south.")
    assert [claim.part_of for claim in found] == [None, None, None]


def test_what_is_remembered_or_before_a_court_is_a_past_event_and_kept():
    now, then = claims("Two people were killed on the anniversary of the massacre of 800 demonstrators.")
    assert (now.standing, then.standing) == (Standing.ASSERTED, Standing.PAST_EVENT)
    assert then.quantity.interval == Interval(800, 800)


def test_a_speaker_is_not_carried_into_a_paragraph_of_other_things():
    first, second = claims(
        "The Harbour Morgue said 40 people were killed in Zaytara.\n\nThe war goes on.\n\n"
        "More than 140 people died when a house was hit."
    )
    assert "Morgue" in first.claimant
    assert second.claimant == "Harbour Wire"


def test_bare_shot_is_settled_by_the_words_around_it():
    assert told("A lieutenant was shot in the arm.") == [(1, 1, "injured")]
    assert told("Eight men were lined up and shot.") == [(8, 8, "killed")]
    assert claims("Three men were shot.")[0].outcome is Outcome.CASUALTY


def test_of_those_shot_whoever_did_not_die_was_injured():
    assert sums("Fourteen people were shot, two fatally.") == (Interval(2, 2), Interval(12, 12))


def test_where_sources_differ_the_sum_holds_both_and_a_toll_that_rose_replaces():
    differ = "Police said 17 people had died. A hospital official put the number of dead at 22."
    assert sums(differ)[0] == Interval(17, 22)
    assert sums("The death toll rose from 50 to 55, officials said.")[0] == Interval(55, 55)


def test_names_in_a_list_are_victims_in_capitals_too():
    assert sums("KILLED: JOHN OKWIR, MARY AKELLO, PETER OPIO.")[0] == Interval(3, 3)
    assert sums("Those killed:\n- Ahmed Darwish\n- Mona Darwish")[0] == Interval(2, 2)


def test_a_military_log_is_read_by_its_abbreviations():
    assert sums("4x IP KIA, 7x CIV WIA. 1 X VEH DAMAGED.") == (Interval(4, 4), Interval(7, 7))


def test_words_that_stand_for_people_counted_before_count_them():
    assert sums("Assailants abducted three aid workers. The victims were found shot dead.")[0] == Interval(3, 3)


def test_nobody_hurt_is_nobody_killed_but_no_word_of_it_is_neither():
    assert sums("Grenades were thrown at a station; no one was hurt.") == (Interval(0, 0), Interval(0, 0))
    assert sums("A school was set on fire.") == (None, None)


def test_what_is_denied_is_a_claim_and_no_part_of_a_sum():
    assert sums("The army denied that it had killed 15 villagers.") == (None, None)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Eleven people were wounded, two of whom subsequently died.", (2, 2), (11, 11)),
        ("Six were injured in the blast; two of them died in hospital.", (2, 2), (6, 6)),
        ("A bomb killed dozens of people. Officials counted 31 bodies.", (31, 31), None),
        ("12 civilians, among them a family of six, were killed.", (12, 12), None),
        ("A landmine killed a shepherd. Since the truce, mines have killed 56 people here.", (1, 1), None),
    ],
)
def test_parts_vague_words_and_sums_since_then_are_not_added(text, killed, injured):
    assert sums(text) == (Interval(*killed), None if injured is None else Interval(*injured))


def test_who_found_a_figure_in_a_dated_review_stands_before_it_all():
    (claim,) = claims("More than 40 people were killed, Harbour Wire found in a review published on 11 December 2019.")
    assert claim.chain[-1] == "Harbour Wire"
