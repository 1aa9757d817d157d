"""Looking things up by id, and what rests on what."""

import pytest

from recount.errors import UnknownSubject
from recount.model.people import Victim
from recount.store.index import write_index

THINGS = [
    ("v-aa1", "victim", Victim("v-aa1", ("r-1", "r-2"), ("morgue",))),
    ("v-ab2", "victim", Victim("v-ab2", ("r-3",), ("morgue",))),
    ("r-1", "record", {"id": "r-1", "locator": {"document": "d-1"}}),
    ("r-2", "record", {"id": "r-2", "locator": {"document": "d-1"}}),
    ("r-3", "record", {"id": "r-3", "locator": {"document": "d-unknown"}}),
    ("d-1", "document", {"id": "d-1", "sha256": "00"}),
]


def test_a_thing_is_found_by_the_beginning_of_its_id(tmp_path):
    index = write_index(tmp_path / "index.sqlite", THINGS)
    assert index.find("v-aa").id == "v-aa1"
    assert '"records":["r-1","r-2"]' in index.find("v-aa1").json


def test_evidence_is_found_in_both_directions(tmp_path):
    index = write_index(tmp_path / "index.sqlite", THINGS)
    assert index.rests_on("v-aa1") == ["r-1", "r-2"]
    assert index.carries("d-1") == ["r-1", "r-2"]
    assert index.rests_on("r-3") == []


@pytest.mark.parametrize(("beginning", "message"), [("v-a", "several ids"), ("x-", "nothing in this case")])
def test_an_id_that_answers_to_nothing_or_to_several_is_an_error(tmp_path, beginning, message):
    with pytest.raises(UnknownSubject, match=message):
        write_index(tmp_path / "index.sqlite", THINGS).find(beginning)


def test_an_exact_id_is_found_although_another_begins_with_it(tmp_path):
    index = write_index(tmp_path / "index.sqlite", [*THINGS, ("v-aa12", "victim", {})])
    assert index.find("v-aa1").id == "v-aa1"


def test_writing_again_replaces_everything(tmp_path):
    write_index(tmp_path / "index.sqlite", THINGS)
    assert write_index(tmp_path / "index.sqlite", THINGS[:1]).kinds() == {"victim": 1}
