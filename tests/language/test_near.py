"""Words a slip or two apart: few and many are found alike."""

from hypothesis import given
from hypothesis import strategies as st

from recount.language import near as room
from recount.language.near import near

words = st.lists(st.text(alphabet="abcdن", max_size=9), min_size=1, max_size=25)


@given(left=words, right=words, most=st.integers(1, 2))
def test_very_many_words_are_compared_as_few_are(left: list[str], right: list[str], most: int):
    few = near(left, right, most)
    many = room._looked_up(left, right, most)
    assert all((one == other).all() for one, other in zip(few, many, strict=True))


def test_a_swap_is_one_slip_and_a_word_of_other_letters_is_none():
    rows, columns, steps = near(["hasan"], ["hasan", "hsaan", "hassan", "hussein", "husn"], 2)
    assert list(zip(rows.tolist(), columns.tolist(), steps.tolist(), strict=True)) == [
        (0, 0, 0), (0, 1, 1), (0, 2, 1), (0, 4, 2)
    ]  # fmt: skip
