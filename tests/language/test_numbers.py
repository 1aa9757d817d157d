"""The grammar of quantities: what is a count, how it is qualified, and what is none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.language.lexicon import lexicon
from recount.language.numbers import quantities
from recount.language.tokens import tokens, view


def read(text, language="en"):
    found = tokens(text)
    return [
        (text[found[q.first].start : found[q.last - 1].end], q.interval.low, q.interval.high, str(q.kind))
        for q in quantities(found, lexicon(language).marks(found))
    ]


@pytest.mark.parametrize(
    ("text", "phrase", "low", "high", "kind"),
    [
        ("more than a half-million people", "more than a half-million", 500_000, None, "bound"),
        ("between 9,000 and 11,000 dead", "between 9,000 and 11,000", 9_000, 11_000, "range"),
        ("2 to 3 million", "2 to 3 million", 2_000_000, 3_000_000, "range"),
        ("as many as 100 civilians", "as many as 100", None, 100, "bound"),
        ("nearly 10,000 deaths", "nearly 10,000", 9_000, 10_000, "approx"),
        ("two hundred and five", "two hundred and five", 205, 205, "exact"),
        ("twenty-five people", "twenty-five", 25, 25, "exact"),
        ("half a dozen men", "half a dozen", 6, 6, "exact"),
        ("dozens of people", "dozens", 24, 99, "vague"),
        ("hundreds of thousands", "hundreds of thousands", 200_000, 999_999, "vague"),
        ("about one-third of the dead", "about one-third", 0.3, 0.37, "share"),
        ("40 percent of the dead", "40 percent", 0.4, 0.4, "share"),
        ("at least 27 times higher", "at least 27 times higher", 27, None, "ratio"),
        ("12 or more people", "12 or more", 12, None, "bound"),
        ("١٬٢٠٠ people", "١٬٢٠٠", 1200, 1200, "exact"),
    ],
)
def test_a_quantity_is_read_with_its_bounds(text, phrase, low, high, kind):
    assert read(text) == [(phrase, low, high, kind)]


@pytest.mark.parametrize(
    "text",
    ["nine-month battle", "six times in six weeks", "a 34-year-old", "Ahmed, 12, fled", "an F-16", "aged 12",
     "at 10:30",
     "$12", "a 500 pound bomb", "12 kilometers", "a couple of generations", "the third man", "most precise weapons"],
)  # fmt: skip
def test_durations_ages_measures_and_names_are_no_quantities(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("خمسة وعشرون", 25, 25),
        ("ثلاثة آلاف ومئتين وخمسين", 3250, 3250),
        ("ما لا يقل عن ١٤١", 141, None),
        ("عشرات القتلى", 20, 99),
        ("ما بين ٢٣٠ و٥٢٠", 230, 520),
    ],
)
def test_arabic_numbers_are_read_by_the_same_grammar(text, low, high):
    from recount.language.sentences import parse

    parsed = parse(text, lexicon("ar"))
    (quantity,) = quantities(parsed.tokens, parsed.marks)
    assert (quantity.interval.low, quantity.interval.high) == (low, high)


@given(st.integers(min_value=1, max_value=999_999_999))
def test_digits_mean_themselves_with_or_without_separators(number):
    assert read(f"killed {number:,} people")[0][1] == number or 1900 <= number <= 2100
    assert read(f"killed {number} people")[0][1] == number


@given(st.text(max_size=200))
def test_matching_never_moves_an_offset(text):
    assert len(view(text)) == len(text)
    found = tokens(text)
    assert all(0 <= a.start < a.end <= len(text) for a in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_every_lexicon_line_has_a_reason():
    assert lexicon("en").table
    assert lexicon("ar").table
