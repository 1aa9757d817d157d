"""Comparisons of words remembered from one run to the next: time is all they change."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from recount.language.damage import Likenesses, mistypings
from recount.language.similarity import spellings
from recount.linkage import link, memory
from recount.linkage.memory import Comparisons
from recount.model.assertions import Record
from recount.store import Kept
from tests.linkage.people import a_record

ARABIC = ("محمد", "محمود", "حسن", "حسين", "جبوري", "خالد", "قاسم")
LATIN = ("muhammad", "mohammed", "hassan", "hussein", "jubouri", "khaled", "kasim", "muhamad")


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    monkeypatch.setattr(memory, "_WORTH", 0)
    return Kept(tmp_path, version="1")


def equal(one: Likenesses, other: Likenesses) -> bool:
    return sorted(zip(one.left, one.right, one.log2, strict=True)) == sorted(
        zip(other.left, other.right, other.log2, strict=True)
    )


@pytest.mark.parametrize(("left", "right"), [(ARABIC[:4], LATIN[3:]), (ARABIC, LATIN), (ARABIC[5:], LATIN[:2])])
def test_what_is_remembered_of_other_words_changes_no_number(kept: Kept, left: Sequence[str], right: Sequence[str]):
    remembering = Comparisons(memory=kept)
    remembering.spellings(ARABIC[:5], LATIN[1:6])
    remembering.spellings(LATIN[:3], LATIN[:3])
    for one in (left, right):
        assert equal(remembering.spellings(one, right), spellings(one, right))
    assert equal(remembering.mistypings(right), mistypings(right))
    assert equal(remembering.mistypings(LATIN), mistypings(LATIN))


def test_words_seen_before_are_not_compared_again(kept: Kept, monkeypatch: pytest.MonkeyPatch):
    first = Comparisons(memory=kept).spellings(ARABIC, LATIN)
    monkeypatch.setattr(memory, "spellings", lambda *_: pytest.fail("compared again"))
    assert equal(Comparisons(memory=kept).spellings(ARABIC, LATIN), first)


def test_what_is_damaged_or_of_another_program_is_computed_again(kept: Kept, tmp_path: Path):
    first = Comparisons(memory=kept).spellings(ARABIC, LATIN)
    (path,) = tmp_path.iterdir()
    content = path.read_bytes()
    path.write_bytes(content[:-9] + b"otherwise")
    assert equal(Comparisons(memory=kept).spellings(ARABIC, LATIN), first)
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [content]
    Comparisons(memory=Kept(tmp_path, version="2")).spellings(ARABIC, LATIN)
    assert len(list(tmp_path.iterdir())) == 1


def test_links_are_the_same_with_and_without_memory(kept: Kept):
    records: list[Record] = [
        a_record(f"{source}{number}", name, source)
        for number, names in enumerate(
            [("محمد حسن الجبوري", "Muhammad Hassan al-Jubouri"), ("خالد قاسم", "Khaled Qasim")]
        )
        for source, name in zip("ab", names, strict=True)
    ]
    fresh = link(records)
    assert [link(records, memory=kept) for _ in range(2)] == [fresh, fresh]
