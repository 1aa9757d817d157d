"""What every test shares: the laws' settings and the way to the material beside the repository."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_QUIET = (HealthCheck.too_slow, HealthCheck.data_too_large)
settings.register_profile("suite", derandomize=True, deadline=None, database=None, max_examples=150)
settings.register_profile("soak", deadline=None, database=None, max_examples=10_000, suppress_health_check=_QUIET)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))

BESIDE = Path(__file__).resolve().parents[1].parent / "shared" / "data"


@pytest.fixture
def beside() -> Path:
    """The folder of material beside the repository; the test is skipped where there is none."""
    if not BESIDE.is_dir():
        pytest.skip(f"the material beside the repository is not here ({BESIDE.name})")
    return BESIDE
