"""`recount link`: people in two spreadsheets, or in more, without a case."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.arguments import Quiet
from recount.errors import CaseError
from recount.linkage.settings import LinkageSettings

if TYPE_CHECKING:
    from recount.cli.link_lists import List
    from recount.cli.link_result import Result

_USUAL = LinkageSettings()
_TOLD = 12


def link(
    lists: Annotated[
        list[Path], typer.Argument(metavar="LIST...", help="Spreadsheets: .csv, .tsv, .xlsx, .xls, .ods, .json.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="The CSV to write.")] = Path("linked.csv"),
    html: Annotated[Path | None, typer.Option(help="A page that explains the doubtful pairs.")] = None,
    columns: Annotated[
        str,
        typer.Option(
            "--map", metavar="FIELD=COLUMN,...", help="name=A+B,sex=C,ngo:age=D instead of the usual headers."
        ),
    ] = "",
    threshold: Annotated[
        float, typer.Option(min=0.01, max=0.99, help="From which probability two rows are one person.")
    ] = _USUAL.threshold,
    one_to_one: Annotated[
        bool, typer.Option("--one-to-one", help="Every list names a person once: join a row with one row of another.")
    ] = False,
    labels: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Pairs decided on: a CSV of list, row, other_list, other_row, same (yes, no)."
        ),
    ] = None,
    channels: Annotated[
        str, typer.Option(metavar="FOLDER", help="Channels of your own, as `recount names train` writes them.")
    ] = "",
    cache: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Keep comparisons of very many names there; the next run is faster."),
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help="Seed of everything random.")] = _USUAL.seed,
    encoding: Annotated[
        str, typer.Option(help="Encoding of text files; UTF-8, or that of Arabic Windows, where not given.")
    ] = "",
    sheet: Annotated[str | None, typer.Option(help="The sheet of a workbook; the first where not given.")] = None,
    header_row: Annotated[
        int | None, typer.Option(min=1, help="The row the headers stand in; looked for where not given.")
    ] = None,
    excel: Annotated[bool, typer.Option("--excel", help="Mark the CSV as UTF-8, so that Excel shows Arabic.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over files that exist.")] = False,
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
