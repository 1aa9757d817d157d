"""Ingestion: files -> `Document`.

`load_sources` reads who the sources are, `ingest` takes in their files, `custody` keeps and checks what was received.
Whatever cannot be used is returned as a `SetAside` that says where, what, and what to do next.
"""

from recount.ingestion import custody
from recount.ingestion.custody import Breach, Broken
from recount.ingestion.files import Received, received
from recount.ingestion.intake import ingest
from recount.ingestion.settings import IngestionSettings
from recount.ingestion.sources import load_sources

__all__ = [
    "Breach",
    "Broken",
    "IngestionSettings",
    "Received",
    "custody",
    "ingest",
    "load_sources",
    "received",
]
