"""Small case folders for tests."""

from pathlib import Path

from recount.ingestion import IngestionSettings, ingest, load_sources
from recount.model.evidence import Document, Intake, Table

PERSONS = """
name = "A morgue"
kind = "morgue"
language = "ar"
[table]
rows = "persons"
date_order = "DMY"
[columns]
name = "name"
age = "age"
died = "died"
"""
NEWS = 'name = "A newspaper"\nkind = "news"\n'


def a_source(root: Path, toml: str = PERSONS, identifier: str = "morgue") -> Path:
    """Make sources/<id>/ with a description and an empty documents folder; returns the documents folder."""
    folder = root / "sources" / identifier
    (folder / "documents").mkdir(parents=True)
    (folder / "source.toml").write_text(toml, encoding="utf-8")
    return folder / "documents"


def taken_in(root: Path, settings: IngestionSettings | None = None) -> Intake:
    """Everything `ingest` makes of a case, with what `load_sources` told in front."""
    sources, told = load_sources(root)
    intake = ingest(root, sources) if settings is None else ingest(root, sources, settings)
    return Intake(intake.documents, (*told, *intake.set_aside))


def the_document(root: Path) -> Document:
    """The only document of a case."""
    (document,) = taken_in(root).documents
    return document


def the_table(root: Path) -> Table:
    """The only table of the only document of a case."""
    (table,) = the_document(root).tables
    return table


def told(intake: Intake) -> str:
    """All that was set aside, one to a line."""
    return "\n".join(map(str, intake.set_aside))
