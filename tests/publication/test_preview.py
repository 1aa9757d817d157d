"""What a release keeps back is told before it is handed on."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from recount.cli.app import app
from recount.publication import PublicationSettings, withheld
from tests.publication import invented

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "mosul-2017"


def told(settings: PublicationSettings) -> dict[str, int]:
    return {one.what: one.count for one in withheld(invented.findings(), settings)}


def test_by_default_names_and_rows_are_kept_back() -> None:
    found = told(PublicationSettings())
    assert found["names of people"] == 2
    assert found["names of children"] == 1
    assert found["rows of Morgue of Zarda"] == 3
    assert found["exact places of people"] == 2


def test_children_are_kept_back_by_their_own_setting() -> None:
    found = withheld(invented.findings(), PublicationSettings(naming="full", minors="none", show_rows=True))
    assert [(one.count, one.why) for one in found if "names" in one.what] == [(1, "[publication] minors = “none”")]


def test_what_no_setting_opens_is_still_kept_back() -> None:
    found = told(PublicationSettings(naming="full", minors="full", show_rows=True))
    assert found == {"columns of Morgue of Zarda": 1, "exact places of people": 2}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("handed-on") / "case"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("build", "site"))
    return folder


def test_a_preview_writes_no_release_and_a_release_can_be_verified(case: Path, tmp_path: Path) -> None:
    run, out = CliRunner(), tmp_path / "release"
    preview = run.invoke(app, ["publish", str(case), str(out), "--preview", "--quiet"])
    assert (preview.exit_code, out.exists()) == (0, False)
    written = run.invoke(app, ["publish", str(case), str(out), "--quiet"])
    assert written.exit_code == 0, written.output
    head = written.output.strip().rsplit(" ", 1)[-1]
    checked = run.invoke(app, ["verify", str(out)])
    assert checked.exit_code == 0
    assert head in checked.output
    assert (out / "release.json").read_bytes() == (case / "site" / "release.json").read_bytes()
