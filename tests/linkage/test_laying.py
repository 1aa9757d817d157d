"""Names laid side by side: very many pairs by a compiled loop, few by columns, with one result."""

import numpy as np

from recount.language.scripts import written
from recount.linkage import alignment
from recount.linkage.alignment import Aligned, align, name_table
from recount.linkage.columns import columns
from recount.linkage.pairs import Pairs
from recount.linkage.tokens import spelled, token_weights
from recount.linkage.vocabulary import words_of
from recount.model.assertions import Record
from recount.model.evidence import Locator

PARTS = ("محمد", "احمد", "محمود", "حسن", "حسين", "الجبوري", "عبد الله", "muhammad", "Ahmed", "al-Jubouri", "Hasan")


def aligned(pairs: Pairs, many: int, monkeypatch) -> Aligned:
    rng = np.random.Generator(np.random.PCG64(3))
    records = []
    for number in range(40):
        texts = [" ".join(rng.choice(PARTS, size=1 + rng.integers(6))) for _ in range(rng.integers(3))]
        texts += ["طفل احمد حسن الجبوري"] if number % 9 == 0 else []
        records.append(Record(f"r-{number:02}", Locator("d", row=number), "a", tuple(map(written, texts))))
    table = columns(records)
    words = words_of(table)
    monkeypatch.setattr(alignment, "_MANY", many)
    return align(name_table(table, words), token_weights(spelled(words), words), pairs)


def test_names_are_laid_side_by_side_alike_whether_there_are_few_pairs_or_many(monkeypatch):
    left, right = np.triu_indices(40, 1)
    pairs = Pairs(left.astype(np.int64), right.astype(np.int64))
    few, many = aligned(pairs, len(pairs) + 1, monkeypatch), aligned(pairs, 1, monkeypatch)
    for of in ("bits", "layout", "names", "words", "roles"):
        assert (getattr(few, of) == getattr(many, of)).all(), of
    assert (few.total > 5).any()
    assert (few.names < 0).any()
