"""Bytes to text by the encoding that was declared. A wrong one is an error with a proposal, never a silent guess."""

import codecs

from recount.ingestion.refused import Refused
from recount.model.evidence import SetAside

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64 * 1024


def decode(data: bytes, encoding: str, where: str) -> tuple[str, tuple[SetAside, ...]]:
    """The text of a file, its byte order mark left off, and what its keeper should know about the encoding.

    Raises:
        Refused: the bytes are not in the declared encoding; says at which byte and line, and proposes another.
    """
    told: list[SetAside] = []
    declared = codecs.lookup(encoding).name
    mark, marked = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", None))
    if marked is not None and not declared.startswith(marked.split("-")[0] + "-" + marked.split("-")[1]):
        told.append(
            SetAside(where, f"begins with the mark of {marked}", f"was read as {marked}, not {declared}", False)
        )
    used = marked or declared
    try:
        text = data[len(mark) :].decode(used)
    except (UnicodeDecodeError, UnicodeError) as error:
        raise _wrong(data, mark, used, where, error) from error
    if "\0" in text:
        raise Refused(where, "holds zero bytes, as a binary file does", "check its ending, or its encoding")
    told += _doubts(data, used, text, where)
    return text, tuple(told)


def _wrong(data: bytes, mark: bytes, used: str, where: str, error: UnicodeError) -> Refused:
    start = (error.start if isinstance(error, UnicodeDecodeError) else 0) + len(mark)
    line = data.count(b"\n", 0, start) + 1
    value = f" (0x{data[start]:02x})" if start < len(data) else ""
    found = _proposal(data)
    remedy = f'try encoding = "{found}" in source.toml' if found else "name its encoding in source.toml"
    return Refused(f"{where}, line {line}", f"byte {start}{value} is not {used}", remedy)


def _proposal(data: bytes) -> str | None:
    """The encoding that charset-normalizer thinks likeliest, from the start of the file."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return None if best is None else best.encoding.replace("_", "-")


def _doubts(data: bytes, used: str, text: str, where: str) -> list[SetAside]:
    """Signs that a decoding which did not fail is wrong all the same."""
    if "\ufffd" in text:
        line = text.count("\n", 0, text.index("\ufffd")) + 1
        what = f"holds {text.count(chr(0xFFFD))} replacement characters (�): its text was damaged before we got it"
        return [SetAside(f"{where}, line {line}", what, "ask for the file in its original encoding", False)]
    if used.startswith("utf") or used == "ascii" or data.isascii():
        return []
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return []
    # A legacy 8-bit encoding accepts nearly any bytes, but its non-ASCII texts almost never happen to be valid UTF-8.
    remedy = 'if its letters look wrong, set encoding = "utf-8" in source.toml'
    return [SetAside(where, f"was read as {used} but is valid UTF-8 too", remedy, False)]
