"""What each template is given, as types; a test holds every page of a case to it."""

from typing import Any

from recount.model.interval import Interval
from recount.publication.backward import Back
from recount.publication.charts.places import Spot
from recount.publication.charts.repeats import Carried
from recount.publication.groups import Group
from recount.publication.helpers import Charts, Texts
from recount.publication.public import (
    PublicCase,
    PublicClaim,
    PublicDecision,
    PublicDiscrepancy,
    PublicEstimate,
    PublicFigure,
    PublicIncident,
    PublicLine,
    PublicOrigin,
    PublicParty,
    PublicPerson,
    PublicPosition,
    PublicReport,
    PublicRow,
    PublicSetAside,
    PublicSetting,
    PublicSource,
    PublicTable,
    PublicUse,
    PublicWords,
)
from recount.publication.public.grids import PublicGrid, PublicGridPage, Simple
from recount.publication.public.since import PublicGone, PublicSince
from recount.publication.rendering import group_names, labelled
from recount.publication.views import AccountView, Run
from recount.publication.voices import voices_of
from recount.publication.wording import Wording

Links = list[tuple[str, int]]
PAGED = {"pages": Links, "current": int}
METHOD = {
    "counts": dict[str, int],
    "sources": list[PublicSource],
    "method": list[PublicSetting],
    "head": PublicFigure | None,
    "links": list[tuple[str, str]],
    "naming": str,
    "k": int,
}
GIVEN: dict[str, dict[str, Any]] = {
    "account.html": {"view": AccountView},
    "figures.html": {"figures": list[PublicFigure], "withheld": int, "grids": list[PublicGridPage]},
    "figure.html": {
        "figure": PublicFigure,
        "inline": int,
        "runs": list[list[Run]],
        "groups": dict[str, list[Group]],
    },
    "evidence.html": {
        "steps": list[tuple[PublicFigure, PublicLine]],
        "pieces": int,
        "parted": list[Group],
        "shown": list[Run],
        **PAGED,
    },
    "groups.html": {"groups": list[Group]},
    "incidents.html": {"incidents": list[PublicIncident], "total": int, "map": bool, **PAGED},
    "places.html": {"spots": list[Spot], "months": list[str], "parties": list[PublicParty], "located": int},
    "incident.html": {"incidents": list[PublicIncident], "gone": list[PublicGone]},
    "people.html": {
        "people": list[PublicPerson],
        "naming": str,
        "k": int,
        "named": PublicFigure | None,
        "unnamed": PublicFigure | None,
        **PAGED,
    },
    "persons.html": {"people": list[PublicPerson], "gone": list[PublicGone]},
    "claims.html": {"claims": list[PublicClaim], **PAGED},
    "reports.html": {"reports": list[PublicReport], "pages": Links, "tabular": list[PublicSource]},
    "report.html": {"report": PublicReport, "doubts": dict[str, list[PublicDiscrepancy]]},
    "lists.html": {"sources": list[PublicSource]},
    "list.html": {
        "source": PublicSource,
        "tables": list[tuple[PublicTable, Links]],
        "k": int,
        "grids": list[PublicGridPage],
    },
    "rows.html": {
        "source": PublicSource,
        "table": PublicTable,
        "rows": list[PublicRow],
        "visible": list[int],
        **PAGED,
    },
    "origins.html": {
        "several": list[PublicOrigin],
        "single": int,
        "carried": list[Carried],
        "left": list[PublicWords],
        "right": list[PublicWords],
        "claims": dict[str, PublicClaim],
        "changed": dict[str, PublicDiscrepancy],
    },
    "discrepancies.html": {"discrepancies": list[PublicDiscrepancy]},
    "positions.html": {"positions": list[PublicPosition], "grids": list[PublicGridPage]},
    "grids.html": {
        "page": PublicGridPage,
        "grids": list[tuple[PublicGrid, list[tuple[Simple | tuple[Simple, ...], ...]], Links, int]],
        "whole": bool,
    },
    "estimate.html": {"estimates": list[PublicEstimate], "k": int},
    "set-aside.html": {"set_aside": list[PublicSetAside]},
    "counted.html": {"combinations": list[tuple[PublicUse, ...]]},
    "decisions.html": {"decisions": list[PublicDecision]},
    "search.html": {"indexes": list[tuple[str, str]]},
    "changes.html": {"since": PublicSince | None, "hrefs": dict[str, str]},
    "report-error.html": {},
    "method.html": METHOD,
}
"""The templates of pages, with the values that `pages` gives them."""

OTHERS: dict[str, dict[str, Any]] = {
    "downloads.html": {"papers": Any, "whole": Any, "tables": Any},
    "languages.html": {"languages": list[Wording]},
    "chrome.html": {},
    "closing.html": {},
    "base.html": {},
    "paper.html": {
        **METHOD,
        "view": AccountView,
        "head_estimate": PublicEstimate | None,
        "listed": list[PublicPosition],
        "counted": list[tuple[PublicPosition, int]],
        "sentences": list[PublicFigure],
    },
}
"""Templates that are no pages of `pages`."""

KNOWN: dict[str, Any] = {
    "say": Wording,
    "first": Wording,
    "tongues": list[dict[str, Wording]],
    "case": PublicCase,
    "figure_labels": dict[str, str],
    "unknown_interval": Interval,
    "voices_of": voices_of,
    "labelled": labelled,
    "group_names": group_names,
    **{name: getattr(kind, name) for kind in (Charts, Texts, Back) for name in vars(kind) if not name.startswith("_")},
}
"""What every template knows."""
