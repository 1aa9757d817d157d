"""The tutorial on Kosovo does what it says: its commands and its Python are run as they stand."""

from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

from tests.docs.test_tutorial import run_console

TUTORIAL = Path(__file__).resolve().parents[2] / "docs" / "tutorial" / "kosovo-1999.md"


@pytest.mark.slow
def test_the_tutorial_on_kosovo_does_what_it_says(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    examples = list(
        Sybil([CodeBlockParser("console", run_console), PythonCodeBlockParser()]).parse(TUTORIAL).examples()
    )
    assert len(examples) == 6
    for example in examples:
        example.evaluate()
