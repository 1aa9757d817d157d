"""The findings of a case for verbs that only read them: built where needed, remembered where not."""

import sys
from pathlib import Path

from recount.cli.progress import progress
from recount.model.findings import Findings


def findings_of(folder: Path, workers: int = 1) -> Findings:
    """Everything a case comes to; progress is shown to a person only, not to a script."""
    from recount.case import open_case
    from recount.pipeline import build

    with progress(quiet=not sys.stderr.isatty()) as step:
        return build(open_case(folder), workers, step)
