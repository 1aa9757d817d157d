"""`recount map`: a first draft of the mapping of a table nobody has described."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.arguments import AsJson
from recount.errors import CaseError
from recount.model.evidence import Rows

if TYPE_CHECKING:
    from recount.cli.drafting import Draft
    from recount.model.evidence import Table


def map_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A table: .csv .tsv .xlsx .xls .ods .json or .jsonl.")],
    rows: Annotated[Rows | None, typer.Option(help="What one row is, where you know it.")] = None,
    sheet: Annotated[str | None, typer.Option(help="The sheet of a workbook; the first otherwise.")] = None,
    header_row: Annotated[int, typer.Option(min=1, help="The row of the headers.")] = 1,
    encoding: Annotated[str, typer.Option(help="The encoding of a text file.")] = "utf-8",
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the draft there; it must not exist.")] = None,
    as_json: AsJson = False,
) -> None:
    """Draft the source.toml of a table.

    Says which shipped layout the table is of, or proposes a field for each column by its header and its values, with
    how sure that is. What is doubtful is commented out in the draft, and what was not understood is named. The draft
    is printed, and what was understood goes to the error output; with --out the draft goes to that file.
    """
    from recount.cli.drafting import draft
    from recount.cli.drafting.reading import read
    from recount.cli.drafting.written import as_toml

    if out is not None and out.exists():
        raise CaseError(f"{out}: exists; choose another name, or delete it first")
    table = read(file, sheet=sheet, header_row=header_row, encoding=encoding)
    found = draft(table, rows)
    toml = as_toml(found, file.name, file.stem, sheet=sheet, header_row=header_row)
    if out is not None:
        out.write_text(toml, encoding="utf-8")
    if as_json:
        print(_json(file, table, found, toml))
        return
    _show(file, table, found, to_errors=out is None)
    print(f"The draft is in {out}." if out is not None else toml, end="\n" if out is not None else "")


def _json(file: Path, table: "Table", found: "Draft", toml: str) -> str:
    import json

    content = {
        "file": file.name,
        "rows_read": len(table.rows),
        "rows": found.rows,
        "layout": None if found.layout is None else found.layout.id,
        "date_order": asdict(found.order),
        "columns": [asdict(each) for each in found.columns],
        "words": [asdict(each) for each in found.words],
        "unplaced": [each.header for each in found.unplaced],
        "toml": toml,
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _show(file: Path, table: "Table", found: "Draft", *, to_errors: bool) -> None:
    """What was understood, as a table for a person."""
    from rich import box
    from rich.console import Console
    from rich.table import Table as Shown
    from rich.text import Text

    console = Console(stderr=to_errors, width=None if sys.stdout.isatty() else 120, highlight=False)
    console.print(Text(f"{file.name}: {len(table.rows):,} rows. {_kind(found)}"))
    shown = Shown(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("column", "field", "sure", "why", "for example"):
        shown.add_column(name, overflow="fold")
    for each in found.columns:
        example = "not shown" if each.field == "(seal)" else " · ".join(each.samples)
        shown.add_row(*map(Text, (each.header, each.field or "?", each.sure, each.why, example)))
    console.print(shown)
    console.print(Text(_dates(found)))
    for words in found.words:
        if words.unknown:
            some = ", ".join(f"{word} ({rows:,})" for word, rows in words.unknown[:8])
            console.print(Text(f"Words of {words.field} that nobody has mapped: {some}"))
    if not any(each.field for each in found.columns):
        console.print(Text("No header was understood. If the headers stand lower, say where with --header-row."))
    if found.unplaced:
        console.print(Text(f"Not placed: {', '.join(each.header for each in found.unplaced)}"))


def _kind(found: "Draft") -> str:
    if found.layout is not None:
        return f"It is of the layout {found.layout.id}: {found.layout.about}"
    if found.rows is None:
        return f"Nothing says what one row is; the likeliest is {found.likeliest}. Say it with --rows."
    return f"Its rows are taken for {found.rows}."


def _dates(found: "Draft") -> str:
    order = found.order
    fitting = " or ".join(order.fitting) if len(order.fitting) < 3 else "any"
    return f"Order of dates: {fitting or 'none'} ({order.why})."


map_.__name__ = "map"  # the verb; `map` itself is Python's
