"""A small invented city, built once."""

import shutil
from pathlib import Path

import pytest

from recount.simulation import SimulationSettings, simulate


@pytest.fixture(scope="session")
def small_city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case folder of a few hundred invented people, as written."""
    folder = tmp_path_factory.mktemp("city") / "case"
    simulate(folder, SimulationSettings(seed=5, deaths=300))
    return folder


@pytest.fixture
def city(small_city: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copytree(small_city, tmp_path / "case"))
