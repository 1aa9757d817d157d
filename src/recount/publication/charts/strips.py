"""One strip a row: an interval, ticks, a bar. Labels stand in the page beside it, so that they wrap and can be read."""

from markupsafe import Markup, escape

from recount.model.interval import Interval, Number
from recount.publication.charts.scale import Scale, pc
from recount.publication.wording import Wording


def rect(at: tuple[float, float], y: int, height: int, css: str) -> str:
    """A bar of at least a visible width."""
    left, width = at
    return f'<rect class="{css}" x="{pc(left)}" y="{y}" width="{pc(max(width, 0.35))}" height="{height}"/>'


def band(scale: Scale, interval: Interval, y: int, height: int, css: str) -> str:
    """An interval: solid up to its low end where that is a floor, hatched where an end is open or nobody knows."""
    if not interval.known:
        return rect(scale.span(scale.low, scale.high), y, height, "unknown")
    low = interval.low if interval.low is not None else scale.low
    high = interval.high if interval.high is not None else scale.high
    parts = []
    if interval.low is None:
        parts.append(rect(scale.span(low, high), y, height, "unknown"))
        parts.append(line(scale.at(high), y - 3, y + height + 3, css + " edge"))
    elif interval.high is None:
        parts.append(rect(scale.span(low, high), y + height // 4, height - height // 2, "open"))
        parts.append(line(scale.at(low), y - 3, y + height + 3, css + " edge"))
    elif interval.exact:
        parts.append(line(scale.at(low), y - 3, y + height + 3, css + " edge"))
    else:
        parts.append(rect(scale.span(low, high), y, height, css))
    return "".join(parts)


def line(x: float, top: int, bottom: int, css: str) -> str:
    """An upright stroke."""
    return f'<line class="{css}" x1="{pc(x)}" x2="{pc(x)}" y1="{top}" y2="{bottom}"/>'


def grid(scale: Scale, height: int) -> str:
    """Faint strokes at the round numbers."""
    return "".join(line(scale.at(mark), 0, height, "grid") for mark in scale.ticks())


def drawing(height: int, inner: str, title: str, css: str = "strip") -> Markup:
    """An SVG as wide as its place, named for those who cannot see it."""
    return Markup(
        f'<svg class="{css}" width="100%" height="{height}" role="img" focusable="false">'
        f"<title>{escape(title)}</title>{inner}</svg>"
    )


def strip(scale: Scale, interval: Interval, say: Wording, title: str, css: str = "documented") -> Markup:
    """One interval on a scale."""
    inner = grid(scale, 22) + band(scale, interval, 6, 10, css)
    return drawing(22, inner, f"{title}: {say.interval(interval)}")


def mark(scale: Scale, interval: Interval, *, lighter: bool = False) -> Markup:
    """One interval beside its words, over the rules of its list: a stroke of the style sheet, as there are thousands.

    `q` where nobody gave a figure, `o` where it is open upwards, `p` where only the high end is known, `l` lighter.
    """
    if not interval.known:
        return Markup("<u class=q></u>")
    left, width = scale.span(
        scale.low if interval.low is None else interval.low, scale.high if interval.high is None else interval.high
    )
    start = 100 - left - width if scale.backwards else left
    open_end = "p" if interval.low is None else "o" if interval.high is None else "l" if lighter else ""
    css = f" class={open_end}" if open_end else ""
    wide = f";--w:{_short(width)}" if round(width) else ""
    return Markup(f"<u{css} style=--x:{_short(start)}{wide}></u>")


def _short(percent: float) -> str:
    return f"{percent:.0f}"


def ruled(scale: Scale) -> str:
    """The distance between the round numbers of a scale from zero, for a list that rules its rows itself."""
    marks = scale.ticks()
    gap = abs(scale.at(marks[1]) - scale.at(marks[0])) if len(marks) > 1 else 100
    return f"--g:{pc(gap)}"


def ends(scale: Scale, say: Wording) -> Markup:
    """The round numbers of a scale from zero, each a gap further than the one before it."""
    marks = scale.ticks()
    return Markup("<div aria-hidden=true>{}</div>").format(
        Markup("").join(Markup("<b>{}</b>").format(say.number(mark)) for mark in marks)
    )


def axis(scale: Scale, say: Wording) -> Markup:
    """The numbers along a scale."""
    marks = scale.ticks()
    texts = []
    for place, mark in enumerate(marks):
        x = scale.at(mark)
        side = "start" if _near_start(x, scale) else "end" if _near_end(x, scale) else "middle"
        minor = " class=minor" if place % 2 else ""
        anchor = "" if side == "middle" else f" text-anchor={side}"
        texts.append(f"<text x={pc(x)} y=16{minor}{anchor}>{say.number(mark)}</text>")
    return Markup(f'<svg class="strip axis" direction={say.direction} aria-hidden=true>{"".join(texts)}</svg>')


def _near_start(x: float, scale: Scale) -> bool:
    return (100 - x if scale.backwards else x) < 4


def _near_end(x: float, scale: Scale) -> bool:
    return (100 - x if scale.backwards else x) > 95


def step(scale: Scale, before: Interval, after: Interval, title: str, *, adds: bool) -> Markup:
    """One step of a ledger: what it moves, between where the ledger stood and where it stands now."""
    old, new = _middle(before), _middle(after)
    css = "adds" if adds else "takes"
    moved = "" if old is None or new is None else rect(scale.span(old, new), 4, 14, css)
    inner = grid(scale, 22) + moved
    if after.known and not after.exact:
        inner += band(scale, after, 9, 4, "sofar")
    elif after.known:
        inner += line(scale.at(after.floor), 1, 21, "now")
    return drawing(22, inner, title)


def _middle(interval: Interval) -> Number | None:
    if not interval.known:
        return None
    return interval.floor if interval.high is None else (interval.floor + interval.high) / 2
