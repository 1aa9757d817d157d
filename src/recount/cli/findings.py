"""The findings of a case for verbs that only read them: built where needed, remembered where not."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from recount.cli.progress import progress

if TYPE_CHECKING:
    from recount.model.findings import Findings
    from recount.pipeline import Build


def built_of(folder: Path, workers: int = 1) -> "Build":
    """A case's build; progress is shown to a person only, not to a script."""
    from recount.case import open_case
    from recount.pipeline import walk

    with progress(quiet=not sys.stderr.isatty()) as step:
        return walk(open_case(folder), workers, step)


def findings_of(folder: Path, workers: int = 1) -> "Findings":
    """Everything a case comes to."""
    return built_of(folder, workers).findings
