"""What a case may choose about taking files in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IngestionSettings:
    """Limits that keep a hostile or broken file from taking the machine with it.

    `largest_mb` bounds a file as received; the parsers of spreadsheets, web pages and JSON run in a process of their
    own that may use `memory_mb` and `seconds` of processor time a file. An archive (every .xlsx and .ods is one) may
    hold `members` files that unfold to `unfolded_mb`, and, beyond 10 MB, to `ratio` times their size.
    """

    largest_mb: int = 256
    memory_mb: int = 512
    seconds: int = 20
    members: int = 5_000
    unfolded_mb: int = 384
    ratio: int = 150


USUAL = IngestionSettings()
"""The limits of a case that sets none."""
