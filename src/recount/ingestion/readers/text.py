"""Plain text and Markdown: kept exactly as they are."""

from pathlib import Path

from recount.ingestion.readers.decoding import decode
from recount.ingestion.readers.job import Job, Reading
from recount.ingestion.refused import Refused


def read(job: Job) -> Reading:
    """The text of a file, character for character; the title is the first heading of a Markdown file."""
    text, told = decode(Path(job.path).read_bytes(), job.encoding, job.where)
    if not text.strip():
        raise Refused(job.where, "holds no text", "replace it, or remove it from documents/")
    return Reading("text", text, _heading(text) if job.path.lower().endswith(".md") else "", told=told)


def _heading(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return first.lstrip("#").strip() if first.startswith("#") else ""
