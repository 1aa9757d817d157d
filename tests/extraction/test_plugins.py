"""Back ends by name: ours, or an error that says what to install."""

import pytest

from recount.errors import PlugInMissing
from recount.extraction.backends import backend
from recount.extraction.reports import assertions_in
from recount.plugins import plug_in


def test_the_rules_are_ours():
    assert backend("rules") is assertions_in


def test_a_missing_back_end_says_what_there_is_and_what_to_do():
    with pytest.raises(
        PlugInMissing, match=r"no extractors are called 'oracle'; there are model, rules.*install the package"
    ):
        backend("oracle")


def test_a_plug_in_of_ours_needs_no_entry_point():
    assert plug_in("recount.methods", "plain", {"plain": len}) is len
