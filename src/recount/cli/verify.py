"""`recount verify`: is every file what it was when it was recorded?"""

from pathlib import Path
from typing import Annotated

import typer

from recount.cli.exits import Exit
from recount.errors import CaseError, LogDamaged

SUMS = "SHA256SUMS"


def verify(
    folder: Annotated[Path, typer.Argument(metavar="CASE_OR_SITE", help="A case folder, or a published site.")],
) -> None:
    """Check that no file has changed.

    In a case: every document against its SHA256SUMS, every decision log along its chain, and the site where there is
    one. In a site: every file against the site's SHA256SUMS. Names each file that differs and ends with code 1.
    """
    if (folder / "recount.toml").is_file():
        found = _case(folder)
    elif (folder / SUMS).is_file():
        found = _site(folder)
    else:
        raise CaseError(f"{folder}: neither a case (recount.toml) nor a site ({SUMS}); give the folder that holds one")
    for line in found:
        print(line)
    if found:
        raise typer.Exit(Exit.PROBLEM)
    print(f"{folder}: every file is as it was recorded")


def _case(folder: Path) -> list[str]:
    from recount.ingestion import custody

    site = folder / "site"
    published = _site(site) if (site / SUMS).is_file() else []
    return [*map(str, custody.check(folder)), *_decisions(folder / "decisions"), *published]


def _decisions(folder: Path) -> list[str]:
    from recount.store import JsonlLog

    try:
        return [str(told) for told in JsonlLog(folder).read().set_aside]
    except LogDamaged as error:
        return [str(error)]


def _site(folder: Path) -> list[str]:
    from recount.store.sums import differences

    return differences(folder)
