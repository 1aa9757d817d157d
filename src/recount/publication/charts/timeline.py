"""How an account grew: when it happened, when it was told, and when the parties spoke."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup, escape

from recount.model.values import Period
from recount.publication.charts.days import at, calendar, days_scale
from recount.publication.charts.scale import Scale
from recount.publication.charts.strips import line, rect
from recount.publication.public import PublicClaim, PublicIncident, PublicPosition
from recount.publication.wording import Wording

LANE = 18
HEIGHT = 3 * LANE + 20


def timeline(incident: PublicIncident, say: Wording) -> Markup:
    """Three lanes on one calendar; empty where no party has spoken, since then there is nothing to see."""
    told = [claim for claim in incident.claims if claim.published is not None]
    spoken = [position for position in incident.positions if position.stated is not None]
    days = _days(incident.period, told, spoken)
    if not spoken or len(set(days)) < 2:
        return Markup("")
    scale = days_scale(days, backwards=say.direction == "rtl")
    lanes = calendar(scale, say, 0, 3 * LANE) + _happened(scale, incident.period)
    lanes += "".join(_stroke(scale, c.published, 1, "copied" if c.repeats else "claimed") for c in told)
    lanes += "".join(_stroke(scale, p.stated, 2, "acknowledged") for p in spoken)
    title, sentence = escape(say("timeline.title")), escape(_sentence(incident, told, say))
    return Markup(
        f'<svg class=timeline width="100%" height={HEIGHT} role=img direction={say.direction}>'
        f"<title>{title}</title><desc>{sentence}</desc>{lanes}</svg>"
    )


def _days(period: Period | None, told: Sequence[PublicClaim], spoken: Sequence[PublicPosition]) -> list[date]:
    found = [claim.published for claim in told] + [position.stated for position in spoken]
    if period is not None:
        found += [period.start, period.end]
    return [day for day in found if day is not None]


def _happened(scale: Scale, period: Period | None) -> str:
    if period is None or period.start is None or period.end is None:
        return rect(scale.span(scale.low, scale.high), 5, LANE - 10, "unknown")
    left, width = scale.span(period.start.toordinal(), period.end.toordinal() + 1)
    return rect((left, max(width, 0.8)), 5, LANE - 8, "documented")


def _stroke(scale: Scale, day: date | None, lane: int, css: str) -> str:
    return "" if day is None else line(at(scale, day), lane * LANE + 3, (lane + 1) * LANE - 3, css)


def _sentence(incident: PublicIncident, told: Sequence[PublicClaim], say: Wording) -> str:
    days = sorted(claim.published for claim in told if claim.published is not None)
    if not days:
        return say.period(incident.period)
    slots = {"claims": say.count("claim", len(told)), "first": say.date(days[0]), "last": say.date(days[-1])}
    return say("timeline.says", when=say.period(incident.period) or say("site.unknown"), **slots)
