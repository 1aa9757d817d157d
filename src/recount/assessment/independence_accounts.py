"""The accounts among reports: each report's way back to where its account began."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recount.assessment.independence_reports import Repeats


@dataclass(frozen=True, slots=True)
class Account:
    """One account: the report it began in as far as these reports tell, its copies, its rewrites (ids)."""

    origin: str
    copies: tuple[str, ...] = ()
    rewrites: tuple[str, ...] = ()


def accounts(reports: Sequence[str], found: Iterable[Repeats], rank: Mapping[str, int]) -> list[Account]:
    """Every report in exactly one account; a report that repeats several belongs where most of it comes from.

    What is told on the word of another (`through`) never decides while a report repeats one by its own words.
    """
    above: dict[str, Repeats] = {}
    for one in sorted(found, key=lambda one: _order(one, rank)):
        above.setdefault(one.document, one)
    first = {report: _first(report, above) for report in reports}
    return [
        Account(
            origin,
            tuple(one for one in reports if first[one] == origin and one in above and above[one].kind == "copy"),
            tuple(one for one in reports if first[one] == origin and one in above and above[one].kind != "copy"),
        )
        for origin in reports
        if first[origin] == origin
    ]


def _order(one: Repeats, rank: Mapping[str, int]) -> tuple[bool, bool, float, int]:
    return one.kind != "copy", one.by == "through", -one.score, rank[one.origin]


def _first(report: str, above: Mapping[str, Repeats]) -> str:
    while report in above:
        report = above[report].origin
    return report
