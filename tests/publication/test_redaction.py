"""What may never be shown is not in the files at all."""

import ast
import json
from dataclasses import replace
from pathlib import Path

import pytest

import recount.publication
from recount.errors import SettingsError
from recount.model.codes import Sex
from recount.model.interval import exactly
from recount.publication import PublicationSettings, publish
from recount.publication.redaction.people import cells
from tests.publication import invented
from tests.publication.opening import everything

NAMES = ("Ali Hasan Mahmoud", "Omar Salim Dawud", "علي حسن محمود", "زينب حسن محمود")


def published(tmp_path: Path, settings: PublicationSettings) -> str:
    publish(invented.findings(), tmp_path / "site", settings)
    return everything(tmp_path / "site")


def test_without_leave_nobody_is_named_and_no_row_is_shown(tmp_path: Path) -> None:
    text = published(tmp_path, PublicationSettings())
    assert not any(name in text for name in NAMES)
    assert "v-1.html" not in text
    assert "r-1" not in text


def test_with_rows_but_without_names_only_harmless_columns_are_shown(tmp_path: Path) -> None:
    text = published(tmp_path, PublicationSettings(show_rows=True))
    assert not any(name in text for name in NAMES)
    assert "ذكر" in text


def test_initials_hide_the_name_and_the_age(tmp_path: Path) -> None:
    text = published(tmp_path, PublicationSettings(naming="initials", minors="initials"))
    assert not any(name in text for name in NAMES)
    assert "A. H. M." in text
    assert "18-64" in text


def test_a_child_is_hidden_where_adults_are_named(tmp_path: Path) -> None:
    text = published(tmp_path, PublicationSettings(naming="full", minors="none", show_rows=True))
    assert "زينب" not in text
    assert "Ali Hasan Mahmoud" in text


def test_the_policy_for_minors_is_never_more_open_than_that_for_adults(tmp_path: Path) -> None:
    text = published(tmp_path, PublicationSettings(naming="none", minors="full", show_rows=True))
    assert not any(name in text for name in NAMES)


def test_exact_homes_and_their_coordinates_are_never_published(tmp_path: Path) -> None:
    text = published(tmp_path, PublicationSettings(naming="full", minors="full", show_rows=True))
    assert "house-14" not in text
    assert "house 14" not in text.casefold()
    assert "36.2101" not in text


def test_a_sealed_column_is_not_in_the_files_even_if_a_row_still_holds_it(tmp_path: Path) -> None:
    found = invented.findings()
    unsealed = tuple(
        replace(
            document,
            tables=tuple(
                replace(table, rows=tuple(replace(r, cells=(*r.cells[:-1], "witness-canary-7781")) for r in table.rows))
                for table in document.tables
            ),
        )
        if document.source == "morgue"
        else document
        for document in found.documents
    )
    settings = PublicationSettings(naming="full", minors="full", show_rows=True)
    publish(replace(found, documents=unsealed), tmp_path / "site", settings)
    assert "witness-canary" not in everything(tmp_path / "site")


def test_reports_can_be_cut_to_the_sentences_that_make_a_claim(tmp_path: Path) -> None:
    text = published(tmp_path, PublicationSettings(texts="sentences"))
    assert "Nobody else could be reached" not in text
    assert "Residents said" in text


def test_words_about_people_who_are_not_named_are_withheld_with_them(tmp_path: Path) -> None:
    found = invented.findings()
    telling = (replace(found.decisions[0], reason="Ali Hasan Mahmoud is his cousin"),)
    doubt = replace(found.discrepancies[0], title="Ali Hasan Mahmoud twice", says="Omar Salim Dawud", subjects=("v-1",))
    aside = (replace(found.set_aside[0], what="sex has the unknown value “علي حسن محمود”"),)
    told = replace(found, decisions=telling, discrepancies=(doubt,), set_aside=aside)
    publish(told, tmp_path / "site", PublicationSettings())
    assert not any(name in everything(tmp_path / "site") for name in NAMES)


def test_people_who_are_not_shown_are_counted_in_cells_of_at_least_k() -> None:
    found = invented.findings().records[0]
    men = [replace(found, id=f"r-{n}", sex=Sex.MALE) for n in range(7)]
    women = [replace(found, id=f"q-{n}", sex=Sex.FEMALE) for n in range(4)]
    assert [(cell.sex, cell.people) for cell in cells([*men, *women], 5)] == [(Sex.UNKNOWN, 11)]
    assert [(cell.sex, cell.people) for cell in cells(men, 5)] == [(Sex.MALE, 7)]
    assert cells(women, 5) == ()


def months(tmp_path: Path, settings: PublicationSettings) -> set[str]:
    """The figures of months and of groups of people that are published."""
    found = invented.findings()
    base = next(f for f in found.figures if f.name == "documented/2021-03")
    groups = {"2021-01": 9, "2021-02": 3, "2021-03": 6, "2021-04": 12, "women": 7, "men": 8}
    made = tuple(
        replace(base, name=f"documented/{name}", lines=(replace(base.lines[0], amount=exactly(people)),))
        for name, people in groups.items()
    )
    kept = tuple(f for f in found.figures if not f.name.startswith("documented/2021"))
    publish(replace(found, figures=(*kept, *made)), tmp_path / "site", settings)
    rows = json.loads((tmp_path / "site/data/figures.json").read_text("utf-8"))
    return {row["name"].partition("/")[2] for row in rows} & set(groups)


def test_a_month_of_fewer_than_k_unnamed_people_is_withheld_with_the_one_that_would_give_it_away(
    tmp_path: Path,
) -> None:
    assert months(tmp_path, PublicationSettings()) == {"2021-01", "2021-04", "women", "men"}
    assert not (tmp_path / "site/en/figures/documented--2021-02.html").exists()
    assert "3 figures by month, sex, age or party" in (tmp_path / "site/en/figures/index.html").read_text("utf-8")


def test_where_everybody_is_named_no_month_is_too_small(tmp_path: Path) -> None:
    assert len(months(tmp_path, PublicationSettings(naming="full", minors="full", show_rows=True))) == 6


def test_an_unknown_naming_policy_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="full, initials or none"):
        publish(invented.findings(), tmp_path / "site", PublicationSettings(naming="some"))


def test_only_redaction_makes_public_values() -> None:
    room = Path(recount.publication.__file__).parent
    makers = set()
    for path in room.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id.startswith("Public"):
                makers.add(path.relative_to(room).parts[0])
    assert makers == {"redaction"}


def test_templates_and_charts_never_import_a_noun_that_names_somebody() -> None:
    room = Path(recount.publication.__file__).parent
    private = {
        "recount.model.assertions",
        "recount.model.evidence",
        "recount.model.findings",
        "recount.model.decisions",
    }
    for path in sorted(room.rglob("*.py")):
        if "redaction" in path.parts or path.name in ("publishing.py", "release.py", "__init__.py"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            assert not (isinstance(node, ast.ImportFrom) and node.module in private), path.name
