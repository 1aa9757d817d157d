"""Texts that are no reports: refused quickly, with what to do instead."""

from recount.model.evidence import Document, SetAside

LONGEST_TEXT = 1_000_000
_SAMPLE = 20_000


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
    return None
