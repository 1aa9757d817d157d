"""Events, and what the evidence carries about each party."""

from dataclasses import dataclass

from recount.model.codes import Grade
from recount.model.interval import Interval
from recount.model.values import Period, Place


@dataclass(frozen=True, slots=True)
class Incident:
    """The event behind one or more claims and positions: a place and a time.

    `killed` and `injured` are hulls of what its independent origins claim; `victims` the people the lists place
    there. `claims`, `acknowledgements`, `propositions`, `victims` are ids. `perhaps` are the incidents that may be this
    same event, where neither yes nor no is sure: their deaths may be the same deaths.
    """

    id: str
    place: Place | None
    period: Period | None
    codes: tuple[str, ...] = ()
    title: str = ""
    claims: tuple[str, ...] = ()
    acknowledgements: tuple[str, ...] = ()
    propositions: tuple[str, ...] = ()
    victims: tuple[str, ...] = ()
    killed: Interval = Interval()
    injured: Interval = Interval()
    notes: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """The grade of one incident against ONE party by a declared rule; a departure is a signed decision.

    `origins` are the independent voices that name the party; `conceded` what it concedes; `residual` what is claimed
    beyond that, contested, neither deleted nor added twice (rule 24).
    """

    incident: str
    party: str
    grade: Grade
    rule: str
    says: str
    origins: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    conceded: Interval = Interval()
    residual: Interval = Interval()
    decision: str | None = None
