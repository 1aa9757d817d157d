"""Reading assertions out of documents: claims and positions out of reports, rows out of tables."""

from recount.extraction.line import extract

__all__ = ["extract"]
