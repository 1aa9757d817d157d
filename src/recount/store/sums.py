"""Checksums of a folder, in the format of `sha256sum`."""

import re
from pathlib import Path

from recount.model.ids import digest

SUMS = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


def differences(folder: Path) -> list[str]:
    """Every file that differs from the folder's SHA256SUMS, is missing from it, or is gone."""
    recorded, found = _recorded(folder / SUMS)
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {SUMS}
    for name in sorted(recorded.keys() | present):
        path = folder / name
        if name not in present:
            found.append(f"{path}: is recorded but gone; publish again or fetch it again")
        elif name not in recorded:
            found.append(f"{path}: is no part of the release; remove it or publish again")
        elif digest(path.read_bytes()) != recorded[name]:
            found.append(f"{path}: its bytes differ from what was published; publish again or fetch it again")
    return found


def _recorded(path: Path) -> tuple[dict[str, str], list[str]]:
    """The digest of every recorded file, and the lines that cannot be read."""
    recorded: dict[str, str] = {}
    wrong: list[str] = []
    for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").removesuffix("\n").split("\n"), 1):
        found = _LINE.fullmatch(line)
        if found is None or found[2] in recorded:
            wrong.append(f"{path}, line {number}: is no line of sha256sum or repeats a name; fetch the file again")
        else:
            recorded[found[2]] = found[1]
    return recorded, wrong
