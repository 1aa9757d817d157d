"""The account on paper: one PDF a language, of the same figures, words and drawings as the pages."""

from recount.publication.paper.engine import required
from recount.publication.paper.report import FILES, reports

__all__ = ["FILES", "reports", "required"]
