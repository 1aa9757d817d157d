"""The case folder of Mosul 2017, built once for every test that reads its findings."""

import shutil
from pathlib import Path

import pytest

from recount.case import open_case
from recount.model.findings import Findings
from recount.pipeline import build
from tests.cases.answers import Answers

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "mosul-2017"


@pytest.fixture(scope="session")
def mosul_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example, so that a build leaves nothing in the work tree."""
    folder = tmp_path_factory.mktemp("cases") / "mosul-2017"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("build", "site"))
    return folder


@pytest.fixture(scope="session")
def mosul_findings(mosul_folder: Path) -> Findings:
    """What a build finds in the example."""
    return build(open_case(mosul_folder))


@pytest.fixture(scope="session")
def mosul(mosul_findings: Findings) -> Answers:
    """The findings, with questions to ask them."""
    return Answers(mosul_findings)
