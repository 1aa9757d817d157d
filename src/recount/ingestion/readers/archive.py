"""What an archive may hold before anything unfolds it: .xlsx and .ods are zip files of XML."""

import re
import zipfile

from recount.ingestion.readers.job import Job
from recount.ingestion.refused import Refused

_MB = 1024 * 1024
_FREE = 10 * _MB
_ENTITY = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_CHUNK = 1 << 20


def check(archive: zipfile.ZipFile, job: Job) -> None:
    """Refuse an archive that is too big inside, or whose XML declares entities.

    Raises:
        Refused: too many members, too much to unfold, too high a ratio, or a document type declaration.
    """
    members = archive.infolist()
    if len(members) > job.members:
        raise _refused(job, f"holds {len(members):,} files, more than the {job.members:,} allowed")
    unfolded, packed = sum(each.file_size for each in members), sum(each.compress_size for each in members)
    if unfolded > job.unfolded_mb * _MB:
        raise _refused(job, f"unfolds to {unfolded // _MB:,} MB, more than the {job.unfolded_mb} MB allowed")
    if unfolded > _FREE and unfolded > job.ratio * max(packed, 1):
        raise _refused(job, f"unfolds to {unfolded // max(packed, 1):,} times its size, more than {job.ratio}")
    for member in members:
        if member.filename.lower().endswith((".xml", ".rels")) and _declares(archive, member):
            raise _refused(job, "declares XML entities, which no spreadsheet needs")


def _refused(job: Job, what: str) -> Refused:
    return Refused(job.where, what, "open it in a spreadsheet program and save it again, or leave it out")


def _declares(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Whether a document type declaration stands before the root element, in any Unicode encoding."""
    with archive.open(member) as file:
        start = file.read(_CHUNK)
    return _ENTITY.search(start.replace(b"\0", b"")) is not None
