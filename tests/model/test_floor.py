"""What no contract of import-linter can say: the nouns import the standard library only, nothing opens a network."""

import ast
import sys
from pathlib import Path

import pytest

from recount.extraction.settings import ExtractionSettings

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "recount"
NETWORK = {"urllib.request", "http.client", "http.server", "socket", "ssl", "ftplib", "smtplib", "webbrowser"}


def imported(path: Path) -> set[str]:
    """The full names of the modules a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", sorted((PACKAGE / "model").glob("*.py")), ids=lambda path: path.stem)
def test_the_nouns_import_the_standard_library_only(path):
    roots = {name.partition(".")[0] for name in imported(path)} - {"recount"}
    assert roots <= set(sys.stdlib_module_names)


def test_errors_import_nothing():
    assert imported(PACKAGE / "errors.py") == set()


def test_no_module_opens_a_network_but_the_one_a_case_must_ask_for():
    """`extraction/model.py` asks an endpoint, and only where a case chooses `[extraction] backend = "model"`."""
    opening = {path.relative_to(PACKAGE).as_posix(): imported(path) & NETWORK for path in PACKAGE.rglob("*.py")}
    assert {name: found for name, found in opening.items() if found} == {"extraction/model.py": {"urllib.request"}}


def test_a_case_that_chooses_nothing_asks_no_endpoint():
    assert ExtractionSettings().backend == "rules"


def test_no_result_depends_on_the_clock():
    """Only a decision is dated, on the command line; `time` there and in bench measures, it does not count."""
    allowed = {"decide.py", "progress.py"}
    reading = {"datetime.now", "date.today", "time.time", "datetime.utcnow"}
    found = {
        path.name
        for path in PACKAGE.rglob("*.py")
        if any(call in path.read_text(encoding="utf-8") for call in reading) and path.name not in allowed
    }
    assert found == set()
