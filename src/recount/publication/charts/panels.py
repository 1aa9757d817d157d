"""The same small picture for each party: its incidents by month and by how well they are supported, on one scale."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from recount.model.codes import Grade
from recount.model.interval import exactly
from recount.publication.charts.scale import Scale, pc, scale_for
from recount.publication.public import Public, PublicIncident, PublicParty
from recount.publication.wording import Wording

HEIGHT = 96
BASE = 78
FIRM = (Grade.CONFIRMED, Grade.FAIR)
LEFT_OUT = (Grade.DISCOUNTED,)

Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PanelMonth(Public):
    """How many incidents of a party fell in a month, and how many of them are confirmed or fair."""

    year: int
    month: int
    events: int
    firm: int


@dataclass(frozen=True, slots=True)
class Panel(Public):
    """One party's months, in order of time, with those in which nothing is assessed against it."""

    party: PublicParty
    months: tuple[PanelMonth, ...]
    events: int
    firm: int


def panels(incidents: Iterable[PublicIncident]) -> list[Panel]:
    """A panel for every party whose incidents are dated to a month; one of several parties stands with each."""
    events: dict[str, Counter[Month]] = defaultdict(Counter)
    firm: dict[str, Counter[Month]] = defaultdict(Counter)
    named: dict[str, PublicParty] = {}
    for incident in incidents:
        month = _month(incident)
        for grade in incident.assessments:
            if month is not None and grade.grade not in LEFT_OUT:
                named[grade.party.id] = grade.party
                events[grade.party.id][month] += 1
                firm[grade.party.id][month] += grade.grade in FIRM
    span = _span([month for those in events.values() for month in those])
    return [_panel(named[key], events[key], firm[key], span) for key in sorted(named)] if len(span) > 1 else []


def _panel(party: PublicParty, events: Counter[Month], firm: Counter[Month], span: Sequence[Month]) -> Panel:
    months = tuple(PanelMonth(*month, events[month], firm[month]) for month in span)
    return Panel(party, months, events.total(), firm.total())


def _month(incident: PublicIncident) -> Month | None:
    period = incident.period
    if period is None or period.start is None or period.end is None:
        return None
    start, end = (period.start.year, period.start.month), (period.end.year, period.end.month)
    return start if start == end else None


def _span(months: Sequence[Month]) -> list[Month]:
    if not months:
        return []
    first, last = min(months), max(months)
    count = (last[0] - first[0]) * 12 + last[1] - first[1] + 1
    return [(first[0] + (first[1] - 1 + n) // 12, (first[1] - 1 + n) % 12 + 1) for n in range(count)]


def panel_scale(found: Iterable[Panel]) -> Scale:
    """One scale for all parties."""
    return scale_for(exactly(month.events) for panel in found for month in panel.months)


def panel(scale: Scale, one: Panel, say: Wording) -> Markup:
    """A column a month: solid for what is confirmed or fair, pale for the rest."""
    backwards = say.direction == "rtl"
    wide = 100 / len(one.months)
    columns = "".join(
        _column(scale, month, (len(one.months) - 1 - place if backwards else place) * wide, wide)
        for place, month in enumerate(one.months)
        if month.events
    )
    title = f"{say.words(one.party.words).striptags()}: {say.count('incident', one.events)}"
    return Markup(
        f'<svg class=panel width="100%" height={HEIGHT} direction={say.direction} role=img>'
        f"<title>{escape(title)}</title>{_frame(scale, one, say)}{columns}</svg>"
    )


def _frame(scale: Scale, one: Panel, say: Wording) -> str:
    start, end = ("100%", "0") if say.direction == "rtl" else ("0", "100%")
    top = scale.ticks(2)[-1]
    level = BASE - scale.at(top) / 100 * (BASE - 8)
    first, last = one.months[0], one.months[-1]
    return (
        f'<line class=grid x1=0 x2="100%" y1="{level:.1f}" y2="{level:.1f}" />'
        f'<text class=scale x="{start}" y="{level - 2:.1f}">{say.number(top)}</text>'
        f'<line class=zero x1=0 x2="100%" y1={BASE} y2={BASE} />'
        f'<text class=scale x="{start}" y={BASE + 14}>{say.month(first.year, first.month)}</text>'
        f'<text class=scale x="{end}" y={BASE + 14} text-anchor=end>{say.month(last.year, last.month)}</text>'
    )


def _column(scale: Scale, month: PanelMonth, left: float, wide: float) -> str:
    x, width = pc(left + wide * 0.15), pc(wide * 0.7)
    firm, every = (scale.at(count) / 100 * (BASE - 8) for count in (month.firm, month.events))
    return (
        f'<rect class=claimed x="{x}" width="{width}" y="{BASE - firm:.1f}" height="{firm:.1f}" />'
        f'<rect class=doubt x="{x}" width="{width}" y="{BASE - every:.1f}" height="{every - firm:.1f}" />'
    )
