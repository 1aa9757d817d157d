"""An estimate as a page that stands alone: no script, nothing fetched, light or dark as the reader prefers."""

from collections.abc import Iterable, Iterator
from html import escape

from recount.estimation import plots
from recount.estimation.bounds import pairs
from recount.estimation.note import method_note
from recount.estimation.report import MEANINGS, Report, headline
from recount.model.estimates import MethodEstimate, WhatIf

_STYLE = """
.rc{--ink:#1d2429;--soft:#5b666e;--rule:#d5dbe0;--hull:#cfe3f3;--a:#0b5c93;--b:#a8480a;--c:#44710d;--d:#7a3d94;
--paper:#fff;color:var(--ink);background:var(--paper);font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:auto;
padding:1rem}
@media (prefers-color-scheme:dark){.rc{--ink:#e6eaed;--soft:#a3adb5;--rule:#3c464d;--hull:#1c3c54;--a:#6fb7ea;
--b:#f0995c;--c:#9ccb62;--d:#cf9be6;--paper:#14191d}}
.rc h1{font-size:1.5rem;line-height:1.25}.rc h2{font-size:1.15rem;margin-top:2rem}.rc .verdict{font-weight:700}
.rc .lead{font-size:1.25rem}.rc .soft{color:var(--soft)}.rc figure{margin:1rem 0}
.rc figcaption{color:var(--soft);font-size:.92rem}.rc figcaption b{color:var(--ink)}
.rc svg{width:100%;max-width:42rem;height:auto;display:block}
.rc table{border-collapse:collapse;width:100%;font-size:.92rem}.rc .scroll{overflow-x:auto}
.rc th,.rc td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid var(--rule);vertical-align:top}
.rc td.n,.rc th.n{text-align:right;font-variant-numeric:tabular-nums}
.rc pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.85rem}
.rc svg text{font-size:13px;fill:var(--ink)}.rc svg .small{font-size:11px}.rc svg .middle{text-anchor:middle}
.rc svg .end{text-anchor:end}.rc svg .grid{stroke:var(--rule)}.rc svg .hull{fill:var(--hull)}
.rc svg .floor{stroke:var(--ink);stroke-dasharray:3 3}.rc svg .interval{stroke:var(--a);stroke-width:3}
.rc svg .dot,.rc svg .bar{fill:var(--a)}.rc svg .ring{fill:var(--rule)}
.rc svg .path{fill:none;stroke-width:2}.rc svg .trace{fill:none;stroke-width:.6;opacity:.7}
.rc svg .m0{stroke:var(--a)}.rc svg .m1{stroke:var(--b);stroke-dasharray:7 3}
.rc svg .m2{stroke:var(--c);stroke-dasharray:2 3}.rc svg .m3{stroke:var(--d);stroke-dasharray:9 3 2 3}
.rc svg .trace{stroke-dasharray:none}
@media print{.rc{max-width:none}}
"""

_AROUND = "body{margin:0}@media(prefers-color-scheme:dark){body{background:#14191d}}"


def page(shown: Report, title: str) -> str:
    """The whole page."""
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(title)}: estimate</title><style>{_AROUND}</style></head><body>"
        f"{fragment(shown, title)}</body></html>\n"
    )


def fragment(shown: Report, title: str = "Estimate") -> str:
    """The part that a notebook shows."""
    return f'<style>{_STYLE}</style><main class="rc">{"".join(_parts(shown, title))}</main>'


def _parts(shown: Report, title: str) -> Iterator[str]:
    yield f'<h1>{escape(title)}</h1><p class="lead">{escape(headline(shown))}</p>'
    verdict, meaning = escape(shown.verdict.capitalize()), MEANINGS[shown.verdict]
    yield f'<p><span class="verdict">{verdict}.</span> {meaning} {_disagreement(shown)}</p>'
    yield _listed("Why", shown.reasons)
    yield _listed("What no list can show", shown.caveats)
    if shown.voices:
        yield "<h2>What each method says</h2>"
        yield _figure(plots.forest(shown), "Ranges", _FOREST if shown.sayable else _NO_RANGE)
        yield _methods(shown.methods)
        yield _figure(plots.posterior(shown), "How likely each total is", _POSTERIOR)
    yield from _changes(shown)
    yield "<h2>How the lists meet</h2>" + _figure(plots.overlaps(shown), "Who is on which lists", _OVERLAPS)
    yield _pairs(shown)
    yield from _sampled(shown)
    note = escape(method_note(shown))
    yield f"<h2>Method note</h2><details><summary>To make this again</summary><pre>{note}</pre></details>"


_FOREST = (
    "A line is what one method allows for, its dot the middle of that. The shaded band is the range over all methods "
    "and what wrong links would do; no line alone is the answer. The broken line is the number documented."
)
_POSTERIOR = "A curve is one method: the higher, the more likely. Several peaks are several answers."
_OVERLAPS = (
    "A column is how many people are on exactly the lists whose dots are filled below it, the most frequent first."
)
_XI = (
    "Suppose that being on all lists together is more (right) or less (left) likely than their overlaps in pairs and "
    "threes make it; 1 is neither. Nothing in the lists speaks for or against any value."
)
_OUT = "The best log-linear total from the other lists. A dot far from the rest shows a list that decides the answer."
_MERGED = "The best log-linear total with two lists taken for one, as if one had been made from the other."
_TRACE = "One line a chain of draws of the total. Chains that agree lie on top of each other."
_RANK = "Even bars: the chains agree. Sloping bars: one chain sees another total than the rest."


_NO_RANGE = "Where the table cannot carry an estimate, no method's interval is shown either."


def _disagreement(shown: Report) -> str:
    if shown.disagreement is None:
        return ""
    return f"The largest median of the methods is {shown.disagreement:.2f} times the smallest."


def _changes(shown: Report) -> Iterator[str]:
    drawn = [
        _figure(plots.answers(shown, "Each list left out", ("one list out",)), "Each list left out", _OUT),
        _figure(plots.answers(shown, "Two lists as one", ("two lists merged",)), "Two lists as one", _MERGED),
        _figure(plots.interaction(shown), "What no list can tell: all lists together", _XI),
    ]
    if shown.sensitivity:
        yield f"<h2>What would change it</h2>{''.join(drawn)}{_answers(shown.sensitivity)}"


def _sampled(shown: Report) -> Iterator[str]:
    trace = _figure(plots.traces(shown), "Where the chains went", _TRACE)
    rank = _figure(plots.ranks(shown), "Ranks, chain by chain", _RANK)
    if trace:
        summary = "<summary>For those who check the sampling of latent classes</summary>"
        yield f"<h2>Chains</h2><details>{summary}{trace}{rank}</details>"


def _figure(drawn: str, title: str, says: str) -> str:
    """A picture under its title."""
    if not drawn:
        return ""
    caption = f"<figcaption><b>{escape(title)}.</b> {escape(says)}</figcaption>"
    return f"<figure>{caption}{drawn}</figure>"


def _listed(title: str, said: Iterable[str]) -> str:
    lines = "".join(f"<li>{escape(one)}</li>" for one in said)
    return f"<h2>{escape(title)}</h2><ul>{lines}</ul>" if lines else ""


def _table(heads: str, rows: Iterable[list[str]]) -> str:
    """Columns whose head ends in `#` hold numbers."""
    names = heads.split("|")
    kinds = [' class="n"' if name.endswith("#") else "" for name in names]
    head = "".join(f'<th scope="col"{kind}>{escape(n.rstrip("#"))}</th>' for n, kind in zip(names, kinds, strict=True))
    body = "".join(
        f"<tr>{''.join(f'<td{kind}>{escape(cell)}</td>' for cell, kind in zip(row, kinds, strict=True))}</tr>"
        for row in rows
    )
    return f'<div class="scroll" tabindex="0"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _methods(methods: Iterable[MethodEstimate]) -> str:
    return _table(
        "Method|Best value#|Median#|Mean#|Interval#|R-hat#|Effective draws#|Settled",
        (
            [
                method.name,
                *(number(one) for one in (method.estimate, method.median, method.mean)),
                "none" if method.interval is None else str(method.interval),
                number(dict(method.diagnostics).get("rhat"), 3),
                number(dict(method.diagnostics).get("ess_bulk")),
                "yes" if method.settled else "no",
            ]
            for method in methods
        ),
    )


def number(value: float | None, digits: int = 0) -> str:
    """A number for a reader; a dash where there is none."""
    return "–" if value is None else f"{value:,.{digits}f}"


def _answers(told: Iterable[WhatIf]) -> str:
    rows = ([what.kind, what.says, number(what.total), str(what.interval or "")] for what in told)
    return f"<details><summary>All of it in numbers</summary>{_table('Kind|If|Total#|Interval#', rows)}</details>"


def _pairs(shown: Report) -> str:
    rows = (
        [
            f"{pair.one}, {pair.two}",
            f"{pair.shared:,}",
            number(pair.total) if pair.shared else "–",
            "attract" if pair.attracting else "avoid" if pair.avoiding else "neither, beyond chance",
        ]
        for pair in pairs(shown.patterns)
    )
    heads = "Two lists|On both#|Total if the two were independent#|Among people on a third list, the two"
    return _table(heads, rows)
