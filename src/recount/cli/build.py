"""`recount build`: walk the line from documents to pages."""

from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.arguments import AsJson, CaseFolder, Quiet, Workers
from recount.cli.exits import Exit
from recount.cli.progress import progress

if TYPE_CHECKING:
    from recount.pipeline import Build
    from recount.simulation.comparison import Comparison


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
    from recount.cli import summary
    from recount.pipeline import walk

    opened = open_case(case)
    with progress(quiet=quiet or as_json) as step:
        built = walk(opened, workers, step)
    summary.write_set_aside(built)
    truth = _truth(built)
    told = summary.summary(built, truth)
    print(summary.as_json(told) if as_json else summary.as_text(told, truth))
    if strict and built.set_aside:
        raise typer.Exit(Exit.PROBLEM)


def _truth(built: "Build") -> "Comparison | None":
    """How near a simulated case came to its truth, which no step of the build reads."""
    folder = built.case.root / "truth"
    if not (built.case.settings.case.simulated and folder.is_dir()):
        return None
    from recount.simulation import compare

    return compare(folder, built.findings)
