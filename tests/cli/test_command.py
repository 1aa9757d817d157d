"""The command itself: help, speed, exit codes, and a manual that is current."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from recount.cli.app import app
from recount.cli.exits import Exit, exit_code
from recount.cli.reference import reference, verbs
from recount.errors import DecisionRefused, LogDamaged, RecountError, SettingsError, Unfounded, UnknownSubject

ROOT = Path(__file__).resolve().parents[2]


def test_every_verb_has_help_whose_first_line_fits_the_list(recount):
    listing = recount("--help").out
    for verb in verbs():
        assert f"  {verb}" in listing
        assert recount(verb, "--help").code == Exit.FINE
    assert "..." not in listing.split("Commands:")[1]


def test_help_starts_fast():
    """In processor time, the best of three tries, since the machine may be doing other things."""
    command = [sys.executable, "-c", "from recount.cli import main; main(['--help'])"]
    assert min(_processor_seconds(command) for _ in range(3)) < 0.3


def _processor_seconds(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_nothing_heavy_is_imported_before_it_is_needed():
    listed = "import sys; import recount.cli.app; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", listed], check=True, capture_output=True, text=True).stdout.split()
    assert not {"numpy", "scipy", "duckdb", "splink", "trafilatura", "jinja2", "rich", "sqlite3"} & set(loaded)


def test_the_manual_is_made_of_the_commands_as_they_are():
    written = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    assert written == reference(), "run: python -m recount.cli.reference > docs/reference/cli.md"


def test_every_verb_has_a_docstring_of_its_own():
    assert all(command.callback.__doc__ for command in app.registered_commands)


@pytest.mark.parametrize("arguments", [["unknown"], ["build"], ["count", ".", "--unknown"], ["decide", "."]])
def test_a_wrong_call_ends_with_2_and_says_what_is_wrong(recount, arguments):
    said = recount(*arguments)
    assert said.code == Exit.USAGE
    assert "Error" in said.err or "Usage" in said.err


def test_a_folder_that_is_no_case_ends_with_3_in_one_line(recount, tmp_path):
    said = recount("build", tmp_path / "nowhere")
    assert said.code == Exit.CASE
    assert said.err.count("\n") == 1
    assert "there is no such folder" in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (SettingsError, Exit.CASE),
        (LogDamaged, Exit.CASE),
        (UnknownSubject, Exit.USAGE),
        (DecisionRefused, Exit.USAGE),
        (Unfounded, Exit.PROBLEM),
        (RecountError, Exit.PROBLEM),
    ],
)
def test_each_error_has_its_exit_code(kind, code):
    assert exit_code(kind("what and where")) is code


def test_the_version_is_that_of_the_package(recount):
    from recount.version import __version__

    assert recount("--version").out.strip() == __version__
