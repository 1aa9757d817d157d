"""What `recount link` may be asked: each option with its help."""

from pathlib import Path
from typing import Annotated

import typer

Lists = Annotated[
    list[Path], typer.Argument(metavar="LIST...", help="Spreadsheets: .csv, .tsv, .xlsx, .xls, .ods, .json.")
]
Out = Annotated[Path, typer.Option("--out", "-o", help="The CSV to write.")]
Page = Annotated[Path | None, typer.Option(help="A page that explains the doubtful pairs.")]
Columns = Annotated[
    str,
    typer.Option("--map", metavar="FIELD=COLUMN,...", help="name=A+B,sex=C,ngo:age=D instead of the usual headers."),
]
Threshold = Annotated[float, typer.Option(min=0.01, max=0.99, help="From which probability two rows are one person.")]
OneToOne = Annotated[
    bool, typer.Option("--one-to-one", help="Every list names a person once: join a row with one row of another.")
]
Labels = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Pairs decided on: a CSV of list, row, other_list, other_row, same (yes, no)."),
]
Channels = Annotated[
    str, typer.Option(metavar="FOLDER", help="Channels of your own, as `recount names train` writes them.")
]
Cache = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="Keep comparisons of very many names there; the next run is faster."),
]
Seed = Annotated[int, typer.Option(min=0, help="Seed of everything random.")]
Encoding = Annotated[
    str, typer.Option(help="Encoding of text files; UTF-8, or that of Arabic Windows, where not given.")
]
Sheet = Annotated[str | None, typer.Option(help="The sheet of a workbook; the first where not given.")]
HeaderRow = Annotated[int | None, typer.Option(min=1, help="The row the headers stand in; looked for where not given.")]
Excel = Annotated[bool, typer.Option("--excel", help="Mark the CSV as UTF-8, so that Excel shows Arabic.")]
Force = Annotated[bool, typer.Option("--force", help="Write over files that exist.")]
