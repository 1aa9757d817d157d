"""Who repeats whom: one voice along its days, and who carries whose words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from recount.publication.charts.days import at, calendar, days_scale
from recount.publication.charts.scale import Scale, pc
from recount.publication.public import Public, PublicClaim, PublicOrigin, PublicWords
from recount.publication.wording import Wording

ROW = 44
"""Height of one name in the picture of carriers; the style sheet sets its lists to the same."""


@dataclass(frozen=True, slots=True)
class Carried(Public):
    """One source that repeats another, and how many of its claims do, by how they do."""

    first: PublicWords
    then: PublicWords
    claims: int
    copies: int


def carried(origins: Iterable[PublicOrigin]) -> list[Carried]:
    """Which sources repeat which, those that do so most first."""
    claims = {claim.id: claim for origin in origins for claim in origin.claims}
    counts: Counter[tuple[PublicWords, PublicWords]] = Counter()
    copies: Counter[tuple[PublicWords, PublicWords]] = Counter()
    for claim in claims.values():
        before = claims.get(claim.repeats.id) if claim.repeats is not None else None
        if before is not None and before.source != claim.source:
            counts[before.source, claim.source] += 1
            copies[before.source, claim.source] += claim.repeats_how == "copy"
    ordered = sorted(counts, key=lambda pair: (-counts[pair], pair[0].en, pair[1].en))
    return [Carried(*pair, counts[pair], copies[pair]) for pair in ordered]


def sides(found: Sequence[Carried]) -> tuple[list[PublicWords], list[PublicWords]]:
    """Who is repeated and who repeats, each once, in the order of the list."""
    return list(dict.fromkeys(c.first for c in found)), list(dict.fromkeys(c.then for c in found))


def ribbons(found: Sequence[Carried], say: Wording) -> Markup:
    """Bands between the two lists of names, as broad as they carry claims."""
    left, right = sides(found)
    tall = ROW * max(len(left), len(right))
    most = max(c.claims for c in found)
    bands = "".join(_band(one, left.index(one.first), right.index(one.then), most, say) for one in found)
    return Markup(
        f'<svg class=ribbons viewBox="0 0 100 {tall}" preserveAspectRatio=none style="height:{tall}px" role=img>'
        f"<title>{escape(say('origins.carriers'))}</title>{bands}</svg>"
    )


def _band(one: Carried, left: int, right: int, most: int, say: Wording) -> str:
    start, end = (100, 0) if say.direction == "rtl" else (0, 100)
    y, z = (ROW * place + ROW / 2 for place in (left, right))
    wide = 1.5 + 6 * one.claims / most
    css = "carry" if one.copies else "carry rewritten"
    title = f"{say.words(one.first).striptags()}, {say.words(one.then).striptags()}: {say.number(one.claims)}"
    way = f"M{start} {y:.0f}C50 {y:.0f} 50 {z:.0f} {end} {z:.0f}"
    return f'<path class="{css}" style="stroke-width:{wide:.1f}px" d="{way}"><title>{escape(title)}</title></path>'


def voice_scale(origin: PublicOrigin, say: Wording) -> Scale | None:
    """The days of one voice; none where fewer than two of its accounts are dated."""
    days = [claim.published for claim in origin.claims if claim.published is not None]
    return days_scale(days, backwards=say.direction == "rtl") if len(set(days)) > 1 else None


def repeat_strip(scale: Scale, claim: PublicClaim, by_id: Mapping[str, PublicClaim]) -> Markup:
    """One account on the days of its voice: a dot, and a line from the account it repeats."""
    if claim.published is None:
        return Markup("")
    x = at(scale, claim.published)
    before = by_id.get(claim.repeats.id) if claim.repeats is not None else None
    come = ""
    if before is not None and before.published is not None:
        css = "way" if claim.repeats_how == "copy" else "way rewritten"
        start = at(scale, before.published)
        come = f'<line class="{css}" x1="{pc(start)}" x2="{pc(x)}" y1=8 y2=8 />'
        come += f'<circle class=came cx="{pc(start)}" cy=8 r=2.5 />'
    css = "voice-first" if claim.repeats is None else "voice-copy"
    return Markup(f'<svg class="strip days" aria-hidden=true>{come}<circle class={css} cx="{pc(x)}" cy=8 r=5 /></svg>')


def voice_axis(scale: Scale, say: Wording) -> Markup:
    """The months under the accounts of one voice."""
    return Markup(
        f'<svg class="strip axis" direction={say.direction} aria-hidden=true>{calendar(scale, say, 0, 5)}</svg>'
    )
