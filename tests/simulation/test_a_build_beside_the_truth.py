"""A whole build of a small simulated case: it never opens the truth, does not depend on it, and comes close to it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from recount.case import open_case
from recount.pipeline import build
from recount.simulation import SimulationSettings, compare, simulate

SETTINGS = SimulationSettings(deaths=400, reports=5, seed=11)

# Every file that Python opens or folder it lists is noted, from before the first import of ours.
WATCHED = """
import sys
seen = []
def note(event, args):
    if event in ("open", "os.listdir", "os.scandir"):
        seen.append(str(args[0]))
sys.addaudithook(note)
from pathlib import Path
from recount.case import open_case
from recount.pipeline import build
build(open_case(Path(sys.argv[1])))
assert any("register.csv" in path for path in seen), "the watch does not work"
print("\\n".join(path for path in seen if path.startswith(str(Path(sys.argv[1]) / "truth"))))
"""


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A case built under watch, and what it opened of the truth."""
    folder = tmp_path_factory.mktemp("watched") / "case"
    simulate(folder, SETTINGS)
    run = subprocess.run(
        [sys.executable, "-c", WATCHED, str(folder)], check=False, capture_output=True, text=True, timeout=120
    )
    assert run.returncode == 0, run.stderr
    return folder, run.stdout.strip()


def test_a_build_never_opens_the_truth(watched: tuple[Path, str]) -> None:
    assert watched[1] == ""


def test_a_build_without_the_truth_gives_the_same_bytes(watched: tuple[Path, str], tmp_path: Path) -> None:
    known = watched[0]
    blind = tmp_path / "case"
    shutil.copytree(known, blind, ignore=shutil.ignore_patterns("truth", "build", "site"))
    build(open_case(blind))
    pages = sorted(path.relative_to(known) for path in (known / "site").rglob("*") if path.is_file())
    assert pages
    assert [page for page in pages if (known / page).read_bytes() != (blind / page).read_bytes()] == []


def test_an_agencys_review_told_in_two_languages_is_one_voice(watched: tuple[Path, str]) -> None:
    found = build(open_case(watched[0]))
    assert [figure.name for figure in found.figures if figure.name.startswith("claimed")] == ["claimed"]
    (figure,) = (figure for figure in found.figures if figure.name == "claimed")
    told = {claim.source for claim in found.claims if claim.id in figure.lines[0].evidence}
    assert {"harbour-wire", "radio-nahr"} <= told


def test_a_build_comes_close_to_the_truth(watched: tuple[Path, str]) -> None:
    comparison = compare(watched[0] / "truth", build(open_case(watched[0])))
    assert comparison.pairs.f1 >= 0.95
    assert comparison.incidents.f1 >= 0.93
    documented = comparison.count("documented")
    assert documented.given
    assert documented.truth == pytest.approx((documented.found.floor + (documented.found.high or 0)) / 2, rel=0.05)
