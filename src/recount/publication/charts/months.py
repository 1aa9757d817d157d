"""How many in each month, as columns with the uncertainty drawn on them."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from recount.model.interval import Interval
from recount.publication.charts.scale import pc, scale_for
from recount.publication.wording import Wording

HEIGHT = 220
BASE = 190

Month = tuple[int, int, Interval, str]
"""Year, month, how many, and where that number's page is."""


def months(counts: Sequence[Month], say: Wording, title: str, sentence: str) -> Markup:
    """One column a month, each a link to its figure: solid to the low end, lighter up to the high end."""
    scale = scale_for([interval for _, _, interval, _ in counts])
    backwards = say.direction == "rtl"
    wide = 100 / max(len(counts), 1)
    parts = [_level(scale.at(mark), say.number(mark), backwards) for mark in scale.ticks(4)]
    for place, (year, month, interval, href) in enumerate(counts):
        left = (len(counts) - 1 - place if backwards else place) * wide
        name = say.month(year, month)
        column = _column(interval, scale.at(interval.floor), scale.at(_top(interval)), left, wide)
        parts.append(f'<a href="{escape(href)}"><title>{name}: {say.interval(interval)}</title>{column}</a>')
        parts.append(_label(left + wide / 2, place, counts, say))
    return Markup(
        f'<svg class="months" width="100%" height="{HEIGHT}" role="group" aria-label="{escape(title)}" '
        f'direction="{say.direction}"><title>{escape(title)}</title><desc>{escape(sentence)}</desc>'
        f"{''.join(parts)}</svg>"
    )


def _top(interval: Interval) -> float:
    return float(interval.floor if interval.high is None else interval.high)


def _level(percent: float, number: str, backwards: bool) -> str:
    y = BASE - percent / 100 * (BASE - 12)
    x = "100%" if backwards else "0"
    return (
        f'<line class="grid" x1="0" x2="100%" y1="{y:.1f}" y2="{y:.1f}"/>'
        f'<text class="scale" x="{x}" y="{y - 3:.1f}" text-anchor="start">{number}</text>'
    )


def _column(interval: Interval, low: float, high: float, left: float, wide: float) -> str:
    x, width = pc(left + wide * 0.16), pc(wide * 0.68)
    if not interval.known:
        return f'<rect class="unknown" x="{x}" y="12" width="{width}" height="{BASE - 12}"/>'
    tall, taller = low / 100 * (BASE - 12), high / 100 * (BASE - 12)
    return (
        f'<rect class="documented" x="{x}" y="{BASE - tall:.1f}" width="{width}" height="{tall:.1f}"/>'
        f'<rect class="doubt" x="{x}" y="{BASE - taller:.1f}" width="{width}" height="{taller - tall:.1f}"/>'
    )


def _label(x: float, place: int, counts: Sequence[Month], say: Wording) -> str:
    year, month, _, _ = counts[place]
    minor = " minor" if place % max(1, round(len(counts) / 4)) else ""
    text = f'<text class="scale{minor}" x="{pc(x)}" y="{BASE + 14}" text-anchor="middle">{say.month_name(month)}</text>'
    if place == 0 or month == 1:
        text += f'<text class="scale" x="{pc(x)}" y="{BASE + 27}" text-anchor="middle">{say.digits(str(year))}</text>'
    return text
