"""`recount diff`: which figures changed between two builds, and why."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.arguments import AsJson, Workers
from recount.cli.findings import built_of
from recount.errors import CaseError

if TYPE_CHECKING:
    from recount.model.changes import BuildRecord

_PUBLIC = Path("data") / "build.json"

Side = Annotated[
    Path,
    typer.Argument(help="A case folder, a record in build/builds/, or a published folder."),
]


def diff(old: Side, new: Side, workers: Workers = 1, as_json: AsJson = False) -> None:
    """Say which figures changed between two builds, and why.

    Each change is told with the document, row, decision or setting that made it.

    OLD and NEW are each a case folder, which is built; a record of an earlier build, as every build leaves one in
    build/builds/; or a published folder, whose record holds no rows, so that of a changed list only its name is told.
    """
    from recount.cli.diff_text import as_text
    from recount.pipeline.changes import changes
    from recount.store import encode

    published = any(_published(side) for side in (old, new))
    found = changes(*(_record(side, workers, published=published) for side in (old, new)))
    print(encode(found).decode() if as_json else as_text(found))


def _published(path: Path) -> bool:
    return (path / _PUBLIC).is_file() and not (path / "recount.toml").is_file()


def _record(path: Path, workers: int, *, published: bool) -> "BuildRecord":
    """The record of one side; beside a published one, as much of it as would be published."""
    from recount.model.changes import BuildRecord
    from recount.pipeline.record import record_of
    from recount.publication.record import public_record
    from recount.publication.redaction import redact
    from recount.store import decode

    if _published(path):
        return decode((path / _PUBLIC).read_bytes(), BuildRecord)
    if path.is_file() and not published:
        return decode(path.read_bytes(), BuildRecord)
    if (path / "recount.toml").is_file():
        built = built_of(path, workers)
        if published:
            return public_record(redact(built.findings, built.case.settings.publication))
        return record_of(built.findings)
    if path.is_file():
        raise CaseError(f"{path}: a record of a build cannot be held against a published folder; give the case folder")
    raise CaseError(f"{path}: is no case folder, no record of a build and no published folder that holds one")
