"""`recount publish`: hand on a release, after seeing what it keeps back."""

from pathlib import Path
from typing import Annotated

import typer

from recount.cli.arguments import CaseFolder, Quiet, Workers
from recount.cli.progress import progress


def publish(
    case: CaseFolder,
    out: Annotated[
        Path | None, typer.Argument(metavar="FOLDER", help="Where to write the release; an older one is replaced.")
    ] = None,
    preview: Annotated[
        bool, typer.Option("--preview", help="Only say what would be kept back, and why; write no release.")
    ] = False,
    since: Annotated[
        Path | None, typer.Option("--since", help="The folder of the last release: pages say what changed since.")
    ] = None,
    pdf: Annotated[
        bool, typer.Option("--pdf", help="Write the account as a report on paper too: report-en.pdf and so on.")
    ] = False,
    workers: Workers = 1,
    quiet: Quiet = False,
) -> None:
    """Write a release into a folder of its own, to be handed on.

    Builds the case where something has changed, says what the release keeps back and why, then writes the same pages
    and data as in the case's site/. Prints the head of the release: announce it elsewhere, so that anybody can check a
    copy with `recount verify`.
    """
    from recount.case import open_case
    from recount.errors import CaseError
    from recount.pipeline import walk
    from recount.pipeline.released import keep_released
    from recount.publication import publish as write
    from recount.publication import withheld
    from recount.publication.paper import required

    if out is None and not preview:
        raise CaseError("name a folder to write the release to, or ask for --preview")
    if pdf:
        required()
    opened = open_case(case)
    with progress(quiet=quiet) as step:
        findings = walk(opened, workers, step).findings
    settings = opened.settings.publication
    kept = withheld(findings, settings)
    print("Kept back:" if kept else "Nothing is kept back: everybody is named, and every unsealed column is shown.")
    for one in kept:
        print(f"  {one.count:>7,}  {one.what}: {one.why}")
    if preview or out is None:
        return
    release = write(findings, out, settings, since, paper=pdf)
    keep_released(opened, findings)
    print(f"{out}: {len(release.files):,} files. Head of the release, to be announced: {release.head}")
