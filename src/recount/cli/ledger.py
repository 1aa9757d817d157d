"""A figure as the ledger it is, for a terminal."""

from recount.model.breakdowns import Breakdown
from recount.model.ledger import Effect, Figure, Line
from recount.model.scope import Scope

_SHOWN = 8
"""How many lines beside a figure are printed."""


def as_text(figure: Figure) -> str:
    """The scope, every line with what it does, its rule and how much evidence it has, and the fold."""
    lines = [figure.name, f"  {says(figure.scope)}", ""]
    lines += [_line(line) for line in figure.lines]
    lines += ["  " + "─" * 22, f"  {figure.balance!s:>20}"]
    if figure.excluded:
        lines += ["", f"Beside it, not part of it ({len(figure.excluded):,}):"]
        lines += [_line(line) for line in figure.excluded[:_SHOWN]]
        more = len(figure.excluded) - _SHOWN
        lines += [f"  … and {more:,} more: --json prints all"] if more > 0 else []
    lines += [f"  Note: {note}" for note in figure.notes]
    return "\n".join(lines)


def classes(found: Breakdown, scope: Scope) -> str:
    """The people of a scope by class: how many, the range they may be, and their share."""
    wide = max(len(part.name) for part in found.parts)
    lines = [f"by {found.by}", f"  {says(scope)}: {found.people:,} people found", ""]
    for part in found.parts:
        lines.append(f"  {part.name:<{wide}}  {part.people:>9,}  {part.share:>6.1%}  {part.interval!s:>18}")
    return "\n".join(
        [*lines, "", "  The last column adds those who may belong to a class because theirs is unknown or wider."]
    )


def says(scope: Scope) -> str:
    """A scope in one line."""
    by = "" if scope.parties is None else f" by {' and '.join(scope.parties)}"
    where = "" if scope.place is None else f" in {scope.place.written or scope.place.id}"
    when = "" if scope.period is None else f", {scope.period}"
    return f"{scope.population} {scope.outcome}{by}{where}{when}, {scope.kind}"


def _line(line: Line) -> str:
    sign = "+" if line.effect is Effect.ADDS else "−"
    rests = f"{len(line.evidence):,} pieces of evidence" if len(line.evidence) != 1 else line.evidence[0]
    return f"  {sign} {line.amount!s:>18}  {line.says}  ({line.rule}; {rests})"
