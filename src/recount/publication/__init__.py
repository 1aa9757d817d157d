"""Publication: findings become pages, open data and checksums; nothing that may not be shown ever reaches a page."""

from pathlib import Path
from typing import TYPE_CHECKING

from recount.model.findings import Findings, Release
from recount.publication.settings import PublicationSettings

if TYPE_CHECKING:
    from recount.publication.redaction.preview import Withheld

__all__ = ["PublicationSettings", "publish", "withheld"]


def publish(
    findings: Findings, out: Path, settings: PublicationSettings, last: Path | None = None, *, paper: bool = False
) -> Release:
    """Write the site of a case, in every language of its settings, and seal it.

    Args:
        findings: everything a build found.
        out: the folder of the site; a release that stands there is replaced once the new one is whole.
        settings: naming policy, languages and what else the case chose.
        last: the folder of the release before, where the pages are to say what changed since.
        paper: whether to write the account on paper too, as `report-en.pdf` and so on.

    Raises:
        PlugInMissing: reports on paper are asked for, and their typesetter is not installed.
        Unfounded: a number that would be published rests on no evidence.
        RecountError: `out` holds something that is no release.
    """
    from recount.publication.publishing import publish as write

    return write(findings, out, settings, last, paper=paper)


def withheld(findings: Findings, settings: PublicationSettings) -> "tuple[Withheld, ...]":
    """What a release with these settings keeps back, how much of it, and why."""
    from recount.publication.redaction.preview import withheld as read

    return read(findings, settings)
