"""What a build starts from, and which settings it used."""

from dataclasses import fields
from typing import Any

from recount.case import Case
from recount.config import Settings
from recount.model.ids import digest
from recount.version import __version__


def evidence_digest(case: Case) -> str:
    """One digest over the names and bytes of everything under `sources/`.

    The custody list is left out, since a build may extend it.
    """
    lines = [
        f"{path.relative_to(case.sources).as_posix()} {digest(path.read_bytes())}"
        for path in sorted(case.sources.rglob("*"))
        if path.is_file() and path.name != "SHA256SUMS"
    ]
    return digest("\n".join(lines).encode())


PRIVATE = frozenset({"endpoint"})
"""Settings that name a machine of the user's: part of every key, and of no page."""


def method(settings: Settings) -> tuple[tuple[str, str], ...]:
    """The settings that were used, as (room.name, value) pairs for the method note (rule 35)."""
    rooms: dict[str, Any] = {
        "ingestion": settings.ingestion,
        "extraction": settings.extraction,
        "linkage": settings.linkage,
        "clustering": settings.clustering,
        "assessment": settings.assessment,
        "estimation": settings.estimation,
        "publication": settings.publication,
    }
    used = [
        (f"{room}.{field.name}", str(getattr(chosen, field.name)))
        for room, chosen in rooms.items()
        for field in fields(chosen)
        if field.name not in PRIVATE
    ]
    return (("recount", __version__), *used)
