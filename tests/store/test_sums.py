"""Checksums of a published folder."""

import random

import pytest

from recount.model.ids import digest
from recount.store.sums import SUMS, differences


@pytest.fixture
def site(tmp_path):
    for name in ("index.html", "people/one.html", "data/figures.csv"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"content of {name}\n" * 20)
    files = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    lines = [f"{digest(path.read_bytes())}  {path.relative_to(tmp_path).as_posix()}\n" for path in files]
    (tmp_path / SUMS).write_text("".join(lines))
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
        (lambda site: (site / SUMS).write_text("nonsense"), "line 1: is no line of sha256sum"),
    ],
)
def test_a_file_gone_added_or_unreadable_is_named(site, change, said):
    change(site)
    assert any(said in line for line in differences(site))
