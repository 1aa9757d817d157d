"""Arguments that several verbs take."""

from pathlib import Path
from typing import Annotated

import typer

CaseFolder = Annotated[Path, typer.Argument(metavar="CASE", help="The case folder: the one that holds recount.toml.")]
Workers = Annotated[
    int, typer.Option("--workers", "-w", min=1, max=64, help="How many processes read documents and write pages.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Do not show progress.")]
