"""`recount names`: two names compared, and channels trained on somebody's own pairs."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from recount.cli.names import names
from recount.errors import CaseError
from recount.language.channels import channel, likeliest


def run(*arguments: object) -> Result:
    return CliRunner().invoke(names, [*map(str, arguments)], catch_exceptions=False)


def test_a_comparison_is_explained_letter_by_letter():
    said = run("compare", "محمود الجبوري", "Mahmoud al-Juburi").stdout
    assert "given name: محمود / mahmoud" in said
    assert "و → ou" in said
    assert "together" in said


def test_look_alikes_weigh_against_each_other_and_say_so():
    said = run("compare", "حسن علي", "Hussein Ali").stdout
    assert "-" in next(line for line in said.splitlines() if line.strip().startswith("given name  "))


def test_what_holds_no_name_is_said_to():
    assert run("compare", "17", "Salim").exit_code == 1


def test_a_way_of_writing_spells_both_words():
    found = likeliest(channel("arabic-latin"), "صلاحدين", "salaheddine")
    assert "".join(letter.read for letter in found) == "صلاحدين"
    assert "".join(letter.written for letter in found) == "salaheddine"


def test_training_makes_spellings_of_ones_own_likelier(tmp_path: Path):
    # A habit that no channel knows: every ح is written 7, as in chats; letters stand for it here.
    words = [
        "حسن",
        "حسين",
        "احمد",
        "محمد",
        "محمود",
        "حامد",
        "حازم",
        "صالح",
        "فاتح",
        "حنان",
        "رحيم",
        "حكيم",
        "فرح",
        "حيدر",
    ]
    latin = [
        "xasan",
        "xusein",
        "axmad",
        "muxamad",
        "maxmud",
        "xamid",
        "xazim",
        "salix",
        "fatix",
        "xanan",
        "raxim",
        "xakim",
        "farax",
        "xaidar",
    ]
    rows = [
        f"{a}{end},{b}{tail}"
        for a, b in zip(words, latin, strict=True)
        for end, tail in (("", ""), ("ي", "i"), ("ه", "a"), ("ان", "an"))
    ]
    (tmp_path / "pairs.csv").write_text("\n".join(rows), encoding="utf-8")
    said = run("train", tmp_path / "pairs.csv", tmp_path / "own").stdout
    before, now = (float(part.split()[0]) for part in said.split("costs: ")[1].split(", "))
    assert now < before - 1
    own = channel("arabic-latin", str(tmp_path / "own"))
    assert own.log2(["رحمه"], ["raxma"])[0] > channel("arabic-latin").log2(["رحمه"], ["raxma"])[0]


def test_too_few_pairs_are_refused(tmp_path: Path):
    (tmp_path / "pairs.csv").write_text("حسن,hasan\n", encoding="utf-8")
    with pytest.raises(CaseError, match="50 are needed"):
        run("train", tmp_path / "pairs.csv", tmp_path / "own")
