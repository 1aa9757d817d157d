"""How lists overlap: a column for each combination of lists, and below it a mark for every list it is on."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from recount.model.interval import exactly
from recount.publication.charts.scale import Scale, pc, scale_for
from recount.publication.wording import Wording

BARS = 130
ROW = 24
"""Height of a list's row of marks; the style sheet sets its name to the same."""

Overlap = tuple[tuple[int, ...], int | None]
"""A combination of lists, one 0 or 1 a list, and how many people are on exactly these; None under k."""


def upset(overlaps: Sequence[Overlap], say: Wording, title: str) -> Markup:
    """Columns in the order given, hatched where too few people may be told."""
    if not overlaps:
        return Markup("")
    backwards = say.direction == "rtl"
    scale = scale_for(exactly(people) for _, people in overlaps if people is not None)
    lists = len(overlaps[0][0])
    wide = 100 / len(overlaps)
    columns = []
    for place, (history, people) in enumerate(overlaps):
        left = (len(overlaps) - 1 - place if backwards else place) * wide
        columns.append(_column(scale, left, wide, people, say) + _marks(history, left + wide / 2))
    rows = "".join(
        f'<rect class=band width="100%" y={BARS + 8 + ROW * place} height={ROW} />' for place in range(0, lists, 2)
    )
    return Markup(
        f'<svg class=upset width="100%" height={BARS + 8 + ROW * lists} role=img><title>{escape(title)}</title>'
        f"{rows}{''.join(columns)}</svg>"
    )


def _column(scale: Scale, left: float, wide: float, people: int | None, say: Wording) -> str:
    x, width, middle = pc(left + wide * 0.18), pc(wide * 0.64), pc(left + wide / 2)
    if people is None:
        return f'<rect class=unknown x="{x}" width="{width}" y={BARS - 8} height=8 />'
    tall = max(scale.at(people) / 100 * (BARS - 18), 1)
    number = f'<text class="scale minor" x="{middle}" y="{BARS - tall - 4:.1f}">{say.number(people)}</text>'
    return f'<rect class=documented x="{x}" width="{width}" y="{BARS - tall:.1f}" height="{tall:.1f}" />{number}'


def _marks(history: Sequence[int], x: float) -> str:
    heights = [BARS + 8 + ROW * place + ROW / 2 for place in range(len(history))]
    on = [height for height, listed in zip(heights, history, strict=True) if listed]
    thread = f'<line class=thread x1="{pc(x)}" x2="{pc(x)}" y1={on[0]:.0f} y2={on[-1]:.0f} />' if len(on) > 1 else ""
    dots = (
        f'<circle class="{"on" if listed else "off"}" cx="{pc(x)}" cy={height:.0f} r=5 />'
        for height, listed in zip(heights, history, strict=True)
    )
    return thread + "".join(dots)
