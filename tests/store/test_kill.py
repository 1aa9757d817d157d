"""A crash at any moment loses no acknowledged decision."""

import sys

import pytest

from tests.store.kill import rounds


@pytest.mark.skipif(sys.platform == "win32", reason="signal 9 is not a thing there")
def test_a_writer_killed_at_any_moment_loses_no_acknowledged_decision(tmp_path):
    kept, _ = rounds(tmp_path, 40)
    assert kept >= 40
