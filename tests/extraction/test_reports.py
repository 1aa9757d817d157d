"""Claims out of reports: what happened to how many, to whom, by whom, when, where, and who says so."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.errors import SettingsError
from recount.model.codes import Cause, ClaimKind, Outcome, Population, Position, Stance, Unit
from recount.model.values import UNDETERMINED
from tests.extraction.reading import claims, read, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A car bomb killed at least 12 people and wounded 30 others, police said.",
            [(12, None, "killed"), (30, 30, "injured")],
        ),
        ("3 civilians were killed and 5 others wounded when a mine exploded.", [(3, 3, "killed"), (5, 5, "injured")]),
        ("The blast left 10 dead and 40 wounded.", [(10, 10, "killed"), (40, 40, "injured")]),
        ("The death toll rose to 141.", [(141, 141, "killed")]),
        ("Six soldiers and an interpreter were killed.", [(6, 6, "killed"), (1, 1, "killed")]),
        ("The strike cost the lives of 9,000 to 11,000 people.", [(9000, 11000, "killed")]),
        ("Between 10 and 15 civilians were reported killed.", [(10, 15, "killed")]),
        ("A man was killed.", [(1, 1, "killed")]),
        ("No civilians were killed.", [(0, 0, "killed")]),
        ("قُتل 12 مدنياً وأصيب 30 آخرون في غارة جوية.", [(12, 12, "killed"), (30, 30, "injured")]),
        ("سقط خمسة وعشرون قتيلا وثلاثون جريحا.", [(25, 25, "killed"), (30, 30, "injured")]),
        ("قتيلان وثلاثة جرحى في انفجار عبوة ناسفة.", [(2, 2, "killed"), (3, 3, "injured")]),
    ],
)
def test_figures_are_read_with_what_happened(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The offensive lasted nine months and 2,000 houses were rebuilt.",
        "In 2017 the council met six times in six weeks.",
        "The 500 pound bomb fell 12 kilometers from the river.",
        "A couple of generations ago the town had three bridges.",
    ],
)
def test_other_numbers_are_no_claims(text):
    assert told(text) == []


def test_a_claim_stands_on_its_exact_characters():
    text = "“At least 3,200\u00a0civilians were killed,” said Amal Haddad, head of the monitor.\n\nالنهاية"
    (claim,) = claims(text)
    assert text[claim.locator.start : claim.locator.end] == claim.phrase == "At least 3,200"
    assert claim.quoted
    assert claim.claimant == "Amal Haddad"


def test_a_part_names_its_whole():
    whole, children, women = claims("At least 25 people, including eight children and six women, were killed.")
    assert children.part_of == women.part_of == whole.id
    assert (children.population, women.population) == (Population.CHILDREN, Population.WOMEN)
    assert whole.part_of is None


def test_figures_of_those_deaths_refer_to_the_figure_before():
    whole, part = claims(
        "Some 140 people were killed. The coalition acknowledged responsibility for 105 of those deaths."
    )
    assert part.part_of == whole.id
    assert part.stance is Stance.ACKNOWLEDGES
    assert part.attribution.parties == ("coalition",)


def test_shares_of_one_whole_leave_a_remainder():
    text = (
        "Of the nearly 10,000 deaths, about one third were caused by coalition forces. Another third died at the hands "
        "of the Dawn Front. Who killed the rest could not be determined."
    )
    total, first, second, rest = claims(text)
    assert first.part_of == second.part_of == rest.part_of == total.id
    assert rest.quantity.kind is ClaimKind.REMAINDER
    assert (rest.quantity.interval.low, rest.quantity.interval.high) == (0.26, 0.4)
    assert rest.attribution.parties == (UNDETERMINED,)
    assert rest.operands == (first.id, second.id)


def test_a_remainder_of_nothing_named_is_marked_and_not_guessed():
    (rest,) = claims("The rest of the deaths are under review.")
    assert "unresolved" in rest.relation
    assert not rest.quantity.interval.known


def test_a_ratio_names_its_operands_and_says_when_a_base_is_missing():
    text = (
        "Some 9,000 civilians were killed. That is at least 27 times the 326 deaths the coalition acknowledges. "
        "It is ten times higher than was thought."
    )
    total, with_base, base, without = claims(text)
    assert with_base.operands == (total.id, base.id)
    assert without.operands == (total.id,)
    assert without.relation == "base not stated"


def test_a_rate_is_no_count():
    (claim,) = claims("The coalition may have killed 12 civilians a day in Zaytara.")
    assert (claim.quantity.kind, claim.quantity.unit) == (ClaimKind.RATE, Unit.PER_DAY)
    assert "may have" in claim.hedges


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Coalition forces killed 12 people.", ("coalition",)),
        ("12 people were killed by coalition forces and the Tamrun army.", ("army", "coalition")),
        ("Tamrun or coalition forces are responsible for at least 300 deaths.", ("army", "coalition")),
        ("12 people died in coalition airstrikes.", ("coalition",)),
        ("12 people died in the battle to retake the city from the Dawn Front.", None),
    ],
)
def test_parties_named_together_stay_together(text, parties):
    (claim,) = claims(text)
    assert (claim.attribution and claim.attribution.parties) == parties


def test_a_cause_word_names_no_party():
    (claim,) = claims("Most of the dead, 40 people, were crushed.")[-1:]
    assert claim.cause is Cause.COLLAPSE
    assert claim.attribution is None


def test_no_figure_is_neither_zero_nor_a_denial():
    found = read("The coalition has not offered an overall figure.")
    (claim,), (position,) = found.claims, found.acknowledgements
    assert claim.quantity.kind is ClaimKind.NO_FIGURE
    assert not claim.quantity.interval.known
    assert position.position is Position.NO_FIGURE
    assert position.party == "coalition"


def test_a_conceded_figure_is_a_position_at_the_same_characters():
    found = read("The coalition acknowledges responsibility for only 326 deaths in Zaytara.")
    (claim,), (position,) = found.claims, found.acknowledgements
    assert position.position is Position.ACCEPTS
    assert position.conceded == claim.quantity.interval
    assert position.locator == claim.locator


def test_a_partys_own_finding_is_its_acknowledgement():
    text = "The coalition carried out an airstrike in al-Rahba on 17 March 2019 and 105 civilians were killed."
    (position,) = read(text, party="coalition").acknowledgements
    assert (position.party, position.conceded.low) == ("coalition", 105)
    assert not read(text).acknowledgements


def test_speakers_are_named_and_carried_over():
    text = "According to Reuters, 12 people were killed in al-Rahba. Another 30 people were injured."
    killed, injured = claims(text)
    assert killed.claimant == injured.claimant == "Reuters"
    assert killed.chain == ("Harbour Wire", "Reuters")


def test_date_and_place_of_the_sentence_are_its_claims():
    (claim,) = claims("On March 17, 12 people were killed in al-Rahba, Zaytara.")
    assert str(claim.period) == "2019-03-17"
    assert claim.place.id == "rahba"
    assert claim.event == "land/town/rahba@2019-03-17..2019-03-17"


def test_what_could_happen_is_kept_apart_from_what_did():
    (claim,) = claims("The siege could kill 500 people.")
    assert str(claim.standing) == "hypothetical"


def test_arabic_reports_give_party_place_and_speaker():
    (claim,) = claims("قال سكان في الرحبة إن غارة جوية للتحالف يوم 17 آذار 2019 قتلت ما بين ٢٣٠ و٥٢٠ مدنياً.")
    assert claim.attribution.parties == ("coalition",)
    assert claim.place.id == "rahba"
    assert claim.claimant == "سكان"
    assert claim.population is Population.CIVILIANS


def test_the_same_text_gives_the_same_claims():
    text = "At least 25 people, including eight children, were killed in Zaytara on Tuesday."
    assert read(text) == read(text)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("x" * 1_000_001, "too long for one report"),
        ("12 34 56 " * 200, "hardly words"),
        ("ab\x00" * 100, "no characters"),
    ],
)
def test_what_is_no_report_is_set_aside_with_a_remedy(text, what):
    found = read(text)
    assert not found.claims
    (told_aside,) = found.set_aside
    assert what in told_aside.what
    assert told_aside.remedy


PIECES = [
    *(
        "12 people",
        "were killed",
        "including",
        "and",
        "of them",
        "the coalition",
        "said",
        ",",
        ".",
        "(",
        '"',
        "between",
    ),
    *("half a million", "March 17", "in Zaytara", "times higher", "the rest", "no", "a third", "قتل", "و30", "a day"),
    *("according to", "\n\n"),
]


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_no_order_of_words_breaks_the_reading(pieces):
    text = " ".join(pieces)
    for claim in claims(text):
        assert text[claim.locator.start : claim.locator.end] == claim.phrase
        assert claim.outcome in Outcome
        assert 0 < claim.confidence <= 1


@pytest.mark.parametrize(
    "piece", ["one and ", "12 people including 3 of them (", "said ", "between 1 and ", "a'", "March 17 "]
)
def test_repetition_takes_time_in_proportion_to_its_length(piece):
    text = piece * (60_000 // len(piece)) + " people were killed"
    before = time.process_time()
    read(text)
    assert time.process_time() - before < 5


@pytest.mark.parametrize(
    ("name", "low", "high"), [("literal", 24, 99), ("acled", 12, 12), ("airwars", 12, 24), ("ibc", 24, 99)]
)
def test_dozens_is_read_under_the_policy_of_the_case(name, low, high):
    (claim,) = read("Dozens of people were killed in Zaytara.", vague=name).claims
    assert (claim.quantity.interval.low, claim.quantity.interval.high) == (low, high)
    assert claim.phrase == "Dozens"


@pytest.mark.parametrize(
    ("text", "name", "low", "high"),
    [
        ("Hundreds of people were killed.", "acled", 100, 100),
        ("Tens of people were killed.", "acled", 10, 10),
        ("Several people were killed.", "acled", 3, 10),
        ("Scores of people were killed.", "acled", 40, 199),
        ("قتل عشرات المدنيين.", "acled", 10, 10),
        ("قتل عشرات المدنيين.", "airwars", 12, 24),
        ("قتل عشرات المدنيين.", "literal", 20, 99),
        ("قتل عشرات المدنيين.", "ibc", 20, 99),
    ],
)
def test_each_policy_reads_a_word_by_its_published_number_or_literally(text, name, low, high):
    (claim,) = read(text, vague=name).claims
    assert (claim.quantity.interval.low, claim.quantity.interval.high) == (low, high)


def test_how_a_vague_word_was_read_is_told_with_the_claim():
    (claim,) = read("Dozens of people were killed.", vague="airwars").claims
    assert claim.found_by == "rules; dozens read as 12–24 (airwars)"


def test_an_unknown_policy_is_refused_with_those_there_are():
    with pytest.raises(SettingsError, match="literal, acled, airwars, ibc"):
        read("Dozens of people were killed.", vague="guess")
