"""Addresses of the last release that lead on: rows stood once a language, and now stand once for all."""

import json
from collections.abc import Collection, Iterator
from html import escape
from pathlib import Path

from recount.publication.release import MANIFEST


def moved(last: Path, there: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """A page for each address of rows that the last release had in the folder of a language, leading to the rows."""
    files = json.loads((last / MANIFEST).read_text("utf-8")).get("files", {})
    for path in sorted(files):
        language, _, rest = path.partition("/")
        if rest.startswith("rows/") and path not in there and rest in there:
            yield path, _leading_on(language, f"../../{rest}")


def _leading_on(language: str, address: str) -> bytes:
    """A page that sends on, to the very row where scripts run; without them to its page."""
    shown = escape(address, quote=True)
    return (
        f'<!doctype html>\n<html lang="{escape(language, quote=True)}"><head><meta charset="utf-8">'
        f"<title>{shown}</title>"
        f'<script>location.replace("{shown}" + location.hash)</script>'
        f'<meta http-equiv="refresh" content="0; url={shown}"></head>'
        f'<body><a href="{shown}">{shown}</a></body></html>\n'
    ).encode()
