"""Every sources/<id>/source.toml of a case, read into a `Source`."""

import codecs
import tomllib
from collections.abc import Sequence
from pathlib import Path

from recount.ingestion.corrections import corrections
from recount.ingestion.mapping import expectation, mapping
from recount.ingestion.refused import Refused
from recount.ingestion.section import Section
from recount.model.codes import SourceKind
from recount.model.evidence import SEALED, About, Removal, SetAside, Source


def load_sources(root: Path) -> tuple[tuple[Source, ...], tuple[SetAside, ...]]:
    """Read the description of every source of a case, in order of its id.

    A source whose description cannot be used is set aside whole, with the file, the key and the remedy; the others
    go on.
    """
    found: list[Source] = []
    aside: list[SetAside] = []
    for folder in _folders(root):
        try:
            source, told = _source(folder)
            found.append(source)
            aside.extend(told)
        except Refused as refused:
            aside.append(refused.set_aside)
    if not found and not aside:
        aside.append(SetAside("sources", "holds no source", "make sources/<id>/source.toml and a documents folder"))
    return tuple(found), (*aside, *_dangling(found))


def _folders(root: Path) -> list[Path]:
    folder = root / "sources"
    if not folder.is_dir():
        return []
    return sorted(each for each in folder.iterdir() if each.is_dir() and not each.name.startswith("."))


def _source(folder: Path) -> tuple[Source, tuple[SetAside, ...]]:
    where = f"sources/{folder.name}/source.toml"
    top = Section(where, "", _toml(folder / "source.toml", where))
    table = mapping(top)
    by_hand = f"sources/{folder.name}/hand/corrections.csv"
    corrected, aside = corrections(folder, by_hand, table)
    source = Source(
        id=folder.name,
        name=top.needed("name"),
        kind=top.choice("kind", SourceKind),
        language=top.text("language", "en"),
        licence=top.text("licence"),
        url=top.text("url"),
        obtained=_obtained(top),
        depends_on=top.texts("depends_on"),
        party=top.maybe("party"),
        encoding=_encoding(top),
        name_ar=top.text("name_ar"),
        note=top.text("note"),
        mapping=table,
        expect=expectation(top, None if table is None else table.rows),
        documents=tuple(_about(section) for section in top.sections("document")),
        corrections=corrected,
        removals=tuple(_removal(section) for section in top.sections("removed")),
        names=top.texts("names"),
    )
    top.finish()
    _refuse_twins(top, source)
    return source, aside


def _toml(path: Path, where: str) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise Refused(where, "is missing", "write one with at least name and kind, or remove the folder") from error
    except tomllib.TOMLDecodeError as error:
        raise Refused(where, f"is not valid TOML: {error}", "correct that line") from error
    except (UnicodeDecodeError, OSError) as error:
        raise Refused(where, f"cannot be read ({type(error).__name__})", "save it as UTF-8 text") from error


def _obtained(top: Section) -> str:
    """How and when the source was obtained: free text, or a bare date."""
    try:
        return top.text("obtained")
    except Refused as refused:
        raise Refused(refused.set_aside.where, refused.set_aside.what, "put quotation marks around it") from refused


def _encoding(top: Section) -> str:
    encoding = top.text("encoding", "utf-8")
    try:
        codecs.lookup(encoding)
        "".encode(encoding)
    except (LookupError, UnicodeError) as error:
        what = f"{encoding!r} is not an encoding"
        raise top.refuse("encoding", what, "use one such as utf-8, windows-1256 or iso-8859-6") from error
    return encoding


def _about(section: Section) -> About:
    about = About(
        file=section.needed("file"),
        published=section.day("published"),
        received=section.day("received"),
        title=section.text("title"),
        url=section.text("url"),
        publisher=section.text("publisher"),
        credit=section.texts("credit"),
        language=section.text("language"),
        version=section.maybe("version"),
        obtained=section.text("obtained"),
        from_whom=_from_whom(section),
    )
    section.finish()
    return about


def _from_whom(section: Section) -> str:
    """From whom a document came. Of a sealed name no more is kept than that there is one."""
    said, sealed = section.text("from"), section.text("sealed_from")
    if said and sealed:
        raise section.refuse("from", "stands beside `sealed_from`", "keep one: `sealed_from` is never shown or kept")
    return SEALED if sealed else said


def _removal(section: Section) -> Removal:
    removal = Removal(section.needed("key"), section.needed("version"), section.needed("reason"))
    section.finish()
    return removal


def _refuse_twins(top: Section, source: Source) -> None:
    files = [about.file for about in source.documents]
    for file in files:
        if files.count(file) > 1:
            raise top.refuse("document", f"{file!r} is described twice", "keep one [[document]] for each file")


def _dangling(sources: Sequence[Source]) -> list[SetAside]:
    """Dependencies on sources the case does not hold."""
    known = {source.id for source in sources}
    remedy = "correct the id, or add that source"
    return [
        SetAside(f"sources/{source.id}/source.toml, key depends_on", f"no source is called {other!r}", remedy, False)
        for source in sources
        for other in source.depends_on
        if other not in known
    ]
