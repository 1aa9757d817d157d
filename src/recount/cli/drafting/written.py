"""A draft as the source.toml a person goes on with: what is doubtful stands there as a comment, with its reason."""

import json
from collections.abc import Iterator

from recount.cli.drafting.draft import Draft
from recount.cli.drafting.headers import IGNORE, SEAL
from recount.cli.drafting.understood import SURE, Understood
from recount.model.codes import SourceKind


def as_toml(draft: Draft, file: str, name: str, *, sheet: str | None = None, header_row: int = 1) -> str:
    """The draft as TOML that Recount reads as it stands, but for what it must not guess."""
    lines = [
        f"# Drafted by `recount map {file}`. Check every line: nothing here was read by a person.",
        "# What is doubtful is commented out; take the # away where it is right.",
        f"name = {_text(name)}  # who keeps or publishes it",
        *_kind(draft),
        "",
        "[table]",
        *_table(draft, sheet, header_row),
        *_columns(draft),
        *_constants(draft),
        *_values(draft),
    ]
    return "\n".join(lines) + "\n"


def _text(value: str) -> str:
    """A TOML string: JSON's escapes are TOML's, but for the one letter that TOML wants escaped too."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _list(values: list[str]) -> str:
    return "[" + ", ".join(map(_text, values)) + "]"


def _kind(draft: Draft) -> Iterator[str]:
    if draft.layout is not None:
        yield f'kind = "{draft.layout.kind}"'
    else:
        yield f'kind = "other"  # one of: {", ".join(SourceKind)}'


def _table(draft: Draft, sheet: str | None, header_row: int) -> Iterator[str]:
    if draft.layout is not None:
        yield f'layout = "{draft.layout.id}"  # {draft.layout.name}'
    elif draft.rows is not None:
        yield f'rows = "{draft.rows}"'
    else:
        yield f'# rows = "{draft.likeliest}"  # doubtful: no column says what one row is'
    yield from _order(draft)
    if sheet is not None:
        yield f"sheet = {_text(sheet)}"
    if header_row != 1:
        yield f"header_row = {header_row}"
    own = [each for each in draft.columns if not _lent(draft, each)]
    for key, field in (("sealed", SEAL), ("ignored", IGNORE)):
        headers = [each.header for each in own if each.field == field and each.usable]
        lent = list(draft.layout.sealed) if draft.layout is not None and field == SEAL else []
        if headers:
            yield f"{key} = {_list([*lent, *headers])}"


def _lent(draft: Draft, each: Understood) -> bool:
    return draft.layout is not None and each.why == f"of the layout {draft.layout.id}"


def _order(draft: Draft) -> Iterator[str]:
    order = draft.order
    usual = "YMD" if draft.layout is None else draft.layout.date_order
    if not order.sure:
        for each in order.fitting or ("DMY", "MDY"):
            yield f'# date_order = "{each}"  # doubtful: {order.why}'
    elif order.fitting and usual not in order.fitting:
        yield f'date_order = "{order.fitting[0]}"  # {order.why}'


def _columns(draft: Draft) -> Iterator[str]:
    own = [each for each in draft.columns if not _lent(draft, each) and each.field not in (SEAL, IGNORE)]
    placed = [each for each in own if each.field]
    if placed:
        yield ""
        yield "[columns]"
    for each in placed:
        line = f"{each.field} = {_text(each.header)}"
        yield (
            line
            if each.usable and each.sure == SURE
            else f"{'' if each.usable else '# '}{line}  # {each.sure}: {each.why}"
        )
    nameless = [each for each in own if not each.field]
    if nameless:
        yield ""
        yield "# Nothing was understood of these; map them, or list them as ignored or sealed under [table]:"
        yield from (f"#   {_text(each.header)}{f'  ({each.why})' if each.why else ''}" for each in nameless)


def _constants(draft: Draft) -> Iterator[str]:
    if draft.constants:
        yield ""
        yield "[constants]"
    for field, value, why in draft.constants:
        yield f"{field} = {_text(value)}  # {why}"


def _values(draft: Draft) -> Iterator[str]:
    for words in draft.words:
        if not words.known and not words.unknown:
            continue
        yield ""
        yield f"[values.{words.field}]"
        yield from (f"{_text(word)} = {_text(meaning)}" for word, meaning in words.known)
        yield from (
            f'# {_text(word)} = ""  # in {rows:,} row{"" if rows == 1 else "s"}: what does it mean?'
            for word, rows in words.unknown[:40]
        )
        if len(words.unknown) > 40:
            yield f"# … and {len(words.unknown) - 40:,} further words"
