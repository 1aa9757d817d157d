"""Sentences of texts as files hold them: wrapped lines, lists, headings."""

from recount.language.lexicon import lexicon
from recount.language.sentences import parse


def test_a_long_line_that_goes_on_below_with_a_small_letter_is_one_sentence():
    text = (
        "The monitor documented the deaths of 15 civilians in the shelling of\nthe market on 4 March 2021. It rained."
    )

    assert _written(text) == [
        "The monitor documented the deaths of 15 civilians in the shelling of\nthe market on 4 March 2021.",
        "It rained.",
    ]


def test_short_lines_and_lines_that_end_or_begin_anew_stay_apart():
    assert len(_written("a baker, 44\nhis apprentice, 17\nPeople fled")) == 3
    assert len(_written("Shelling kills seven people on a market day in the town of Marzan:\nsoldiers denied it")) == 2


def _written(text):
    parsed = parse(text, lexicon("en"), ())
    return [parsed.written(each.first, each.last) for each in parsed.sentences]
