"""`recount link`: people in two spreadsheets, or in more, without a case."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from recount.cli.arguments import Quiet
from recount.cli.link_options import (
    Cache,
    Channels,
    Columns,
    Encoding,
    Excel,
    Force,
    HeaderRow,
    Labels,
    Lists,
    OneToOne,
    Out,
    Page,
    Seed,
    Sheet,
    Threshold,
)
from recount.errors import CaseError
from recount.linkage.settings import LinkageSettings

if TYPE_CHECKING:
    from recount.cli.link_lists import List
    from recount.cli.link_result import Result

_USUAL = LinkageSettings()
_TOLD = 12


def link(
    lists: Lists,
    out: Out = Path("linked.csv"),
    html: Page = None,
    columns: Columns = "",
    threshold: Threshold = _USUAL.threshold,
    one_to_one: OneToOne = False,
    labels: Labels = None,
    channels: Channels = "",
    cache: Cache = None,
    seed: Seed = _USUAL.seed,
    encoding: Encoding = "",
    sheet: Sheet = None,
    header_row: HeaderRow = None,
    excel: Excel = False,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Find who stands in several lists, or twice in one.

    Writes all rows in order with `list`, `row`, `person_id`, `probability` and `reason` added: rows of one person share
    a person_id. Names may be in Arabic or Latin letters. What the columns are is read off their headers.
    """
    from recount.cli.link_lists import Wishes
    from recount.cli.link_result import report, write_table

    _refuse_overwriting([*lists], [path for path in (out, html) if path is not None], force=force)
    settings = replace(_USUAL, seed=seed, threshold=threshold, channels=channels, one_to_one=one_to_one)
    wishes = Wishes(columns, encoding, sheet, header_row)
    read, result = _linked(lists, wishes, settings, (cache, labels), quiet=quiet)
    write_table(out, read, result, excel=excel)
    _write_page(html, read, result)
    _tell_unread(read)
    print(report(read, result))
    _tell_written(out, html)


def _write_page(html: Path | None, read: list["List"], result: "Result") -> None:
    if html is not None:
        from recount.cli.link_page import page

        html.write_text(page(read, result), encoding="utf-8")


def _tell_written(out: Path, html: Path | None) -> None:
    print(f"\nRows with their person: {out}" + (f"\nThe doubtful pairs explained: {html}" if html is not None else ""))


def _linked(
    paths: Sequence[Path],
    wishes: object,
    settings: LinkageSettings,
    cache_and_labels: tuple[Path | None, Path | None],
    *,
    quiet: bool,
) -> tuple[list["List"], "Result"]:
    from recount.cli.link_labels import verdicts
    from recount.cli.link_lists import Wishes, lists
    from recount.cli.link_result import Result
    from recount.cli.progress import progress
    from recount.linkage import link as linked
    from recount.linkage import resolve
    from recount.linkage.assignment import one_to_one as assigned
    from recount.linkage.judged import judged
    from recount.linkage.labels import taught
    from recount.store import Kept

    cache, labels = cache_and_labels
    with progress(quiet=quiet) as step:
        step(f"reading {len(paths)} lists")
        read = list(lists(paths, wishes if isinstance(wishes, Wishes) else Wishes()))
        records = [record for one in read for record in one.people.values()]
        decided = verdicts(labels, read) if labels is not None else ()
        step(f"comparing {len(records):,} rows")
        links = linked(records, settings, None if cache is None else Kept(cache))
        step("putting rows into people")
        links = assigned(records, links) if settings.one_to_one else links
        found = resolve(records, links, decided, settings)
        return read, Result(taught(links, judged(decided, {one.id for one in records})), found, settings)


def _refuse_overwriting(lists: Sequence[Path], written: Sequence[Path], *, force: bool) -> None:
    received = {path.resolve() for path in lists}
    for path in written:
        if path.resolve() in received:
            raise CaseError(f"{path}: is one of the lists, which are never written to; choose another name")
        if path.exists() and not force:
            raise CaseError(f"{path}: exists; choose another name, or say --force to write over it")
        if not path.absolute().parent.is_dir():
            raise CaseError(f"{path}: its folder is not there; make it first")


def _tell_unread(read: Sequence["List"]) -> None:
    told = [str(one) for each in read for one in each.told]
    for line in told[:_TOLD]:
        typer.echo(f"  please note: {line}", err=True)
    if len(told) > _TOLD:
        typer.echo(f"  and {len(told) - _TOLD:,} more such notes", err=True)
