"""Web pages: the article a reader sees, its headline first. Offsets of claims point into this extracted text."""

import re
from pathlib import Path

from recount.ingestion.readers.decoding import decode
from recount.ingestion.readers.job import Job, Reading
from recount.ingestion.refused import Refused
from recount.model.evidence import SetAside

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_HEAD = 4096


def read(job: Job) -> Reading:
    """Extract headline and body with trafilatura, without comments, menus and the like."""
    import trafilatura

    html, told = _decoded(Path(job.path).read_bytes(), job)
    try:
        found = trafilatura.bare_extraction(html, include_comments=False, include_tables=True, with_metadata=True)
    except Exception as error:
        raise Refused(job.where, f"cannot be parsed ({type(error).__name__})", "save the page again") from error
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise Refused(job.where, "holds no article text", "save the page again, or copy its text into a .txt file")
    title = (found.title or "").strip()
    body = (found.text or "").strip()
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    return Reading(f"trafilatura {trafilatura.__version__}", text, title, told=told)


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
