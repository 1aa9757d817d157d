"""The report on paper: the account, the method and how to check it, as one PDF a language."""

from collections.abc import Sequence
from dataclasses import replace

from recount.publication.pages import method
from recount.publication.paper.blocks import bare, blocks
from recount.publication.paper.engine import typeset
from recount.publication.public import PublicPosition, PublicSite
from recount.publication.rendering import press
from recount.publication.views import AccountView, account
from recount.publication.wording import Wording, wording

FILES = "report-{language}.pdf"
MANY = 40
"""Positions that are listed one by one; of more, those on totals are, and the others are counted."""

MOST_STEPS = 60
"""Steps of a ledger that are printed; of more, the report says how many there are and where they stand."""


def reports(site: PublicSite, languages: Sequence[str], digest: str) -> dict[str, bytes]:
    """The report in each language, by its file.

    Args:
        site: everything that may be shown.
        languages: codes of languages.
        digest: the digest over the open data of the release, which the report prints.

    Raises:
        PlugInMissing: the typesetter is not installed.
    """
    return {FILES.format(language=code): _report(site, wording(code), digest) for code in languages}


def _report(site: PublicSite, say: Wording, digest: str) -> bytes:
    case = site.case
    day = case.as_of
    dated = [say("site.version", version=say.digits(case.version))]
    dated += [say("site.as_of", date=say.date(day))] if day is not None else []
    name = say.words(case.words).striptags()
    return typeset(
        {
            "language": say.code,
            "folder": say.code,
            "title": bare(say("paper.title", case=name)),
            "running": bare(name),
            "dated": bare(". ".join(dated)),
            "publisher": case.publisher,
            "notice": bare(say("site.simulated")) if case.simulated else bare(case.publisher),
            "day": [] if day is None else [day.year, day.month, day.day],
            "blocks": blocks(page(site, say, digest)),
        }
    )


def page(site: PublicSite, say: Wording, digest: str) -> str:
    """The report as a page of ours, with the words, numbers and drawings of the site."""
    on_paper = replace(say, messages={**say.messages, "interval.range": say("paper.range")})
    template = press(site, on_paper, ()).environment.get_template("paper.html")
    view = account(site)
    shown = [a for a in site.positions if a.superseded_by is None]
    listed = shown if len(shown) <= MANY else [a for a in shown if a.of_total]
    values = {
        "view": view,
        "head_estimate": view.estimates[0] if view.estimates else None,
        "listed": listed,
        "counted": _counted(site.positions, listed),
        "sentences": _figures(site, view),
        "since": site.since,
        "digest": digest,
        "most_steps": MOST_STEPS,
    }
    return template.render(root="", **{**method(site), **values})


def _counted(positions: Sequence[PublicPosition], listed: Sequence[PublicPosition]) -> list[tuple[PublicPosition, int]]:
    """How many positions of each kind a party took that are not listed, each kind with one that stands for it."""
    own = {one.id for one in listed}
    found: dict[tuple[str, str], tuple[PublicPosition, int]] = {}
    for one in positions:
        if one.id not in own:
            first, number = found.get((one.party.id, one.position), (one, 0))
            found[one.party.id, one.position] = (first, number + 1)
    return [found[key] for key in sorted(found)]


def _figures(site: PublicSite, view: AccountView) -> list[object]:
    """Every figure that the report names, once, in the order of the site."""
    named = [view.head, view.named, view.unnamed, *view.kinds, *(month.figure for month in view.months)]
    for row in view.parties:
        named += [row.documented, *row.acknowledged, *row.claimed]
    ids = {figure.id for figure in named if figure is not None}
    return [figure for figure in site.figures if figure.id in ids]
