"""A published folder against its list of checksums."""

import random
from datetime import date
from pathlib import Path

import pytest

from recount.publication.release import seal, write
from recount.store.manifest import MANIFEST, differences, head


@pytest.fixture
def site(tmp_path) -> Path:
    names = ("index.html", "people/one.html", "data/figures.csv")
    checksums = {name: write(tmp_path, name, f"content of {name}\n".encode() * 20) for name in names}
    seal(tmp_path, checksums, "2.1", date(2021, 3, 4))
    return tmp_path


def test_an_untouched_folder_has_no_differences(site):
    assert differences(site) == []


def test_any_change_of_one_byte_is_found(site):
    chance = random.Random(2)
    files = sorted(path for path in site.rglob("*") if path.is_file())
    missed = []
    for _ in range(500):
        path = chance.choice(files)
        whole = path.read_bytes()
        at, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        path.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
        if not differences(site):
            missed.append((path.name, at, bit))
        path.write_bytes(whole)
    assert missed == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda site: (site / "index.html").unlink(), "index.html: is recorded but gone"),
        (lambda site: (site / "new.html").touch(), "new.html: is no part of the release"),
        (lambda site: (site / MANIFEST).write_text("nonsense"), "release.json: is not as it was written"),
    ],
)
def test_a_file_gone_added_or_unreadable_is_named(site, change, said):
    change(site)
    assert any(said in line for line in differences(site))


def test_the_head_is_that_of_the_release(tmp_path):
    release = seal(tmp_path, {"index.html": write(tmp_path, "index.html", b"a page")}, "1", None)
    assert head(tmp_path) == release.head
    (tmp_path / MANIFEST).write_text("{}")
    assert head(tmp_path) == ""
