"""`recount build`: walk the line from documents to pages."""

from typing import Annotated

import typer

from recount.cli.arguments import AsJson, CaseFolder, Quiet, Workers
from recount.cli.exits import Exit
from recount.cli.progress import progress


def build(
    case: CaseFolder,
    workers: Workers = 1,
    as_json: AsJson = False,
    quiet: Quiet = False,
    strict: Annotated[bool, typer.Option("--strict", help="End with code 1 when anything was set aside.")] = False,
) -> None:
    """Rebuild findings and pages from evidence.

    Prints the headline figure, what was set aside, and where the pages are. A case with a known truth is compared
    with it. Nothing in the evidence or the decisions is changed; build/ and site/ may be deleted at any time.
    """
    from recount.case import open_case
    from recount.cli.summary import as_text, summary
    from recount.pipeline import build as walk

    opened = open_case(case)
    with progress(quiet=quiet or as_json) as step:
        findings = walk(opened, workers, step)
    told = summary(opened, findings)
    if as_json:
        from recount.store import encode

        print(encode(told).decode())
    else:
        print(as_text(told))
    if strict and told.set_aside:
        raise typer.Exit(Exit.PROBLEM)
