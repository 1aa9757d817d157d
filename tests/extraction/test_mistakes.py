"""Readings that would misstate a death or accuse a party: each once went wrong."""

from datetime import date

import pytest

from recount.extraction import extract
from recount.extraction.settings import ExtractionSettings
from recount.model.assertions import Standing
from recount.model.codes import ClaimKind, PartyKind, Stance
from recount.model.evidence import Document, Intake, Source, SourceKind
from recount.model.values import Party
from tests.extraction.reading import PARTIES, PLACES, THEATRE, claims

SHORT = Party("is", "River State", PartyKind.ARMED_GROUP, ("IS",))


def parties_of(claim):
    return claim.attribution and claim.attribution.parties


def test_a_concession_is_a_partys_own_and_of_the_event_just_told():
    text = (
        "On March 2, 2019 more than 140 people died in al-Rahba when a house fell in. The coalition concedes 105 of "
        "those deaths and blames a depot of Dawn Front explosives."
    )
    whole, conceded = claims(text)
    assert parties_of(conceded) == ("coalition",)
    assert conceded.stance is Stance.ACKNOWLEDGES
    assert conceded.part_of == whole.id
    assert (conceded.place.id, str(conceded.period)) == ("rahba", "2019-03-02")


@pytest.mark.parametrize("words", ["about as many", "a similar number", "just as many"])
def test_as_many_refers_to_a_figure_and_gives_none(words):
    first, second = claims(f"Coalition forces killed 3,200 civilians. The Dawn Front killed {words}.")
    assert second.quantity.kind is ClaimKind.COMPARATIVE
    assert not second.quantity.interval.known
    assert second.operands == (first.id,)
    assert parties_of(second) == ("front",)
    (alone,) = claims(f"The Dawn Front killed {words}.")
    assert "unresolved" in alone.relation


def test_who_tells_of_the_dead_is_none_of_them():
    (part,) = claims("8 children were among the dead, a medic said.")
    assert part.phrase == "8"
    assert [c.phrase for c in claims("Two bodies found under the house were those of shepherds killed on Monday.")]
    assert [c.phrase for c in claims("Seven people were killed, a medic said. A doctor said 9 were hurt.")] == [
        "Seven",
        "9",
    ]


def test_owning_up_to_most_bounds_nothing():
    (most,) = claims("The army has yet to own up to most of those deaths.")[-1:]
    assert most.phrase == "most"


def test_parts_told_after_a_total_belong_to_it():
    text = "The raid killed 105 civilians. Of the dead, 101 were in the cellar. Another four died next door."
    whole, cellar, next_door = claims(text)
    assert cellar.part_of == next_door.part_of == whole.id


def test_the_unresolved_are_not_counted_as_dead():
    text = "The raid killed 105 people. A further 36 who may have been inside remain unresolved."
    claim = claims(text)[-1]
    assert claim.standing is Standing.HYPOTHETICAL
    assert claim.relation == "unresolved"


def test_a_spokesman_speaks_for_the_body_named_beside_him():
    (claim,) = claims("A spokesman said 30 people were killed. He speaks for the River Coalition.")
    assert claim.claimant == "River Coalition"


def test_whoever_tells_of_the_war_does_not_tell_of_every_day_in_it():
    text = (
        "According to Reuters, 9,000 people died in Zaytara.\n\n"
        "In al-Rahba more than 140 people were killed when a plane hit a house on March 2, 2019."
    )
    war, day = claims(text)
    assert war.claimant == "Reuters"
    assert war.period is None
    assert day.claimant == "Harbour Wire"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 320 people were killed by coalition or Tamrun forces.", [("army", "coalition")]),
        ("Coalition or Tamrun bombing killed 320 people.", [("army", "coalition")]),
        (
            "Coalition or Tamrun forces caused a third of the 9,000 deaths, and the Dawn Front another third.",
            [("army", "coalition"), None, ("front",)],
        ),
        ("The coalition killed a third of the 10,000 people who died.", [("coalition",), None]),
        (
            "Some 10,000 died. The coalition is responsible for a third of the deaths, and the Dawn Front for another "
            "third.",
            [None, ("coalition",), ("front",)],
        ),
        (
            "Coalition or Tamrun forces killed at least 3,200 people. Those deaths make up a third of the 10,000.",
            [("army", "coalition"), ("army", "coalition"), None],
        ),
    ],
)
def test_each_figure_is_laid_to_whom_its_own_words_name(text, expected):
    assert [parties_of(claim) for claim in claims(text)] == expected


def test_words_that_spell_a_name_in_small_letters_are_no_party():
    from dataclasses import replace

    theatre = replace(THEATRE, parties=(*PARTIES, SHORT))
    (claim,) = claims("The coalition is responsible for 12 deaths.", theatre=theatre)
    assert parties_of(claim) == ("coalition",)
    (claim,) = claims("IS killed 12 people.", theatre=theatre)
    assert parties_of(claim) == ("is",)


def test_many_times_that_number_takes_the_earlier_figure_as_its_base():
    conceded, dead, ratio = claims(
        "The coalition acknowledges 326 deaths. The number of the dead, 9,000, comes to many times that number."
    )
    assert ratio.operands == (dead.id, conceded.id)


def test_what_could_be_traced_did_happen():
    (claim,) = claims("Reporters could trace 960 people killed in Zaytara.")
    assert claim.standing is Standing.ASSERTED


def test_until_a_day_is_not_on_that_day():
    (claim,) = claims("قتل 120 مدنيا في زيتارة حتى يوم السبت.")
    assert claim.period.start is None
    assert claim.period.end == date(2019, 3, 16)


@pytest.mark.parametrize("written", ["'", "\u200f", ",", "", " ", "/"])
def test_what_holds_no_word_is_no_place(written):
    assert PLACES.find(written) is None


def test_two_workers_read_what_one_reads():
    source = Source("wire", "Harbour Wire", SourceKind.NEWS)
    documents = tuple(
        Document(f"d-{n}", "wire", f"{n}.txt", "0" * 64, 40, "text/plain", text=f"A bomb killed {n + 2} people.")
        for n in range(220)
    )
    one, two = (extract(Intake(documents), [source], THEATRE, ExtractionSettings(), workers) for workers in (1, 2))
    assert one == two
    assert len(one.claims) == 220
