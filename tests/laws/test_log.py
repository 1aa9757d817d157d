"""The law of the log: written = read."""

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from recount.model.decisions import standing
from recount.store import JsonlLog
from tests.laws.acts import LOGS, numbered

REASONS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(str.strip)


@settings(max_examples=40)
@given(LOGS, st.lists(REASONS, min_size=12, max_size=12), st.floats(0, 1))
def test_what_is_written_is_read(found, reasons, score):
    given_in = [replace(one, reason=reason, score=score) for one, reason in zip(found, reasons, strict=False)]
    with tempfile.TemporaryDirectory() as folder:
        written = [JsonlLog(Path(folder)).add(one) for one in given_in]
        read = list(JsonlLog(Path(folder)).read().decisions)
    assert read == sorted(written, key=lambda one: (one.reviewer, one.counter))
    assert [replace(one, previous="") for one in written] == numbered(given_in)
    assert standing(read) == standing(numbered(given_in))
