"""The command line: one module a verb."""

from recount.cli.app import main

__all__ = ["main"]
