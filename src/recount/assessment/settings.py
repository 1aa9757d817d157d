"""What a case may choose about grading and counting."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class AssessmentSettings:
    """The grading rule and the counting policies.

    `scale` names the grade rules (`airwars`, `ibc`); `headline` the grades a headline includes. `register` is the
    source whose list the ledger starts from. `combatants` are the lowest and highest share of the register taken for
    fighters where the policy is to leave them out, `background` the deaths of other causes it mixes in, and
    `known_missing` people known missing under rubble, which extend the high end only (rule 19); it is not used where
    a source counts them.

    `removed` says what it means that a list no longer has an entry: it `leaves the count`, or `stays counted`; of the
    sources in `removed_stay` removed entries always stay. `overlap` says what becomes of deaths in incidents beyond the
    people that lists place there: shown `beside` the figure, or as `bounds` that extend its high end. `status` says
    whose word on civilian and fighter counts: `agree`, that of all sources where they agree; `majority`; or `register`,
    the register's first. `held_by_incidents` are the lowest and highest number of the lists' people whom the incidents
    already hold, where somebody compared the two: they leave the lists' part and the incidents are added in full.
    `reasons` are pairs of a policy and why it was chosen.
    """

    scale: str = "airwars"
    headline: tuple[str, ...] = ("confirmed", "fair")
    register: str | None = None
    combatants: tuple[float, float] = (0.0, 0.0)
    background: tuple[int, int] = (0, 0)
    known_missing: int = 0
    reasons: tuple[tuple[str, str], ...] = ()
    removed: Literal["leaves the count", "stays counted"] = "leaves the count"
    removed_stay: tuple[str, ...] = ()
    overlap: Literal["beside", "bounds"] = "beside"
    status: Literal["agree", "majority", "register"] = "agree"
    held_by_incidents: tuple[int, int] = (0, 0)
