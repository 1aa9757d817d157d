"""The settings and lists behind the numbers, under the names their owners gave them."""

import ast
import re
from collections.abc import Iterable

from recount.publication.public import PublicSetting
from recount.publication.redaction.catalogue import Catalogue

_NESTED = re.compile(r"[\[({].*[\])}]", re.DOTALL)
_PLAIN = {"None": (), "": (), "True": ("yes",), "False": ("no",)}


def settings(found: Catalogue) -> tuple[PublicSetting, ...]:
    """Every setting that was used, its value as separate words or numbers."""
    return tuple(
        PublicSetting(name, tuple(called(found, part) for part in values(value)))
        for name, value in found.findings.method
    )


def values(written: str) -> tuple[str, ...]:
    """The single values of a setting as it was written down; none where it is empty."""
    if written in _PLAIN:
        return _PLAIN[written]
    if not _NESTED.fullmatch(written):
        return (written,)
    try:
        return tuple(_flat(ast.literal_eval(written)))
    except (SyntaxError, ValueError):
        return (written,)


def _flat(value: object) -> Iterable[str]:
    if isinstance(value, dict):
        value = tuple(value.items())
    if isinstance(value, (tuple, list)):
        for part in value:
            yield from _flat(part)
    else:
        yield from values(f"{value:g}" if isinstance(value, float) else str(value))


def called(found: Catalogue, key: str) -> str:
    """The name of a source in place of its id."""
    known = found.sources.get(key)
    return key if known is None else known.name or key


def naming(found: Catalogue, text: str, lists: Iterable[str]) -> str:
    """A sentence on lists with their names in place of their ids."""
    ids = sorted(lists, key=len, reverse=True)
    if not ids:
        return text
    pattern = rf"(?<![\w-])(?:{'|'.join(re.escape(key) for key in ids)})(?![\w-])"
    return re.sub(pattern, lambda match: called(found, match[0]), text)
