"""Web pages: the article a reader sees, its headline first. Offsets of claims point into this extracted text."""

import re
from pathlib import Path
from typing import Protocol

from recount.ingestion.readers.decoding import decode
from recount.ingestion.readers.job import Job, Reading
from recount.ingestion.readers.page import all_text, tree_of, with_captions
from recount.ingestion.refused import Refused
from recount.model.evidence import SetAside

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_HEAD = 4096
_SHORTEST_ARTICLE = 200
_LONGEST_PAGE = 8_000_000


class Extracted(Protocol):
    """What an extractor of articles gives."""

    title: str | None
    text: str | None


def read(job: Job) -> Reading:
    """Extract headline and body with trafilatura, without comments, menus and the like."""
    import trafilatura

    html, told = _decoded(Path(job.path).read_bytes(), job)
    if len(html) > _LONGEST_PAGE:
        what = f"is a page of {len(html):,} characters, longer than any article (at most {_LONGEST_PAGE:,})"
        raise Refused(job.where, what, "save the article alone, or copy its text into a .txt file")
    tree = tree_of(html)
    if tree is None:
        raise Refused(job.where, "holds no page", "save the page again, or copy its text into a .txt file")
    with_captions(tree)
    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=True)
    except Exception as error:
        raise Refused(job.where, f"cannot be parsed ({type(error).__name__})", "save the page again") from error
    title, body = _article(found) if found is not None and not isinstance(found, dict) else ("", "")
    if len(body) < _SHORTEST_ARTICLE:
        body = _fuller(body, html)
    if not body:
        raise Refused(job.where, "holds no article text", "save the page again, or copy its text into a .txt file")
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    return Reading(f"trafilatura {trafilatura.__version__}", text, title, told=told)


def _article(found: Extracted) -> tuple[str, str]:
    return (found.title or "").strip(), (found.text or "").strip()


def _fuller(body: str, html: str) -> str:
    """All text of a page that is hardly an article, such as one that only holds a table; menus left out."""
    tree = tree_of(html)
    everything = "" if tree is None else all_text(tree)
    return everything if len(everything) > len(body) else body


def _decoded(data: bytes, job: Job) -> tuple[str, tuple[SetAside, ...]]:
    """Decode by what the page itself declares, else by what the source does."""
    declared = _CHARSET.search(data[:_HEAD])
    if declared is None:
        return decode(data, job.encoding, job.where)
    name = declared.group(1).decode("ascii")
    try:
        return decode(data, name, job.where)
    except (Refused, LookupError):
        html, told = decode(data, job.encoding, job.where)
        what = f"declares the encoding {name} but is not in it; it was read as {job.encoding}"
        return html, (*told, SetAside(job.where, what, "check its letters", False))
