"""`recount new`: a case to start from."""

import shutil
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from recount.errors import CaseError


def new(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to make the case; it must not exist yet.")],
) -> None:
    """Make a case to start from.

    It holds a commented recount.toml, a small gazetteer, and one example each of a list and of a report.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CaseError(f"{folder}: exists and is not empty; choose another name")
    with as_file(files("recount.cli") / "template") as template:
        shutil.copytree(template, folder, dirs_exist_ok=True)
    (folder / "gitignore").rename(folder / ".gitignore")
    (folder / "decisions").mkdir()
    print(f"{folder} is ready. Say what it is about in {folder / 'recount.toml'}, then: recount build {folder}")
