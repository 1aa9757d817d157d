"""`recount publish --pdf` where the typesetter is missing."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Said


def test_publish_on_paper_stops_before_it_builds_and_says_what_to_install(
    tmp_path: Path, recount: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    said = recount("publish", tmp_path, tmp_path / "release", "--pdf")
    assert said.code != 0
    assert "pip install 'recount-casualties[pdf]'" in " ".join((said.out + said.err).split())
    assert list(tmp_path.iterdir()) == []
