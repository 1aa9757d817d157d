"""Drafting a mapping for a table nobody has described yet: what its columns may be, and how sure that is."""

from recount.cli.drafting.draft import Draft, Understood, draft

__all__ = ["Draft", "Understood", "draft"]
