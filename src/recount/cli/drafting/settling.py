"""Columns beside each other: one column for a field, and of whom the numbers are."""

from collections.abc import Sequence
from dataclasses import replace

from recount.cli.drafting.headers import IGNORE, SEAL
from recount.cli.drafting.understood import DOUBTFUL, LIKELY, Understood

_ENDS = ("", "_low", "_high")
_CIVILIANS = {f"{outcome}_civilians{end}": f"{outcome}{end}" for outcome in ("killed", "injured") for end in _ENDS}
_WHOLE = frozenset(_CIVILIANS.values())


def settled(found: Sequence[Understood]) -> list[Understood]:
    """One column for a field: of several the surest, and where two are as sure as each other, neither."""
    kept = [_by_script(each, found) for each in found]
    result = []
    for each in kept:
        rivals = [one for one in kept if one.field == each.field and one is not each and one.rank >= each.rank]
        if each.usable and each.field not in (SEAL, IGNORE) and rivals:
            why = f"{rivals[0].header!r} may be the same field"
            result.append(replace(each, sure=DOUBTFUL, why=why))
        else:
            result.append(each)
    return result


def _by_script(each: Understood, found: Sequence[Understood]) -> Understood:
    """Two columns of names, one headed in Arabic letters: each goes to the field of its script."""
    if each.field != "name" or sum(one.field == "name" and one.usable for one in found) < 2:
        return each
    arabic = any("\u0600" <= letter <= "\u06ff" for letter in each.header)
    return replace(
        each, field="name_arabic" if arabic else "name_latin", sure=LIKELY, why="one of two columns of names"
    )


def of_whom(found: Sequence[Understood]) -> tuple[list[Understood], tuple[tuple[str, str, str], ...]]:
    """Of whom the numbers of a table are: where it counts civilians alone, they are its whole, and every row says so.

    Where other columns count all people, the civilians are a part of these and their field stays as it is.

    Returns:
        The columns, and the constants (field, value, why) that hold for every row.
    """
    fields = {each.field for each in found}
    if not fields & set(_CIVILIANS) or fields & _WHOLE or "population" in fields:
        return list(found), ()
    why = "its columns count civilians alone"
    return [replace(each, field=_CIVILIANS.get(each.field, each.field)) for each in found], (
        ("population", "civilians", why),
    )
