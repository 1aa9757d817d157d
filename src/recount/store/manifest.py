"""A published folder against its own list of checksums, `release.json`."""

import json
from pathlib import Path

from recount.model.ids import digest

MANIFEST = "release.json"


def differences(folder: Path) -> list[str]:
    """Every file that differs from what the release recorded of it, is missing from it, or is gone."""
    path = folder / MANIFEST
    release = _recorded(path)
    if release is None:
        return [f"{path}: is not as it was written; publish again or fetch it again"]
    recorded = release[2]
    present = {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()} - {MANIFEST}
    found = []
    for name in sorted(recorded.keys() | present):
        if name not in present:
            found.append(f"{folder / name}: is recorded but gone; publish again or fetch it again")
        elif name not in recorded:
            found.append(f"{folder / name}: is no part of the release; remove it or publish again")
        elif digest((folder / name).read_bytes()) != recorded[name]:
            found.append(f"{folder / name}: its bytes differ from what was published; publish again or fetch it again")
    return found


def head(folder: Path) -> str:
    """The digest over all checksums, which a publisher announces; empty where the list itself was changed."""
    recorded = _recorded(folder / MANIFEST)
    return "" if recorded is None else _head(*recorded)


def data_head(folder: Path) -> str:
    """The same digest over the open data alone, which reports on paper print; empty where none is in the release."""
    recorded = _recorded(folder / MANIFEST)
    if recorded is None or not any(name.startswith("report-") for name in recorded[2]):
        return ""
    data = {name: checksum for name, checksum in recorded[2].items() if name.startswith("data/")}
    return _head(recorded[0], recorded[1], data)


def _recorded(path: Path) -> tuple[str, str, dict[str, str]] | None:
    """Version, date and every checksum; None where the list is not, byte for byte, what a release writes."""
    written = path.read_bytes()
    try:
        content = json.loads(written)
        files = {str(name): str(checksum) for name, checksum in content["files"].items()}
        as_written = (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode() == written
        whole = list(content) == ["version", "as_of", "head", "files"]
        about = (str(content["version"]), str(content["as_of"]))
        return (*about, files) if whole and as_written and content["head"] == _head(*about, files) else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _head(version: str, as_of: str, files: dict[str, str]) -> str:
    lines = "".join(f"{checksum}  {name}\n" for name, checksum in sorted(files.items()))
    return digest(f"version {version}, as of {as_of}\n{lines}".encode())
