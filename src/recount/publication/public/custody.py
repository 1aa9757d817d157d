"""How a document came."""

from dataclasses import dataclass
from datetime import date

from recount.publication.public.scopes import Public


@dataclass(frozen=True, slots=True)
class PublicCustody(Public):
    """How one document came: how, when, and from whom; `sealed` says that the last is not told."""

    obtained: str = ""
    received: date | None = None
    from_whom: str = ""
    sealed: bool = False
