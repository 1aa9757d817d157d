"""Readers: one module a family of formats, each `read(job) -> Reading`, and raising `Refused` for a whole file.

`grid` and `decoding` are what they share; `worker` runs the risky ones in a process of their own.
"""

from importlib import import_module

from recount.ingestion.readers.job import FORMATS, Format, Job, Reading
from recount.ingestion.refused import Refused

__all__ = ["FORMATS", "Format", "Job", "Reading", "read"]


def read(job: Job) -> Reading:
    """Read one file with the reader the job names; a refusal becomes a `Reading` that says so."""
    reader = import_module(f"recount.ingestion.readers.{job.reader}")
    try:
        reading: Reading = reader.read(job)
    except Refused as refused:
        return Reading(job.reader, refused=refused.set_aside)
    return reading
