"""Noisy channels and mistypings."""

from pathlib import Path

import numpy as np
import pytest

from recount.language.channels import channel, latin_letters
from recount.language.damage import mistypings
from recount.language.similarity import likelihoods, similar
from recount.language.training import nativeness, train, training_pairs


def best(latin: str, arabic: list[str]) -> str:
    scores = likelihoods(arabic, [latin] * len(arabic))
    return arabic[int(np.argmax(scores))]


@pytest.mark.parametrize(
    ("latin", "meant"),
    [("mahmoud", "محمود"), ("muhammad", "محمد"), ("ahmed", "احمد"), ("hamid", "حامد"), ("hussein", "حسين"),
     ("khaled", "خالد"), ("khalil", "خليل"), ("qasim", "قاسم"), ("jasim", "جاسم"), ("salih", "صالح"), ("ali", "علي")],
)  # fmt: skip
def test_the_channel_reads_through_romanisation(latin: str, meant: str):
    names = ["محمد", "محمود", "احمد", "حامد", "حسن", "حسين", "خالد", "خليل", "قاسم", "جاسم", "صالح", "علي", "سالم"]
    assert best(latin, names) == meant


def test_romanisations_of_one_name_are_likelier_than_look_alikes():
    same, other = likelihoods(["mohammed", "mohammed"], ["muhammad", "mahmoud"])
    assert same > other + 8


def test_what_a_channel_writes_is_a_probability():
    words = ["محمد", "حسين", "خالد"]
    for latin in ("muhammad", "husayn", "khalid", "x"):
        assert all(value <= 0 for value in likelihoods(words, [latin] * len(words)))
    assert channel("arabic-latin").slip.sum(axis=1) == pytest.approx(1, abs=0.04)
    assert channel("arabic-latin").emit.sum(axis=1) == pytest.approx(1, abs=0.05)


def test_letters_of_a_random_word_are_a_probability():
    assert latin_letters().follows.sum(axis=1) == pytest.approx(1, abs=0.04)


def test_a_swap_and_a_lost_letter_are_one_slip_in_any_script():
    for meant, swapped, lost in (("حفصه", "حفهص", "حفص"), ("salim", "slaim", "sali")):
        found = mistypings([meant, swapped, lost])
        pairs = set(zip(found.left.tolist(), found.right.tolist(), strict=True))
        assert {(0, 1), (0, 2), (0, 0)} <= pairs
        assert np.all(found.log2 < 0)


def test_only_words_with_near_skeletons_are_scored():
    rows, columns = similar(["محمد", "خالد"], ["mohammed", "khaled"])
    assert sorted(zip(rows.tolist(), columns.tolist(), strict=True)) == [(0, 0), (1, 1)]


def test_nothing_is_similar_to_nothing():
    rows, columns = similar([], ["mohammed"])
    assert len(rows) == len(columns) == 0
    assert len(mistypings([]).log2) == 0


def test_training_makes_its_pairs_likelier():
    pairs = training_pairs([("محمد", "muhammad", 3), ("محمود", "mahmud", 2), ("حمد", "hamad", 2), ("احمد", "ahmad", 3)])
    letters = latin_letters()
    before = train(pairs, letters, nativeness(pairs.read), rounds=1).log2(pairs.read, pairs.written).sum()
    after = train(pairs, letters, nativeness(pairs.read), rounds=6).log2(pairs.read, pairs.written).sum()
    assert after > before + 5


def test_the_right_arabic_word_comes_first_for_words_never_trained_on(beside: Path):
    lines = (beside / "names" / "ar2en-eval.txt").read_text("utf-8").splitlines()
    pairs = [pair for line in lines if (pair := training_pairs([(*line.split("\t"), 1)])).read]
    words = sorted({pair.read[0] for pair in pairs})
    chosen = pairs[:: max(len(pairs) // 60, 1)][:60]
    found = sum(best(pair.written[0], words) == pair.read[0] for pair in chosen)
    assert found / len(chosen) >= 0.95


def test_final_letters_cut_off_are_damage_and_two_slips_are_only_in_long_words():
    words = ["ياسمين", "ياسم", "مصطفوي", "مصفطوو", "حسن", "حسين", "بحسنه"]
    found = mistypings(words)
    typed = {(words[a], words[b]) for a, b in zip(found.left.tolist(), found.right.tolist(), strict=True)}
    assert ("ياسمين", "ياسم") in typed
    assert ("ياسم", "ياسمين") not in typed
    assert ("مصطفوي", "مصفطوو") in typed
    assert ("حسن", "بحسنه") not in typed


def test_a_damaged_article_is_a_slip_however_many_letters_are_left_of_it():
    words = ["قصاب", "للقصاب", "لاقصاب", "نققصاب"]
    found = mistypings(words)
    likely = dict(zip(zip(found.left.tolist(), found.right.tolist(), strict=True), found.log2.tolist(), strict=True))
    assert min(likely[0, 1], likely[0, 2]) > -12
    assert likely.get((0, 3), -40.0) < min(likely[0, 1], likely[0, 2])


def test_damage_is_a_share_of_what_is_written():
    words = ["ياسمين", "ياسم", "ياسمي", "باسمين", "ياسيمن"]
    found = mistypings(words)
    for row in range(len(words)):
        assert np.exp2(found.log2[found.left == row]).sum() <= 1.0


def test_very_many_pairs_are_scored_as_few_are_to_the_last_bit():
    arabic = ["محمد", "محمود", "حسن", "حسين", "عبدرحمن", "ق", "خالد", "صلاحدين", "مستنصريهطويلهجداجدا"]
    latin = ["muhammad", "mahmoud", "x", "hassan", "abdrahman", "salahdin", "averyverylongnameindeed"]
    rows, columns = (side.ravel() for side in np.meshgrid(range(len(arabic)), range(len(latin)), indexing="ij"))
    few = channel("arabic-latin").beside(arabic, latin).log2(rows, columns)
    many = channel("arabic-latin").beside(arabic, latin).log2(np.tile(rows, 5_000), np.tile(columns, 5_000))
    assert len(many) > 300_000
    assert (many == np.tile(few, 5_000)).all()
    assert np.isfinite(few).any()
