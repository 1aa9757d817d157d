"""The account on paper: one PDF a language, of the same figures, words and drawings as the pages."""

from recount.publication.paper.report import FILES, available, reports

__all__ = ["FILES", "available", "reports"]
