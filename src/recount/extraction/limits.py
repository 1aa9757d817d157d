"""Texts that are no reports: refused quickly, with what to do instead."""

import zlib

from recount.model.evidence import Document, SetAside

LONGEST_TEXT = 1_000_000
_SAMPLE = 20_000
_MOST_REPETITION = 25
"""Reports are three times as long as what is left of them when packed, lists of names and figures up to ten times."""


def refused(document: Document) -> SetAside | None:
    """Why a text is not read for claims, or None when it is."""
    text = document.text or ""
    if len(text) > LONGEST_TEXT:
        what = f"a text of {len(text):,} characters is too long for one report (at most {LONGEST_TEXT:,})"
        return SetAside(document.path, what, "split it into its reports, one file each")
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if len(sample) > 200 and letters * 5 < len(sample.replace(" ", "").replace("\n", "")):
        return SetAside(
            document.path,
            "the text is hardly words: fewer than one letter in five characters",
            "give a table as CSV with a [table] in source.toml, or leave the file out",
        )
    if "\x00" in sample or sample.count("\ufffd") * 20 > len(sample):
        return SetAside(
            document.path, "the text holds bytes that are no characters", "correct `encoding` in source.toml"
        )
    return _repeated(document, text)


def _repeated(document: Document, text: str) -> SetAside | None:
    """Why a text is not read that says the same over and over: it would count nobody, and take long to read."""
    written = text.encode("utf-8", "replace")
    if len(text) <= _SAMPLE or len(zlib.compress(written, 1)) * _MOST_REPETITION > len(written):
        return None
    what = f"the text of {len(text):,} characters says the same words over and over"
    return SetAside(document.path, what, "leave the file out, or keep each passage of it once")
