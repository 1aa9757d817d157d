"""`recount verify`: is every file what it was when it was recorded?"""

from pathlib import Path
from typing import Annotated

import typer

from recount.cli.exits import Exit
from recount.errors import CaseError, LogDamaged


def verify(
    folder: Annotated[Path, typer.Argument(metavar="CASE_OR_SITE", help="A case folder, or a published site.")],
    announced: Annotated[
        str, typer.Option("--head", help="The head its publisher announced; the site must be that release.")
    ] = "",
) -> None:
    """Check that no file has changed.

    In a case: every document against its SHA256SUMS, every decision log along its chain, and the site where there is
    one. In a site: every file against the site's SHA256SUMS. Names each file that differs and ends with code 1;
    with --head also where the site as a whole is another one than was announced.
    """
    from recount.store.manifest import MANIFEST, data_head, differences, head

    if (folder / "recount.toml").is_file():
        found = _case(folder)
    elif (folder / MANIFEST).is_file():
        found = differences(folder)
    else:
        raise CaseError(f"{folder}: neither a case (recount.toml) nor a site ({MANIFEST}); name a folder that is one")
    found += _unlike(folder, announced)
    for line in found:
        print(line)
    if found:
        raise typer.Exit(Exit.PROBLEM)
    print(f"{folder}: every file is as it was recorded")
    for site in (folder, folder / "site"):
        if (site / MANIFEST).is_file():
            print(f"Head of the release, to compare with the one that was announced: {head(site)}")
            if printed := data_head(site):
                print(f"Digest over its open data, which its reports on paper print: {printed}")


def _unlike(folder: Path, announced: str) -> list[str]:
    """Whether a site, or that of a case, is another release than the one announced."""
    from recount.store.manifest import MANIFEST, head

    site = folder if (folder / MANIFEST).is_file() else folder / "site"
    told = head(site) if (site / MANIFEST).is_file() else ""
    if not announced or told == announced.strip().casefold():
        return []
    return [f"{site}: is not the release that was announced; its head is {told or 'missing'}; fetch it again"]


def _case(folder: Path) -> list[str]:
    from recount.ingestion import custody
    from recount.store.manifest import MANIFEST, differences

    site = folder / "site"
    published = differences(site) if (site / MANIFEST).is_file() else []
    return [*map(str, custody.check(folder)), *_decisions(folder / "decisions"), *published]


def _decisions(folder: Path) -> list[str]:
    from recount.store import JsonlLog

    try:
        return [str(told) for told in JsonlLog(folder).read().set_aside]
    except LogDamaged as error:
        return [str(error)]
