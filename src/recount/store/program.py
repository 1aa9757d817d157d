"""Which program computes: a result is remembered only for the code and the libraries that made it."""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from recount.version import __version__

_NOT_COMPUTING = {"cli", "review", "testing", "__pycache__"}


@cache
def program_version() -> str:
    """The version, the digest of the package's own files, and the versions of the libraries it computes with."""
    package = Path(__file__).resolve().parent.parent
    content = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        parts = path.relative_to(package).parts
        if path.is_file() and not _NOT_COMPUTING.intersection(parts):
            content.update("/".join(parts).encode() + b"\0" + path.read_bytes() + b"\0")
    return " ".join((__version__, content.hexdigest()[:16], *_libraries()))


def _libraries() -> list[str]:
    """The libraries at hand, with their versions; those of extras only where they are installed."""
    try:
        names = sorted({_name(requirement) for requirement in requires("recount-casualties") or ()})
    except PackageNotFoundError:
        return []
    return [f"{name}={found}" for name in names if (found := _installed(name)) is not None]


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _name(requirement: str) -> str:
    end = next((at for at, sign in enumerate(requirement) if sign in "<>=!~;[ ("), len(requirement))
    return requirement[:end]
