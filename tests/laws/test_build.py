"""The law of the build: the same inputs give the same bytes, whoever builds, where, with how many hands."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from recount.case import open_case
from recount.model.decisions import Judgement, Question
from recount.pipeline import Build, evidence_of, walk
from recount.simulation import SimulationSettings, simulate
from recount.store import JsonlLog
from tests.store.test_log import a_decision


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small simulated case, built once with one worker."""
    folder = tmp_path_factory.mktemp("law") / "town"
    simulate(folder, SimulationSettings(deaths=120, reports=4, seed=5))
    walk(open_case(folder))
    return folder


@pytest.fixture
def copy(town, tmp_path) -> Path:
    """The same case elsewhere, with its remembered steps and its site."""
    return Path(shutil.copytree(town, tmp_path / "another place" / "town"))


def published(case: Path) -> dict[str, bytes]:
    return {
        path.relative_to(case).as_posix(): path.read_bytes() for path in (case / "site").rglob("*") if path.is_file()
    }


def remembered(case: Path) -> set[tuple[str, str]]:
    """Each step with the digest of its result."""
    parts = (path.stem.split("-") for path in (case / "build" / "steps").iterdir())
    return {(name, result) for name, _, result in parts}


def without_what_is_derived(case: Path) -> Path:
    shutil.rmtree(case / "build")
    shutil.rmtree(case / "site")
    return case


def test_deleted_and_built_again_elsewhere_with_two_workers_and_without_the_truth_every_byte_is_the_same(town, copy):
    shutil.rmtree(copy / "truth")
    arguments = ["build", str(without_what_is_derived(copy)), "--quiet", "--workers", "2"]
    command = [sys.executable, "-c", f"from recount.cli import main; main({arguments!r})"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert remembered(copy) == remembered(town)
    assert published(copy) == published(town)


def test_damaged_step_results_change_nothing(town, copy):
    for path in (copy / "build" / "steps").iterdir():
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    shutil.rmtree(copy / "site")
    walk(open_case(copy))
    assert published(copy) == published(town)


def decided(case: Path, judgement: Judgement) -> Build:
    """Say of the two records of some person that they are two people, or take it back, and build."""
    opened = open_case(case)
    built = walk(opened)
    pair = next(pair for pair in built.findings.links.pairs if pair.probability > 0.9)
    subject = (pair.left, pair.right)
    shown = evidence_of(built, Question.SAME_PERSON, subject)
    JsonlLog(opened.decisions).add(a_decision(subject=subject, judgement=judgement, evidence=shown))
    return walk(opened)


def test_a_withdrawn_decision_leaves_the_figures_as_they_were(town, copy):
    before = walk(open_case(copy))
    apart = decided(copy, Judgement.NO)
    assert len(apart.findings.resolution.victims) == len(before.findings.resolution.victims) + 1
    assert decided(copy, Judgement.WITHDRAWN).figures == before.figures


def test_evidence_that_arrives_in_another_order_gives_the_same_bytes(town, tmp_path):
    case = tmp_path / "town"
    files = sorted((path for path in town.rglob("*") if path.is_file()), reverse=True)
    for path in files:
        where = path.relative_to(town)
        if where.parts[0] not in ("build", "site"):
            (case / where).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, case / where)
    walk(open_case(case))
    assert published(case) == published(town)
