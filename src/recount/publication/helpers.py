"""What templates call to write a word or draw a chart in one language."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from markupsafe import Markup, escape

from recount.model.codes import Outcome
from recount.model.interval import UNKNOWN, Interval, exactly
from recount.publication.charts.months import months
from recount.publication.charts.panels import Panel, panel, panel_scale
from recount.publication.charts.repeats import Carried, repeat_strip, ribbons, voice_axis, voice_scale
from recount.publication.charts.scale import Scale, scale_for
from recount.publication.charts.strips import axis, band, drawing, ends, grid, line, mark, rect, ruled, step, strip
from recount.publication.charts.timeline import timeline
from recount.publication.charts.upset import Overlap, upset
from recount.publication.public import (
    PublicClaim,
    PublicEstimate,
    PublicFigure,
    PublicIncident,
    PublicJoin,
    PublicName,
    PublicOrigin,
    PublicPerson,
    PublicSegment,
    PublicWeight,
)
from recount.publication.redaction.words import is_arabic
from recount.publication.sentences import Translator
from recount.publication.views import MonthFigure, PartyRow
from recount.publication.wording import Wording, apart

NOTHING = 0.05
"""Bits below which a comparison said nothing."""

TOLD_BELOW = ("prior", "kin")
"""Comparisons that are of every pair, and explained once a page."""

FEW = 8
"""Words of an owner or an official that may be one of their set phrases."""


class Charts:
    """Charts in one language's reading direction."""

    def __init__(self, say: Wording, texts: "Texts") -> None:
        self.say = say
        self.texts = texts
        self.backwards = say.direction == "rtl"

    def scale_of(self, intervals: Sequence[Interval], from_zero: bool = True) -> Scale:
        """A scale for these intervals."""
        return scale_for(intervals, backwards=self.backwards, from_zero=from_zero)

    def ledger_scale(self, figure: PublicFigure) -> Scale:
        """A scale on which a whole ledger fits."""
        return self.scale_of([figure.interval, *(line.running for line in figure.lines)])

    def step(self, scale: Scale, figure: PublicFigure, place: int) -> Markup:
        """One step of a ledger."""
        made = figure.lines[place]
        before = figure.lines[place - 1].running if place else exactly(0)
        title = self.texts.phrase("step", made.label or made.says).striptags()
        return step(scale, before, made.running, title, adds=made.adds)

    def strip(self, scale: Scale, interval: Interval, title: str, css: str = "documented") -> Markup:
        """One interval on a scale."""
        return strip(scale, interval, self.say, Markup(title).striptags(), css)

    def mark(self, scale: Scale, claim: PublicClaim) -> Markup:
        """One claim beside its words, in a list that is ruled; lighter where it is not of the killed."""
        return mark(scale, claim.interval, lighter=claim.outcome is not Outcome.KILLED)

    def ends(self, scale: Scale) -> Markup:
        """The round numbers below a list that is ruled."""
        return ends(scale, self.say)

    def ruled(self, scale: Scale) -> str:
        """How far apart the rules of a list stand."""
        return ruled(scale)

    def axis(self, scale: Scale) -> Markup:
        """The numbers along a scale."""
        return axis(scale, self.say)

    def kind_scale(self, figures: Iterable[PublicFigure], estimates: Iterable[PublicEstimate]) -> Scale:
        """One scale for every number of the whole case."""
        totals = [estimate.interval for estimate in estimates if estimate.interval is not None]
        return self.scale_of([*(figure.interval for figure in figures), *totals])

    def party_scale(self, rows: Iterable[PartyRow]) -> Scale:
        """One scale for all parties."""
        return self.scale_of([interval for row in rows for interval in _of_row(row)])

    def party_strip(self, scale: Scale, row: PartyRow) -> Markup:
        """Documented as a band, claimed by others as strokes above, acknowledged by itself as a heavy stroke below."""
        inner = grid(scale, 30)
        if row.documented is not None and row.documented.interval.low:
            inner += rect(scale.span(0, row.documented.interval.low), 15, 1, "stem")
        inner += band(scale, row.documented.interval if row.documented is not None else UNKNOWN, 11, 9, "documented")
        for interval in [*(f.interval for f in row.claimed), *(c.interval for c in row.claims)]:
            inner += _ticks(scale, interval, 1, "claimed")
        for figure in row.acknowledged:
            inner += _ticks(scale, figure.interval, 22, "acknowledged")
        return drawing(30, inner, self.say.parties(row.parties).striptags())

    def month_chart(self, found: Sequence[MonthFigure]) -> Markup:
        """A column for each month."""
        counts = [(m.year, m.month, m.figure.interval, m.figure.href) for m in found]
        return months(counts, self.say, self.say("account.when"), self.say("account.when_note"))

    def claim_scale(self, claims: Iterable[PublicClaim]) -> Scale:
        """One scale for all claims on an event."""
        return self.scale_of([claim.interval for claim in claims])

    def timeline(self, incident: PublicIncident) -> Markup:
        """When an event happened, when it was told, and when the parties spoke."""
        return timeline(incident, self.say)

    def ribbons(self, found: Sequence[Carried]) -> Markup:
        """Who carries whose words."""
        return ribbons(found, self.say)

    def voice_scale(self, origin: PublicOrigin) -> Scale | None:
        """The days of one voice."""
        return voice_scale(origin, self.say)

    def repeat_strip(self, scale: Scale, claim: PublicClaim, by_id: Mapping[str, PublicClaim]) -> Markup:
        """One account on the days of its voice."""
        return repeat_strip(scale, claim, by_id)

    def voice_axis(self, scale: Scale) -> Markup:
        """The months of one voice."""
        return voice_axis(scale, self.say)

    def upset(self, overlaps: Sequence[Overlap]) -> Markup:
        """How lists overlap."""
        return upset(overlaps, self.say, self.say("estimate.overlaps"))

    def panel_scale(self, found: Sequence[Panel]) -> Scale:
        """One scale for the panels of all parties."""
        return panel_scale(found)

    def panel(self, scale: Scale, one: Panel) -> Markup:
        """One party's months."""
        return panel(scale, one, self.say)

    def estimate_scale(self, estimate: PublicEstimate) -> Scale:
        """One scale for what is observed and what is estimated."""
        voices = [voice.interval for voice in estimate.voices if voice.interval is not None]
        return self.scale_of([exactly(estimate.observed), estimate.interval or UNKNOWN, *voices], from_zero=False)

    def overlap_scale(self, estimate: PublicEstimate) -> Scale:
        """One scale for all overlaps of lists."""
        return self.scale_of([exactly(people) for _, people in estimate.overlaps if people is not None])

    def bar(self, scale: Scale, value: int) -> Markup:
        """A number as a bar."""
        return drawing(14, rect(scale.span(0, value), 2, 10, "documented"), self.say.number(value))

    def alike_of(self, person: PublicPerson) -> list[list[PublicJoin]]:
        """A person's links, those together whose comparisons say the same, as of two versions of one list."""
        found: dict[tuple[PublicWeight, ...], list[PublicJoin]] = {}
        for join in person.joins:
            found.setdefault(join.weights, []).append(join)
        return list(found.values())

    def join_rows(self, join: PublicJoin, drawn: bool = True) -> Markup:
        """The weights of a pair as a waterfall: each bar begins where the one before it ended."""
        sums = list(accumulate((weight.bits for weight in join.weights), initial=0.0))
        scale = Scale(min(sums), max(*sums, min(sums) + 1), self.backwards)
        rows = (
            f"<li{_fall(scale, before, before + weight.bits) if drawn else ''}>{self.texts.bits(weight.bits)} "
            f"{self.texts.phrase('weight', weight.comparison)}{self.texts.of_two(weight)}"
            for weight, before in zip(join.weights, sums, strict=False)
            if abs(weight.bits) >= NOTHING
        )
        return Markup("\n".join(rows))


def _fall(scale: Scale, before: float, after: float) -> str:
    left, width = scale.span(before, after)
    css = "" if after >= before else " class=t"
    if round(width) == 0:
        return ""
    start = 100 - left - width if scale.backwards else left
    return f"{css} style=--x:{start:.0f};--w:{width:.0f}"


def _ticks(scale: Scale, interval: Interval, y: int, css: str) -> str:
    ends = sorted({end for end in (interval.low, interval.high) if end is not None})
    strokes = "".join(line(scale.at(end), y, y + 8, css) for end in ends)
    return strokes + (rect(scale.span(ends[0], ends[-1]), y + 3, 2, css) if len(ends) > 1 else "")


def _of_row(row: PartyRow) -> list[Interval]:
    figures = [*row.acknowledged, *row.claimed, *([row.documented] if row.documented is not None else [])]
    return [figure.interval for figure in figures] + [claim.interval for claim in row.claims]


class Texts:
    """Words in one language."""

    def __init__(self, say: Wording, translate: Translator) -> None:
        self.say = say
        self.translate = translate
        self._phrases: dict[tuple[str, str], Markup] = {}

    def phrase(self, family: str, text: str) -> Markup:
        """A phrase of the engine in this language; where it has none, the English, marked as such."""
        made = self._phrases.get((family, text))
        if made is None:
            known = self.say.messages.get(f"{family}.{text}")
            made = self._phrases[family, text] = self.english(text) if known is None else escape(known)
        return made

    def english(self, text: str) -> Markup:
        """A sentence of the engine: translated where its pattern is known, else marked as English."""
        if self.say.code == "en" or not text:
            return apart(text)
        known = self.translate(text)
        if known is not None:
            return known
        if is_arabic(text):
            return self.say.isolated(text)
        return Markup(f'<span class="en" lang="en" dir="ltr">{escape(text)}</span>')

    def own(self, text: str) -> Markup:
        """What the owner of the case or an official wrote: a few words in this language, a sentence as it stands."""
        short = self.say.code != "en" and len(text.split()) <= FEW
        known = self.translate(text) if short else None
        if known is not None:
            return known
        return Markup('<span class="own" dir="auto">{}</span>').format(text)

    def quotes(self, parts: Iterable[str]) -> Markup:
        """Words of a text, each between quotation marks."""
        return Markup(escape(self.say("site.comma"))).join(Markup("“<bdi>{}</bdi>”").format(part) for part in parts)

    def where(self, text: str) -> Markup:
        """Where something was set aside: the file as it is called, the rest in words."""
        file, comma, rest = text.partition(", ")
        shown = Markup('<bdi dir="ltr">{}</bdi>').format(file)
        return shown + escape(self.say("site.comma")) + self.english(rest) if comma else shown

    def setting(self, value: str) -> Markup:
        """One value of a setting in words."""
        return self.phrase("choice", value)

    def of_two(self, weight: PublicWeight) -> str:
        """What two rows say, names or a phrase; nothing where the page's foot says it for all."""
        if weight.comparison in TOLD_BELOW or not weight.says:
            return ""
        known = self.say.messages.get(f"says.{weight.says}")
        one, _, other = weight.says.partition(" / ")
        return f": {escape(one if one == other else weight.says) if known is None else escape(known)}"

    def chain(self, parts: Iterable[str]) -> Markup:
        """Names one after the other."""
        return Markup(escape(self.say("site.comma"))).join(self.say.isolated(part) for part in parts)

    def person_name(self, person: PublicPerson) -> Markup:
        """A person's name in the language's own script where a list writes it so."""
        name = self._main(person)
        return escape(self.say("people_page.nameless")) if name is None else self.say.isolated(name.text)

    def _main(self, person: PublicPerson) -> PublicName | None:
        arabic = self.say.code == "ar"
        own = [name for name in person.names if name.arabic == arabic]
        return next(iter(own or person.names), None)

    def other_names(self, person: PublicPerson) -> list[PublicName]:
        """The name in the other script; every way in which the lists write it stands with the lists."""
        main = self._main(person)
        other = [name for name in person.names if main is not None and name.arabic != main.arabic]
        return other[:1] if len(person.entries) > 1 else [name for name in person.names if name != main]

    def incident_name(self, incident: PublicIncident) -> Markup:
        """What an event is called."""
        if incident.place is not None:
            return self.say.place(incident.place)
        return self.say.isolated(incident.title or incident.id)

    def probability(self, value: float) -> str:
        """A probability, never rounded up to certainty."""
        shown = "1" if value == 1 else f"{min(value, 0.9999):.4f}" if value > 0.995 else f"{value:.2f}"
        return self.say.digits(shown)

    def bits(self, value: float) -> str:
        """A weight with its sign."""
        return self.say.digits(f"{value:+.1f}".replace("-", "−"))

    def segment(self, part: PublicSegment) -> Markup:
        """A stretch of a report, marked where it makes a claim."""
        if not part.sentence:
            return escape(part.text)
        anchors = "".join(f'<a id="{escape(key)}"></a>' for key in part.begins[1:])
        own = f' id="{escape(part.begins[0])}"' if part.begins else ""
        text = Markup("<b>{}</b>").format(part.text) if part.phrase else escape(part.text)
        return Markup(f"<mark{own}>{anchors}{text}</mark>")

    def stratum(self, name: str) -> Markup:
        """A stratum as it is called: a month is written out, anything else kept."""
        year, _, month = name.partition("-")
        if len(year) == 4 and year.isdigit() and month.isdigit():
            return escape(self.say.month(int(year), int(month)))
        return self.say.isolated(name)


def outward(url: str) -> bool:
    """Whether an address may be linked to: nothing but the web."""
    return url.startswith(("https://", "http://"))
