"""The values that pages are made of. Only `redaction` makes them; templates and charts take nothing else."""

from recount.publication.public.accounts import (
    PublicAssessment,
    PublicClaim,
    PublicIncident,
    PublicOrigin,
    PublicPosition,
    PublicProposition,
    PublicReport,
    PublicSegment,
)
from recount.publication.public.lists import (
    PublicCell,
    PublicEntry,
    PublicJoin,
    PublicName,
    PublicPerson,
    PublicRow,
    PublicSource,
    PublicTable,
    PublicWeight,
)
from recount.publication.public.numbers import (
    PublicDiscrepancy,
    PublicEstimate,
    PublicFigure,
    PublicLine,
    PublicModel,
    PublicVoice,
)
from recount.publication.public.scopes import Public, PublicEvidence, PublicParty, PublicPlace, PublicScope, PublicWords
from recount.publication.public.site import PublicCase, PublicDecision, PublicSetAside, PublicSite

__all__ = [
    "Public",
    "PublicAssessment",
    "PublicCase",
    "PublicCell",
    "PublicClaim",
    "PublicDecision",
    "PublicDiscrepancy",
    "PublicEntry",
    "PublicEstimate",
    "PublicEvidence",
    "PublicFigure",
    "PublicIncident",
    "PublicJoin",
    "PublicLine",
    "PublicModel",
    "PublicName",
    "PublicOrigin",
    "PublicParty",
    "PublicPerson",
    "PublicPlace",
    "PublicPosition",
    "PublicProposition",
    "PublicReport",
    "PublicRow",
    "PublicScope",
    "PublicSegment",
    "PublicSetAside",
    "PublicSite",
    "PublicSource",
    "PublicTable",
    "PublicVoice",
    "PublicWeight",
    "PublicWords",
]
