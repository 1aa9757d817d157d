"""What exists to know events by, and counts of people who have no rows of their own."""

from dataclasses import dataclass
from datetime import date

from recount.model.codes import Cause, EvidenceKind, TallyKind
from recount.model.evidence import Locator
from recount.model.interval import Interval
from recount.model.values import Period, Place


@dataclass(frozen=True, slots=True)
class Exhibit:
    """Something that exists to know an event by, whether or not anybody outside has seen it.

    `incident` is the source's code of the event, None for the whole case. `amount` counts in `unit` ("video feeds"),
    `span` is the time it covers. `holder` is who keeps it, `party` the party to the conflict behind the holder.
    `released` says whether the public may see it, None where nobody says; `reviewed_by` who has looked at it.
    """

    id: str
    locator: Locator
    source: str
    kind: EvidenceKind
    incident: str | None = None
    amount: Interval = Interval()
    unit: str = ""
    span: Period | None = None
    holder: str = ""
    party: str | None = None
    released: bool | None = None
    reviewed_by: tuple[str, ...] = ()
    obtained: str = ""
    claimant: str = ""
    stated: date | None = None
    words: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """A count of people who are not rows of a list: graves, bodies without a name, the missing, indirect deaths.

    `of` is the code of the tally that these people were counted in before they were identified, and `list` the source
    that names them now. `beyond` says whether a source states that no list of the case holds them; None is unknown.
    """

    id: str
    locator: Locator
    source: str
    kind: TallyKind
    number: Interval
    code: str = ""
    incident: str | None = None
    of: str = ""
    list: str = ""
    beyond: bool | None = None
    place: Place | None = None
    period: Period | None = None
    cause: Cause | None = None
    cause_written: str = ""
    claimant: str = ""
    published: date | None = None
    words: str = ""
