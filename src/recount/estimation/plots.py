"""The pictures of an estimate: what each method says, what would change it, and how the lists meet."""

from collections.abc import Sequence

import numpy as np

from recount.estimation.charts import Scale, across, box, dot, line, path, picture, scale_for, words
from recount.estimation.intervals import percentiles
from recount.estimation.patterns import Floats
from recount.estimation.report import Report, headline
from recount.estimation.sensitivity import unseen_if
from recount.model.estimates import WhatIf

WIDE, LEFT, RIGHT, ROW = 480.0, 14.0, 466.0, 42.0
"""Narrow, so that the words can be read on a telephone; a label stands above its line, not beside it."""

_BINS, _SHOWN, _NAMES, _ABREAST = 60, 12, 110.0, 5
_XI = tuple(float(xi) for xi in np.geomspace(0.25, 4, 33))


def forest(shown: Report) -> str:
    """Every method's interval on one axis, and the range over them."""
    told = shown.methods
    known = [end for each in told if each.interval for end in (each.interval.floor, each.interval.high or 0)]
    hull = shown.interval
    ends = [] if hull is None else [hull.floor, hull.high or hull.floor]
    scale = scale_for([shown.observed, *known, *ends], LEFT, RIGHT)
    bottom = 34 + ROW * len(told)
    parts = across(scale, 10, bottom)
    if hull is not None:
        parts.append(box((scale(ends[0]), 12), scale(ends[1]) - scale(ends[0]), bottom - 12, "hull"))
    parts.append(line((scale(shown.observed), 10), (scale(shown.observed), bottom), "floor"))
    parts.append(words((scale(shown.observed) + 4, bottom - 3), f"{shown.observed:,} documented", "start small"))
    for row, method in enumerate(told):
        height = 44 + ROW * row
        parts.append(words((scale(shown.observed) + 6, height - 12), method.name))
        if method.interval is None:
            says = "gives no total" if method.median is None else f"its middle {method.median:,.0f}, no range"
            parts.append(words((RIGHT, height + 4), says, "end"))
            continue
        low, high = method.interval.floor, method.interval.high or method.interval.floor
        parts.append(line((scale(low), height), (scale(high), height), "interval"))
        parts.append(dot((scale(method.median or low), height)))
    says = "; ".join(f"{m.name}: {m.interval or 'no total'}" for m in told)
    return picture("What each method says", f"{says}. {headline(shown)}", (WIDE, bottom + 44), parts)


def posterior(shown: Report) -> str:
    """How each method spreads the total."""
    heard = [voice for voice in shown.voices if len(voice.draws) > 1 and shown.sayable]
    if not heard:
        return ""
    ends = [end for voice in heard for end in percentiles(voice.draws, 0.99)]
    scale = scale_for(ends, LEFT, RIGHT)
    edges = (
        np.geomspace(scale.low, scale.high, _BINS + 1) if scale.log else np.linspace(scale.low, scale.high, _BINS + 1)
    )
    shares = [np.histogram(voice.draws, edges)[0] / len(voice.draws) for voice in heard]
    up = Scale(0, max(float(share.max()) for share in shares), 200, 20)
    parts = across(scale, 15, 200)
    for number, (voice, share) in enumerate(zip(heard, shares, strict=True)):
        parts.append(path(_outline(edges, share, scale, up), f"path m{number % 4}"))
        parts.append(line((LEFT, 256 + 20 * number), (54, 256 + 20 * number), f"path m{number % 4}"))
        parts.append(words((62, 260 + 20 * number), voice.told.name))
    says = "; ".join(f"{v.told.name}: half of it below {np.median(v.draws):,.0f}" for v in heard)
    return picture("How each method spreads the total", says, (WIDE, 256 + 20 * len(heard)), parts)


def _outline(edges: Floats, share: Floats, scale: Scale, up: Scale) -> list[tuple[float, float]]:
    corners = [(scale(float(edges[0])), up(0.0))]
    for left, right, part in zip(edges[:-1], edges[1:], share, strict=True):
        corners += [(scale(float(left)), up(float(part))), (scale(float(right)), up(float(part)))]
    return [*corners, (scale(float(edges[-1])), up(0.0))]


def interaction(shown: Report) -> str:
    """The total by the interaction of all lists together, which no list can show."""
    table = shown.patterns
    totals = [table.observed + unseen for xi in _XI if (unseen := unseen_if(table, xi)) is not None]
    if not totals:
        return ""
    right, up = Scale(_XI[0], _XI[-1], 90, RIGHT, log=True), scale_for([*totals, shown.observed], 220, 20)
    parts = [line((right(1.0), 15), (right(1.0), 220), "floor")]
    for tick in up.ticks(4):
        parts += [line((90, up(tick)), (RIGHT, up(tick)), "grid"), words((82, up(tick) + 4), f"{tick:,.0f}", "end")]
    parts += [words((right(xi), 238), f"{xi:g}", "middle") for xi in (0.25, 0.5, 1.0, 2.0, 4.0)]
    parts += [path([(right(xi), up(total)) for xi, total in zip(_XI, totals, strict=True)], "path m0")]
    parts.append(words(((90 + RIGHT) / 2, 258), "ξ, the interaction of all lists; 1 is none", "middle"))
    says = f"From {totals[0]:,.0f} at {_XI[0]:g} to {totals[-1]:,.0f} at {_XI[-1]:g}."
    return picture("The total by the interaction of all lists", says, (WIDE, 266), parts)


def answers(shown: Report, title: str, kinds: Sequence[str]) -> str:
    """Totals under other assumptions, beside the range."""
    told = [what for what in shown.sensitivity if what.kind in kinds and what.total is not None]
    if not told:
        return ""
    hull = [] if shown.interval is None else [shown.interval.floor, shown.interval.high or 0]
    scale = scale_for([shown.observed, *(what.total or 0 for what in told), *hull], LEFT, RIGHT)
    bottom = 24 + ROW * len(told)
    parts = across(scale, 10, bottom)
    if hull:
        parts.append(box((scale(hull[0]), 12), scale(hull[1]) - scale(hull[0]), bottom - 12, "hull"))
    parts.append(line((scale(shown.observed), 10), (scale(shown.observed), bottom), "floor"))
    for row, what in enumerate(told):
        height = 44 + ROW * row
        parts.append(words((scale(shown.observed) + 6, height - 12), _short(what)))
        parts.append(dot((scale(what.total or 0), height)))
    says = "; ".join(f"{what.says}: {what.total:,.0f}" for what in told)
    return picture(title, says, (WIDE, bottom + 44), parts)


def _short(what: WhatIf) -> str:
    return what.says if len(what.says) <= 46 else what.says[:45] + "…"


def overlaps(shown: Report) -> str:
    """How many people are on exactly which lists, the most frequent first."""
    table = shown.table
    rows = sorted(((count, history) for history, count in table.counts if any(history) and count), reverse=True)
    rows = rows[:_SHOWN]
    if not rows:
        return ""
    right = Scale(0, len(rows), _NAMES, RIGHT)
    up = Scale(0, float(rows[0][0]), 170, 24)
    bottom = 190 + 22 * len(table.lists)
    parts = [
        words((_NAMES - 10, 204 + 22 * place), name if len(name) < 15 else f"{name[:13]}…", "end")
        for place, name in enumerate(table.lists)
    ]
    for place, (count, history) in enumerate(rows):
        middle = (right(place) + right(place + 1)) / 2
        parts.append(box((middle - 9, up(count)), 18, 170 - up(count)))
        parts.append(words((middle, up(count) - 5), f"{count:,}", "middle small"))
        on = [199 + 22 * row for row, present in enumerate(history) if present]
        parts.append(line((middle, on[0]), (middle, on[-1]), "interval"))
        parts += [
            dot((middle, 199 + 22 * row), 5.5, "dot" if present else "ring") for row, present in enumerate(history)
        ]
    says = "; ".join(f"{_on(table.lists, history)} only: {count:,}" for count, history in rows[:8])
    return picture("Who is on which lists", says, (WIDE, bottom + 16), parts)


def _on(lists: Sequence[str], history: Sequence[int]) -> str:
    return " and ".join(name for name, present in zip(lists, history, strict=True) if present)


def traces(shown: Report) -> str:
    """Where each chain went: chains that agree lie on top of each other."""
    chains = _chains(shown)
    if chains is None:
        return ""
    thin = np.log(chains[:, :: max(chains.shape[1] // 250, 1)])
    right = Scale(0, thin.shape[1] - 1.0, 90, RIGHT)
    low, high = np.exp(np.quantile(thin, [0.001, 0.999]))
    up = Scale(float(low) * 0.98, float(high) * 1.02, 220, 20, log=True)
    parts = [words((82, up(value) + 4), f"{value:,.0f}", "end") for value in (low, np.exp(np.median(thin)), high)]
    for number, chain in enumerate(thin):
        points = [(right(place), np.clip(up(float(np.exp(at))), 20, 220)) for place, at in enumerate(chain)]
        parts.append(path(points, f"trace m{number % 4}"))
    says = f"{len(chains)} chains; their medians run from {_range(chains)}."
    return picture("Where the chains went (latent classes)", says, (WIDE, 236), parts)


def ranks(shown: Report) -> str:
    """How the ranks of each chain's draws fall: even bars mean that no chain sees another total than the rest."""
    chains = _chains(shown)
    if chains is None:
        return ""
    ranked = chains.ravel().argsort(kind="stable").argsort(kind="stable").reshape(chains.shape)
    edges = np.linspace(0, chains.size, 11)
    counts = [np.histogram(chain, edges)[0] for chain in ranked]
    most = max(float(np.max(count)) for count in counts)
    parts = []
    for number, count in enumerate(counts):
        left, top = 10 + number % _ABREAST * 93, 20 + number // _ABREAST * 90
        for place, many in enumerate(count):
            high = 60 * many / most
            parts.append(box((left + 8 * place, top + 60 - high), 7, high))
        parts.append(words((left, top + 76), f"chain {number + 1}", "start small"))
    says = f"Ranks of {len(chains)} chains in ten bins; the fullest bin holds {most:,.0f} of {chains.shape[1]:,} draws."
    return picture(
        "Ranks, chain by chain (latent classes)", says, (WIDE, 20 + 90 * (1 + (len(counts) - 1) // _ABREAST)), parts
    )


def _chains(shown: Report) -> Floats | None:
    return next((voice.chains for voice in shown.voices if voice.chains is not None), None)


def _range(chains: Floats) -> str:
    medians = np.median(chains, axis=1)
    return f"{medians.min():,.0f} to {medians.max():,.0f}"
