"""Drafting a mapping for a table nobody has described yet: what its columns may be, and how sure that is."""

from recount.cli.drafting.draft import Draft, draft
from recount.cli.drafting.understood import Understood

__all__ = ["Draft", "Understood", "draft"]
