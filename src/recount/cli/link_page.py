"""The page of doubtful pairs: both rows side by side, and the waterfall of what makes their score."""

from collections.abc import Iterator, Sequence
from html import escape

from recount.cli.link_lists import List
from recount.cli.link_result import Result, places, report, where
from recount.model.assertions import Record
from recount.model.people import ScoredPair, Weight

_SHOWN = 300
_STYLE = """
:root { color-scheme: light dark; --more: #3b6f55; --less: #a2542f; --soft: #6b7178; --rule: #cfccc4; }
body { max-width: 56rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, "Noto Naskh Arabic", serif; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: start; padding: .15rem .6rem .15rem 0; }
th { font-weight: normal; color: var(--soft); white-space: nowrap; } section { border-top: 1px solid var(--rule); }
h2 { font-size: 1.1rem; } pre { white-space: pre-wrap; } td.bits { text-align: end; white-space: nowrap; width: 4rem; }
svg { display: block; width: 14rem; height: .8rem; } .more { fill: var(--more); } .less { fill: var(--less); }
.zero { stroke: var(--soft); } p.note { color: var(--soft); }
@media (max-width: 40rem) { svg { width: 4rem; } th { white-space: normal; } td, bdi { overflow-wrap: anywhere; } }
"""


def page(read: Sequence[List], result: Result) -> str:
    """A page of its own: no script, nothing loaded from elsewhere."""
    doubtful, at = result.found.doubtful, places(read)
    parts = [
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Doubtful pairs</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<style>{_STYLE}</style><h1>Doubtful pairs</h1><pre>{escape(report(read, result))}</pre>",
        "<p class=note>Weights are in bits: one bit more doubles the odds that both rows are one person.</p>",
    ]
    for pair in doubtful[:_SHOWN]:
        parts += _section(pair, at[pair.left], at[pair.right])
    if len(doubtful) > _SHOWN:
        parts.append(f"<p>{len(doubtful) - _SHOWN:,} less doubtful pairs are not shown.</p>")
    return "\n".join(parts) + "\n"


def _section(pair: ScoredPair, left: tuple[List, Record], right: tuple[List, Record]) -> Iterator[str]:
    yield f'<section id="{escape(pair.left)}-{escape(pair.right)}"><h2>One person with probability '
    yield f"{pair.probability:.2f}: {escape(where(left))} and {escape(where(right))}</h2><table>"
    for column, one, other in _side_by_side(left, right):
        yield f"<tr><th scope=row>{escape(column)}<td><bdi>{escape(one)}</bdi><td><bdi>{escape(other)}</bdi>"
    yield "</table><table>"
    yield from _waterfall(pair.weights)
    yield "</table></section>"


def _side_by_side(left: tuple[List, Record], right: tuple[List, Record]) -> Iterator[tuple[str, str, str]]:
    """What both rows say in each field that either gives."""
    for field in dict.fromkeys([*left[0].columns, *right[0].columns]):
        yield field, _cell(left, field), _cell(right, field)


def _cell(at: tuple[List, Record], field: str) -> str:
    one, record = at
    row, wanted = one.rows[record.locator.row or 0], one.columns.get(field, ())
    return " ".join(filter(None, (row.cells[one.table.header.index(column)] for column in wanted))) or "–"


def _waterfall(weights: Sequence[Weight]) -> Iterator[str]:
    """Each weight as a bar that begins where the one before ended."""
    ends = [0.0]
    for weight in weights:
        ends.append(ends[-1] + weight.bits)
    low, high = min(ends), max(ends)
    scale = 200 / max(high - low, 1e-9)
    for start, weight in zip(ends, weights, strict=False):
        left = (min(start, start + weight.bits) - low) * scale
        kind = "more" if weight.bits >= 0 else "less"
        yield (
            f"<tr><th scope=row>{escape(weight.comparison)}<td><bdi>{escape(weight.says)}</bdi>"
            f"<td class=bits>{weight.bits:+.1f}"
            '<td><svg viewBox="0 0 200 10" preserveAspectRatio="none" aria-hidden=true>'
            f'<rect class={kind} x="{left:.1f}" width="{max(abs(weight.bits) * scale, 0.5):.1f}" height="10"/>'
            f'<line class=zero x1="{-low * scale:.1f}" x2="{-low * scale:.1f}" y2="10"/></svg>'
        )
    yield f"<tr><th scope=row>together<td><td class=bits>{ends[-1]:+.1f}<td>"
