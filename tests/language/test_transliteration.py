"""Latin spellings made comparable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.language.transliteration import plain_compound, plain_latin, skeleton


def test_marks_of_every_transcription_are_left_out():
    assert plain_latin("Šaʿbān ʾIbrāhīm") == "shaban ibrahim"
    assert plain_latin("Fayçal O'Neil-ed-Dīn") == "faysal oneil ed din"


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [("محمد", "Mohammed"), ("خديجه", "Khadija"), ("غسان", "Ghassan"), ("ضيا", "Dhia"), ("فيصل", "Fayçal"),
     ("جمال", "Gamal"), ("صالح", "Saleh"), ("قاسم", "Kassem"), ("زيتاري", "Zaytaree")],
)  # fmt: skip
def test_both_scripts_share_a_skeleton(arabic: str, latin: str):
    assert skeleton(arabic) == skeleton(plain_latin(latin))


def test_a_skeleton_fuses_look_alikes_and_so_never_scores():
    assert skeleton("حسن") == skeleton("حسين") == skeleton("hussein")


@pytest.mark.parametrize("word", ["salaheddine", "salahuddin", "salahaldin"])
def test_compounds_of_the_faith_have_one_form(word: str):
    assert plain_compound(word) == "salahdin"


@given(st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=1, max_size=20))
def test_every_word_has_a_skeleton(word: str):
    assert skeleton(word)
